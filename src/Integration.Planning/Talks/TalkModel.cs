using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

/// <summary>The problem as a model for CP-SAT: one literal for each request, way and slot; sittings, interpreters and the days of the people follow from them.</summary>
internal sealed partial class TalkModel
{
    private readonly Dictionary<(int Request, int Way, int Slot), BoolVar> _at = [];
    private readonly Dictionary<int, List<BoolVar>>[] _inSlotOf;
    private readonly BoolVar?[] _held;
    private readonly List<(IntVar Variable, long Points)> _points = [];
    private long _constant;

    /// <param name="frame">The problem.</param>
    /// <param name="free">The requests that may move; <see langword="null"/>: all. The others stay where <paramref name="stand"/> has them.</param>
    /// <param name="stand">A plan that stands.</param>
    public TalkModel(TalkFrame frame, IReadOnlySet<int>? free = null, TalkPlan? stand = null)
    {
        Frame = frame;
        _held = new BoolVar?[frame.Requests.Length];
        _busyIn = [.. Enumerable.Range(0, frame.SlotCount).Select(_ => new List<BoolVar>())];
        _inSlotOf = [.. frame.Requests.Select(_ => new Dictionary<int, List<BoolVar>>())];
        var standing = stand?.Talks.ToDictionary(talk => talk.Request);
        foreach (var request in frame.Requests)
        {
            var kept = free is not null && !free.Contains(request.Index);
            AddRequest(request, kept, standing is not null && standing.TryGetValue(request.Index, out var talk) ? talk : null);
        }

        AddOrders();
        AddSittings();
        AddPeople();
        AddSpread();
    }

    public TalkFrame Frame { get; }

    public CpModel Model { get; } = new();

    private LinearExpr Worth => LinearExpr.WeightedSum(_points.Select(term => term.Variable), _points.Select(term => term.Points)) + _constant;

    /// <summary>Whether a request can never take place though it must, or somebody must have more talks than they have slots.</summary>
    public bool IsContradiction { get; private set; }

    /// <summary>Asks for any plan that is worth so much, instead of for the best.</summary>
    public void AskFor(long worth) => Model.Add(Worth >= worth);

    /// <summary>Asks for the plan that is worth most.</summary>
    public void AskForBest() => Model.Maximize(Worth);

    private void AddRequest(FramedRequest request, bool kept, PlannedTalk? standing)
    {
        var all = new List<BoolVar>();
        foreach (var slot in kept ? standing is { } stays ? [stays.Slot] : [] : request.Slots)
        {
            foreach (var (way, index) in request.Ways.Select((way, index) => (way, index)))
            {
                var literal = Model.NewBoolVar($"r{request.Index}w{index}s{slot}");
                _at[(request.Index, index, slot)] = literal;
                if (!_inSlotOf[request.Index].TryGetValue(slot, out var there))
                {
                    _inSlotOf[request.Index][slot] = there = [];
                }

                there.Add(literal);
                all.Add(literal);
                Score(literal, request.Worth);
            }
        }

        if (request.Required || (kept && standing is not null))
        {
            IsContradiction |= all.Count == 0;
            Model.AddExactlyOne(all);
        }
        else if (all.Count > 1)
        {
            Model.AddAtMostOne(all);
        }
    }

    private void AddOrders()
    {
        foreach (var order in Frame.Problem.Orders)
        {
            foreach (var (slot, then) in _inSlotOf[order.Then])
            {
                Model.AddAtMostOne([.. then, .. _inSlotOf[order.First].Where(first => first.Key >= slot).SelectMany(first => first.Value)]);
            }
        }
    }

    private void Score(IntVar variable, long points)
    {
        if (points != 0)
        {
            _points.Add((variable, points));
        }
    }

    private BoolVar? OneOf(List<BoolVar> literals, string name)
    {
        if (literals.Count <= 1)
        {
            return literals.FirstOrDefault();
        }

        var one = Model.NewBoolVar(name);
        Model.Add(LinearExpr.Sum(literals) == one);
        return one;
    }

    /// <summary>Tells the solver a plan to begin with.</summary>
    public void Hint(TalkPlan plan)
    {
        var held = plan.Talks.ToDictionary(talk => talk.Request);
        foreach (var ((request, way, slot), literal) in _at)
        {
            var framed = Frame.Requests[request];
            Model.AddHint(literal, held.TryGetValue(request, out var talk) && talk.Slot == slot && framed.Ways[way].Language == (talk.Language is { } language ? Frame.LanguageOf(language) : -1) ? 1 : 0);
        }

        HintInterpreters(plan);
    }
}
