using System.Globalization;
using Google.OrTools.Sat;

namespace Integration.Planning.Buses;

/// <summary>The problem of the seats as CP-SAT reads it: how many parties of one kind get on where. Parties of one kind can change places without
/// anybody noticing, so they are counted.</summary>
internal sealed class BusModel
{
    private sealed record Kind(List<IReadOnlyList<int>> Parties, int Size, int Wheelchairs, List<(int Line, int Stop)> Options);

    private readonly BusProblem _problem;
    private readonly List<Kind> _kinds;
    private readonly Dictionary<(int Kind, int Line, int Stop), IntVar> _on = [];
    private readonly List<LinearExpr> _people = [];

    public BusModel(BusProblem problem)
    {
        _problem = problem;
        var inParty = problem.Parties.SelectMany(party => party).ToHashSet();
        _kinds = [.. problem.Parties.Where(party => party.Count > 0).Concat(Enumerable.Range(0, problem.People.Count).Where(person => !inParty.Contains(person)).Select(person => (IReadOnlyList<int>)[person]))
            .OrderBy(party => party[0]).GroupBy(party => string.Join('/', party.Select(KeyOf).Order(StringComparer.Ordinal)))
            .Select(kind => new Kind([.. kind], kind.First().Count, kind.First().Count(person => problem.People[person].Wheelchair), [.. Options(kind.First())]))];
        foreach (var (k, kind) in _kinds.Index())
        {
            kind.Options.ForEach(option => _on[(k, option.Line, option.Stop)] = Model.NewIntVar(0, kind.Parties.Count, ""));
            Model.Add(LinearExpr.Sum(kind.Options.Select(option => _on[(k, option.Line, option.Stop)])) <= kind.Parties.Count);
        }

        foreach (var (l, line) in problem.Lines.Index())
        {
            var free = Free(line);
            _people.Add(Sum(_on.Keys.Where(key => key.Line == l), key => _kinds[key.Kind].Size));
            Model.Add(_people[l] <= free.Count);
            Model.Add(Sum(_on.Keys.Where(key => key.Line == l), key => _kinds[key.Kind].Wheelchairs) <= free.Count(number => number <= line.WheelchairPlaces));
        }
    }

    public CpModel Model { get; } = new();

    /// <summary>What is to be as large as possible, the first before the second and so on.</summary>
    public IEnumerable<LinearExpr> Aims =>
    [
        Sum(_on.Keys, key => _kinds[key.Kind].Wheelchairs), Sum(_on.Keys, key => _kinds[key.Kind].Size), .. _problem.Aims.Distinct().Select(aim => -Of(aim)),
        // Whoever has the choice between two stops of a bus sleeps longer.
        Sum(_on.Keys, key => _kinds[key.Kind].Size * _problem.Lines[key.Line].Stops[key.Stop].LeavesAt),
    ];

    /// <summary>Lets the next search give nothing of it up, and begin with what was found.</summary>
    public void Keep(CpSolver solver, LinearExpr aim)
    {
        Model.Add(aim >= (long)Math.Round(solver.ObjectiveValue));
        Model.ClearHints();
        foreach (var variable in _on.Values)
        {
            Model.AddHint(variable, solver.Value(variable));
        }
    }

    /// <summary>Gives the people their names back, and the seats their numbers: wheelchairs from the first on, all others from the last.</summary>
    public BusPlan Read(CpSolver solver)
    {
        var aboard = _problem.Lines.Select(_ => new List<(int Person, int Stop)>()).ToList();
        foreach (var (k, kind) in _kinds.Index())
        {
            var waiting = new Queue<IReadOnlyList<int>>(kind.Parties);
            foreach (var (line, stop) in kind.Options)
            {
                for (var i = solver.Value(_on[(k, line, stop)]); i > 0; i--)
                {
                    aboard[line].AddRange(waiting.Dequeue().Select(person => (person, stop)));
                }
            }
        }

        return new BusPlan([.. aboard.SelectMany((people, l) =>
        {
            var free = Free(_problem.Lines[l]);
            var chairs = people.Where(row => _problem.People[row.Person].Wheelchair).OrderBy(row => row.Person).Zip(free);
            var others = people.Where(row => !_problem.People[row.Person].Wheelchair).OrderBy(row => row.Person).Zip(free.Reverse<int>());
            return chairs.Concat(others).Select(row => new PlannedSeat(row.First.Person, l, row.First.Stop, row.Second));
        }).OrderBy(seat => seat.Person)]);
    }

    private static List<int> Free(ShuttleLine line) => [.. Enumerable.Range(1, Math.Max(0, line.Seats)).Except(line.Taken)];

    private LinearExpr Sum(IEnumerable<(int Kind, int Line, int Stop)> keys, Func<(int Kind, int Line, int Stop), int> factor)
    {
        var list = keys.ToList();
        return LinearExpr.WeightedSum(list.Select(key => _on[key]), list.Select(factor));
    }

    private IEnumerable<BusRider> PeopleOf(int kind) => _kinds[kind].Parties[0].Select(person => _problem.People[person]);

    private LinearExpr Of(BusAim aim) => aim switch
    {
        BusAim.FirstChoice => Sum(_on.Keys, key => PeopleOf(key.Kind).Sum(who => who.Places.TakeWhile(place => place != _problem.Lines[key.Line].Stops[key.Stop].Place).Count())),
        BusAim.FewBuses => LinearExpr.Sum(_problem.Lines.Index().Select(Drives)),
        BusAim.ShortWaits => Sum(_on.Keys, key => PeopleOf(key.Kind).Sum(who =>
            (who.ArriveBy is { } by ? by - _problem.Lines[key.Line].ArrivesAt : 0) + (who.StaysUntil is { } until ? _problem.Lines[key.Line].LeavesAt!.Value - until : 0))),
        BusAim.RoomInEach => LinearExpr.Sum(_problem.Lines.Index().Select(Square)),
        _ => throw new ArgumentOutOfRangeException(nameof(aim), aim, "An aim that is not counted."),
    };

    private LinearExpr Drives((int Index, ShuttleLine Line) line)
    {
        if (line.Line.Taken.Count > 0)
        {
            return LinearExpr.Constant(1);
        }

        var drives = Model.NewBoolVar("");
        Model.Add(_people[line.Index] <= line.Line.Seats * drives);
        return drives;
    }

    // The square of the free seats lies above all its chords; the smallest such value is the square itself.
    private LinearExpr Square((int Index, ShuttleLine Line) line)
    {
        var empty = Free(line.Line).Count;
        var square = Model.NewIntVar(0, (long)empty * empty, "");
        for (var free = 0; free < empty; free++)
        {
            Model.Add(square >= (((2 * free) + 1) * (empty - _people[line.Index])) - (free * (free + 1)));
        }

        return square;
    }

    private IEnumerable<(int Line, int Stop)> Options(IReadOnlyList<int> party)
    {
        var people = party.Select(person => _problem.People[person]).ToList();
        return from line in _problem.Lines.Index()
               from stop in line.Item.Stops.Index()
               where people.TrueForAll(who => who.Places.Contains(stop.Item.Place)
                   && (who.ArriveBy is not { } latest || line.Item.ArrivesAt <= latest) && (who.StaysUntil is not { } until || (stop.Item.DrivesBack && line.Item.LeavesAt >= until)))
               select (line.Index, stop.Index);
    }

    private string KeyOf(int person)
    {
        var who = _problem.People[person];
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', who.Places)}|{who.Wheelchair}|{who.ArriveBy}|{who.StaysUntil}");
    }
}
