using Google.OrTools.Sat;
using Integration.Planning.Talks;

namespace Integration.Planning.Tours;

/// <summary>The problem of the tours as CP-SAT reads it. Parties of one kind are counted: how many spend which day, how many of them walk in which group,
/// and for how many people of which kin which language is interpreted there.</summary>
internal sealed partial class TourModel
{
    private readonly TourProblem _problem;
    private readonly WalkerKinds _walkers;
    private readonly List<(int Departure, int Number)> _groups = [];
    private readonly List<BoolVar> _open = [];
    private readonly List<LinearExpr> _size = [];

    // By kind and group: how many parties; by kind, kin, group and language: how many people.
    private readonly Dictionary<(int Kind, int Day), IntVar> _days = [];
    private readonly Dictionary<(int Kind, int Group), IntVar> _in = [];
    private readonly Dictionary<(int Kind, int Kin, int Group, string Language), IntVar> _helped = [];
    private readonly Dictionary<(int Group, string Language), BoolVar> _languages = [];
    private readonly Dictionary<(int Interpreter, int Group, string Language), BoolVar> _interprets = [];

    /// <param name="problem">The problem.</param>
    /// <param name="circles">Whether <see cref="Circles"/> counts; else it is 0.</param>
    public TourModel(TourProblem problem, bool circles)
    {
        (_problem, _walkers) = (problem, new WalkerKinds(problem, circles));
        foreach (var (d, departure) in _walkers.Departures.Index())
        {
            _groups.AddRange(Enumerable.Range(0, departure.Groups).Select(number => (d, number)));
        }

        AddDays();
        AddGroups();
        AddHelp();
        AddInterpreters();
        Walkers = Sum(_days, day => Kind(day.Kind).Days[day.Day].Length == 0 ? 0 : Kind(day.Kind).Kins.Where(kin => kin.Who.Wishes.Count > 0).Sum(kin => kin.Count));
        Wishes = Sum(_days, day => Kind(day.Kind).Days[day.Day].Sum(d => Kind(day.Kind).Kins.Sum(kin => kin.Count * kin.Who.Wishes.Where(wish => wish.Tour == _walkers.Departures[d].Tour).Sum(wish => wish.Weight))));
        // Everybody's need, less what is answered.
        Unaided = Sum(_in, place => Kind(place.Kind).Kins.Where(kin => kin.Who.Needs).Sum(kin => kin.Count * kin.Who.Need)) - Sum(_helped, help => KinOf(help).Who.Need);
        Interpreters = LinearExpr.Sum(_languages.Values);
        Bridges = Sum(_helped, help => KinOf(help).Who.Languages.TakeWhile(language => language != help.Language).Count());
        Circles = circles ? AddCircles() : LinearExpr.Constant(0);
        Uneven = AddUneven();
    }

    public CpModel Model { get; } = new();

    public LinearExpr Walkers { get; }

    public LinearExpr Wishes { get; }

    public LinearExpr Unaided { get; }

    public LinearExpr Interpreters { get; }

    public LinearExpr Bridges { get; }

    public LinearExpr Circles { get; }

    public LinearExpr Uneven { get; }

    private WalkerKind Kind(int kind) => _walkers.Kinds[kind];

    private Kin KinOf((int Kind, int Kin, int Group, string Language) help) => Kind(help.Kind).Kins[help.Kin];

    private static LinearExpr Sum<TKey>(Dictionary<TKey, IntVar> variables, Func<TKey, int> factor)
        where TKey : notnull => LinearExpr.WeightedSum(variables.Values, variables.Keys.Select(factor));

    private static LinearExpr Sum(IEnumerable<LinearExpr> terms) => LinearExpr.Sum(terms);

    private void AddDays()
    {
        foreach (var (k, kind) in _walkers.Kinds.Index())
        {
            var count = kind.Parties.Count;
            for (var day = 0; day < kind.Days.Count; day++)
            {
                _days[(k, day)] = Model.NewIntVar(0, count, "");
            }

            Model.Add(Sum(kind.Days.Select((_, day) => _days[(k, day)])) == count);
            foreach (var d in kind.Departures)
            {
                var possible = GroupsAt(d).Where(g => !kind.Group.TryGetValue(d, out var chosen) || _groups[g].Number == chosen).ToList();
                possible.ForEach(g => _in[(k, g)] = Model.NewIntVar(0, count, ""));
                Model.Add(Sum(possible.Select(g => _in[(k, g)])) == Sum(kind.Days.Index().Where(day => day.Item.Contains(d)).Select(day => _days[(k, day.Index)])));
            }
        }
    }

    private IEnumerable<int> GroupsAt(int departure) => Enumerable.Range(0, _groups.Count).Where(g => _groups[g].Departure == departure);

