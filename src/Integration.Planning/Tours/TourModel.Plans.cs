using Google.OrTools.Sat;

namespace Integration.Planning.Tours;

/// <content>From the model to a plan and back, and how even the groups are.</content>
internal sealed partial class TourModel
{
    private LinearExpr AddUneven()
    {
        var terms = new List<LinearExpr>();
        for (var d = 0; d < _walkers.Departures.Count; d++)
        {
            var most = _problem.Tours[_walkers.Departures[d].Tour].Most;
            var (largest, smallest) = (Model.NewIntVar(0, most, ""), Model.NewIntVar(0, most, ""));
            foreach (var g in GroupsAt(d))
            {
                Model.Add(largest >= _size[g]);
                Model.Add(smallest <= _size[g] + most - (most * _open[g]));
            }

            Model.Add(smallest <= largest);
            AddRemainder(GroupsAt(d).ToList(), largest - smallest, most);
            terms.Add(largest - smallest);
        }

        return Sum(terms);
    }

    // Where the people do not divide by the groups, one group is larger: without this the search would try all ways to find that out.
    private void AddRemainder(List<int> groups, LinearExpr uneven, int most)
    {
        if (groups.Count == 0)
        {
            return;
        }

        var counts = groups.ConvertAll(_ => Model.NewBoolVar(""));
        Model.Add(LinearExpr.Sum(counts) <= 1);
        Model.Add(LinearExpr.WeightedSum(counts, Enumerable.Range(1, counts.Count)) == Sum(groups.Select(g => _open[g])));
        foreach (var (n, count) in counts.Index())
        {
            var (each, rest) = (Model.NewIntVar(0, most, ""), Model.NewIntVar(0, n, ""));
            Model.Add(Sum(groups.Select(g => _size[g])) == ((n + 1) * each) + rest).OnlyEnforceIf(count);
            Model.Add(rest <= n * uneven).OnlyEnforceIf(count);
        }
    }

    /// <summary>Tells the search a plan to begin with.</summary>
    public void Hint(TourPlan plan)
    {
        Model.ClearHints();
        var groups = plan.Groups.ToDictionary(group => _groups.FindIndex(at => _walkers.Departures[at.Departure] is var d && d.Tour == group.Tour && d.Start == group.Start && at.Number == group.Number));
        var walks = groups.SelectMany(group => group.Value.Walks.Select(walk => (Group: group.Key, Walk: walk))).ToLookup(row => row.Walk.Person);
        var hints = _days.Values.Concat(_in.Values).Concat(_helped.Values).ToDictionary(variable => variable, _ => 0L);
        foreach (var (k, kind) in _walkers.Kinds.Index())
        {
            foreach (var party in kind.Parties)
            {
                var places = walks[party[0]].Select(row => row.Group).ToList();
                var day = places.ConvertAll(g => _groups[g].Departure).Order().ToList();
                hints[_days[(k, kind.Days.FindIndex(possible => possible.Order().SequenceEqual(day)))]]++;
                places.ForEach(g => hints[_in[(k, g)]]++);
                var from = 0;
                foreach (var (m, kin) in kind.Kins.Index())
                {
                    foreach (var (group, walk) in party.Skip(from).Take(kin.Count).SelectMany(person => walks[person]).Where(row => row.Walk.Language is not null))
                    {
                        hints[_helped[(k, m, group, walk.Language!)]]++;
                    }

                    from += kin.Count;
                }
            }
        }

        foreach (var (variable, value) in hints)
        {
            Model.AddHint(variable, value);
        }

        foreach (var (g, open) in _open.Index())
        {
            Model.AddHint(open, groups.ContainsKey(g));
        }

        foreach (var (at, there) in _languages)
        {
            Model.AddHint(there, groups.TryGetValue(at.Group, out var group) && group.Interpreters.Any(help => help.Language == at.Language));
        }

        foreach (var (at, there) in _interprets)
        {
            Model.AddHint(there, groups.TryGetValue(at.Group, out var group) && group.Interpreters.Contains(new GroupInterpreter(at.Language, at.Interpreter)));
        }
    }

    /// <summary>Gives the people their names back.</summary>
    public TourPlan Read(CpSolver solver)
    {
        var walks = _groups.Select(_ => new List<PlannedWalk>()).ToList();
        var answered = HelpedByPlace();
        foreach (var (k, kind) in _walkers.Kinds.Index())
        {
            var waiting = kind.Departures.ToDictionary(d => d, _ => new Queue<List<int>>());
            var parties = new Queue<List<int>>(kind.Parties);
            foreach (var (day, departures) in kind.Days.Index())
            {
                for (var i = solver.Value(_days[(k, day)]); i > 0; i--)
                {
                    var party = parties.Dequeue();
                    Array.ForEach(departures, d => waiting[d].Enqueue(party));
                }
            }

            foreach (var (place, count) in _in.Where(place => place.Key.Kind == k))
            {
                var here = Enumerable.Range(0, (int)solver.Value(count)).Select(_ => waiting[_groups[place.Group].Departure].Dequeue()).ToList();
                var from = 0;
                foreach (var (m, kin) in kind.Kins.Index())
                {
                    var people = new Queue<int>(here.SelectMany(party => party.Skip(from).Take(kin.Count)));
                    from += kin.Count;
                    foreach (var (language, helped) in answered[(k, m, place.Group)])
                    {
                        walks[place.Group].AddRange(Enumerable.Range(0, (int)solver.Value(helped)).Select(_ => new PlannedWalk(people.Dequeue(), language)));
                    }

                    walks[place.Group].AddRange(people.Select(person => new PlannedWalk(person)));
                }
            }
        }

        return new TourPlan([.. _groups.Index().Where(group => walks[group.Index].Count > 0).Select(group => new PlannedGroup(
            _walkers.Departures[group.Item.Departure].Tour, _walkers.Departures[group.Item.Departure].Start, group.Item.Number,
            [.. walks[group.Index].OrderBy(walk => walk.Person)], [.. InterpretersOf(group.Index, solver)]))]);
    }

    private IEnumerable<GroupInterpreter> InterpretersOf(int group, CpSolver solver) => _languages
        .Where(language => language.Key.Group == group && solver.BooleanValue(language.Value)).OrderBy(language => language.Key.Language, StringComparer.Ordinal)
        .Select(language => new GroupInterpreter(language.Key.Language, _problem.InterpretersToCome ? null
            : _interprets.Single(who => who.Key.Group == group && who.Key.Language == language.Key.Language && solver.BooleanValue(who.Value)).Key.Interpreter));
}
