namespace Integration.Planning.Talks;

/// <summary>Counts what a plan is worth, from the plan alone.</summary>
public static class TalkScoring
{
    /// <summary>The plan in figures. The plan names only what the problem has; see <see cref="TalkChecker"/>.</summary>
    public static TalkScore Score(TalkProblem problem, TalkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var (asked, talking, zones) = (new bool[problem.People.Count], new bool[problem.People.Count], new HashSet<(int Person, int Zone)>());
        var points = TalkPoints.Of(problem);
        var (mutual, value) = (0, 0L);
        foreach (var request in problem.Requests)
        {
            foreach (var person in request.People)
            {
                asked[person] = true;
            }
        }

        foreach (var talk in plan.Talks)
        {
            var request = problem.Requests[talk.Request];
            mutual += request.Mutual ? 1 : 0;
            value += points.Of(request);
            foreach (var person in request.People)
            {
                talking[person] = true;
                if (request.Host is { } host)
                {
                    zones.Add((person, problem.Hosts[host].Zone));
                }
            }
        }

        var gaps = Gaps(problem, plan.Talks);
        var walks = zones.GroupBy(pair => pair.Person).Sum(rooms => rooms.Count() - 1);
        var load = Loads(problem, plan.Talks);
        var (most, fewest) = load.Length == 0 ? (0, 0) : (load.Max(), load.Min());
        value += (points.Somebody * talking.Count(talks => talks)) - (points.Gap * gaps.Sum()) - (points.Walk * walks) - (points.Load * (most - fewest));
        return new TalkScore(
            plan.Talks.Count,
            mutual,
            problem.Requests.Count(request => request.Mutual) - mutual,
            asked.Zip(talking).Count(person => person.First && !person.Second),
            gaps.Sum(),
            gaps.Length == 0 ? 0 : gaps.Max(),
            gaps.Length == 0 ? 0 : gaps.Min(),
            walks,
            most,
            fewest,
            value);
    }

    /// <summary>The gaps of each person: groups of idle slots between the first and the last talk.</summary>
    internal static int[] Gaps(TalkProblem problem, IReadOnlyList<PlannedTalk> talks)
    {
        var slots = new SortedSet<int>[problem.People.Count];
        foreach (var talk in talks)
        {
            foreach (var person in problem.Requests[talk.Request].People)
            {
                (slots[person] ??= []).Add(talk.Slot);
            }
        }

        // Between two talks that are not in neighbouring slots lies one gap, however long.
        return [.. slots.Select(own => own is null ? 0 : own.Zip(own.Skip(1)).Count(pair => pair.Second > pair.First + 1))];
    }

    // Tables at which each interpreter sits: people who share a table in a slot are one talk to them.
    private static int[] Loads(TalkProblem problem, IReadOnlyList<PlannedTalk> talks)
    {
        var (loads, seen) = (new int[problem.Interpreters.Count], new HashSet<(int Interpreter, int Slot, int Host, int Table)>());
        foreach (var talk in talks)
        {
            if (talk.Interpreter is { } interpreter
                && (problem.Requests[talk.Request].Host is not { } host || seen.Add((interpreter, talk.Slot, host, talk.Table))))
            {
                loads[interpreter]++;
            }
        }

        return loads;
    }
}