    private void AddGroups()
    {
        var here = _in.Keys.ToLookup(place => place.Group);
        for (var g = 0; g < _groups.Count; g++)
        {
            var tour = _problem.Tours[_walkers.Departures[_groups[g].Departure].Tour];
            _open.Add(Model.NewBoolVar(""));
            _size.Add(LinearExpr.WeightedSum(here[g].Select(place => _in[place]), here[g].Select(place => Kind(place.Kind).Size)));
            Model.Add(_size[g] <= tour.Most * _open[g]);
            Model.Add(_size[g] >= Math.Max(1, tour.Least) * _open[g]);
        }

        foreach (var (d, departure) in _walkers.Departures.Index())
        {
            // Groups nobody has numbered are alike: the larger ones come first.
            var groups = GroupsAt(d).ToList();
            foreach (var (before, after) in departure.Numbered ? [] : groups.Zip(groups.Skip(1)))
            {
                Model.AddImplication(_open[after], _open[before]);
                Model.Add(_size[before] >= _size[after]);
            }

            var underWay = _walkers.Departures.Index().Where(other => other.Item.Tour == departure.Tour && other.Item.Time.Meets <= departure.Time.Meets && departure.Time.Meets < other.Item.Time.End);
            Model.Add(Sum(underWay.SelectMany(other => GroupsAt(other.Index)).Select(g => _open[g])) <= Math.Max(0, _problem.Tours[departure.Tour].Guides));
        }
    }

    private void AddHelp()
    {
        var spoken = _problem.Interpreters.SelectMany(interpreter => interpreter.Languages).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, parties) in _in)
        {
            foreach (var (m, kin) in Kind(place.Kind).Kins.Index())
            {
                var languages = kin.Languages.Select(i => kin.Who.Languages[i]).Distinct().Where(language => _problem.InterpretersToCome || spoken.Contains(language)).ToList();
                languages.ForEach(language => _helped[(place.Kind, m, place.Group, language)] = Model.NewIntVar(0, kin.Count * Kind(place.Kind).Parties.Count, ""));
                Model.Add(Sum(languages.Select(language => _helped[(place.Kind, m, place.Group, language)])) <= kin.Count * parties);
            }
        }

        foreach (var language in _helped.Keys.ToLookup(help => (help.Group, help.Language)))
        {
            var there = _languages[language.Key] = Model.NewBoolVar("");
            Model.Add(Sum(language.Select(help => _helped[help])) <= MostIn(language.Key.Group) * there);
            Model.Add(LinearExpr.WeightedSum(language.Select(help => _helped[help]), language.Select(help => KinOf(help).Who.Need)) >= _problem.Rules.NeedFrom * there);
        }

        var answered = HelpedByPlace();
        foreach (var here in _in.Keys.GroupBy(place => place.Group))
        {
            var own = from place in here
                      from kin in Kind(place.Kind).Kins.Index()
                      where kin.Item.Who.Needs
                      select (place, kin.Index, kin.Item);
            foreach (var first in own.GroupBy(row => row.Item.Who.Languages[0]))
            {
                var all = LinearExpr.WeightedSum(first.Select(row => _in[row.place]), first.Select(row => row.Item.Count * row.Item.Who.Need));
                var helped = Sum(first.SelectMany(row => answered[(row.place.Kind, row.Index, row.place.Group)].Select(help => help.Count * row.Item.Who.Need)));
                Model.Add(all - helped <= _problem.Rules.NeedFrom - 1);
            }
        }
    }

    private ILookup<(int Kind, int Kin, int Group), (string Language, IntVar Count)> HelpedByPlace() =>
        _helped.ToLookup(help => (help.Key.Kind, help.Key.Kin, help.Key.Group), help => (help.Key.Language, help.Value));

    private int MostIn(int group) => _problem.Tours[_walkers.Departures[_groups[group].Departure].Tour].Most;

    private void AddInterpreters()
    {
        if (_problem.InterpretersToCome)
        {
            return;
        }

        foreach (var ((group, language), there) in _languages)
        {
            var able = Enumerable.Range(0, _problem.Interpreters.Count).Where(i => _problem.Interpreters[i].Languages.Contains(language)).ToList();
            able.ForEach(i => _interprets[(i, group, language)] = Model.NewBoolVar(""));
            Model.Add(Sum(able.Select(i => _interprets[(i, group, language)])) == there);
        }

        foreach (var (help, people) in _helped)
        {
            foreach (var refused in KinOf(help).Who.NotInterpretedBy.Distinct())
            {
                if (_interprets.TryGetValue((refused, help.Group, help.Language), out var there))
                {
                    Model.Add(people == 0).OnlyEnforceIf(there);
                }
            }
        }

        foreach (var interpreter in _interprets.Keys.ToLookup(key => key.Interpreter))
        {
            var works = interpreter.GroupBy(key => _groups[key.Group].Departure).ToDictionary(at => at.Key, at =>
            {
                var works = Model.NewBoolVar("");
                Model.Add(Sum(at.Select(key => _interprets[key])) == works);
                return works;
            });
            new InterpreterDay(Model, _problem, _walkers, _problem.Interpreters[interpreter.Key], works).Add();
        }
    }

    private LinearExpr AddCircles()
    {
        var terms = new List<LinearExpr>();
        foreach (var circle in _in.Keys.SelectMany(place => Kind(place.Kind).Kins.Select(kin => kin.Who.Circle).OfType<int>().Distinct().Select(circle => (circle, place))).ToLookup(row => (row.place.Group, row.circle), row => row.place))
        {
            var there = Model.NewBoolVar("");
            foreach (var place in circle)
            {
                Model.Add(_in[place] <= Kind(place.Kind).Parties.Count * there);
            }

            // Says nothing new, but lets the search see how many groups a circle fills.
            Model.Add(LinearExpr.WeightedSum(circle.Select(place => _in[place]), circle.Select(place => Kind(place.Kind).Kins.Where(kin => kin.Who.Circle == circle.Key.circle).Sum(kin => kin.Count))) <= MostIn(circle.Key.Group) * there);

            terms.Add(there);
        }

        return Sum(terms);
    }
}
