using Integration.Planning.Talks;

namespace Integration.Benchmarks.Talks;

/// <summary>What an organiser does with a list: wishes in the order in which they came, each at the first time, table and interpreter that are free. What both
/// sides want comes first. Whoever has too many gaps in the end is sent home earlier, because that rule holds for everybody's plan.</summary>
internal sealed class GreedyPeer
{
    private readonly TalkProblem problem;
    private readonly HashSet<(int Person, int Slot)> busy = [];
    private readonly Dictionary<(int Slot, int Host, int Table), Sitting> sittings = [];
    private readonly List<TimeSpanOfDay>[] work;
    private readonly HashSet<int>[] interpreting;
    private readonly int[] inSlot;
    private readonly Dictionary<int, PlannedTalk> talks = [];

    private GreedyPeer(TalkProblem problem)
    {
        this.problem = problem;
        work = [.. problem.Interpreters.Select(interpreter => interpreter.Working.ToList())];
        interpreting = [.. problem.Interpreters.Select(_ => new HashSet<int>())];
        inSlot = new int[problem.Slots.Count];
    }

    public static TalkPlan Plan(TalkProblem problem) => new GreedyPeer(problem).Plan();

    private TalkPlan Plan()
    {
        foreach (var request in Enumerable.Range(0, problem.Requests.Count).OrderByDescending(request => problem.Requests[request].Mutual))
        {
            if (Ways(request).FirstOrDefault(Fits) is { } way)
            {
                Enter(way);
            }
        }

        SendHome();
        return new TalkPlan([.. talks.Values.OrderBy(talk => talk.Request)]);
    }

    private IEnumerable<Way> Ways(int number)
    {
        var request = problem.Requests[number];
        var inNeed = request.People.Select(person => problem.People[person].Languages).Where(languages => languages.Count > 0).ToList();
        var accepted = inNeed.Count == 0 ? [] : inNeed.Skip(1).Aggregate(inNeed[0].ToList(), (all, one) => [.. all.Where(one.Contains)]);
        var host = request.Host is { } at ? problem.Hosts[at] : null;
        var spoken = accepted.Where(language => host is not null && host.Languages.Contains(language)).ToList();
        foreach (var slot in Enumerable.Range(0, problem.Slots.Count).Where(slot => MayBe(number, slot)))
        {
            foreach (var table in Enumerable.Range(0, host?.Tables ?? 1))
            {
                if (inNeed.Count == 0 || spoken.Count > 0)
                {
                    yield return new Way(new PlannedTalk(number, slot, table, null, spoken.FirstOrDefault()));
                    continue;
                }

                foreach (var language in accepted)
                {
                    foreach (var interpreter in Enumerable.Range(0, problem.Interpreters.Count).Where(interpreter => problem.Interpreters[interpreter].Languages.Contains(language)
                        && !request.People.Any(person => problem.People[person].NotInterpretedBy.Contains(interpreter))))
                    {
                        yield return new Way(new PlannedTalk(number, slot, table, interpreter, language));
                    }
                }
            }
        }
    }

    private bool MayBe(int number, int slot)
    {
        var (request, time) = (problem.Requests[number], problem.Slots[slot]);
        return (request.Slots.Count == 0 || request.Slots.Contains(slot))
            && request.People.All(person => !busy.Contains((person, slot)) && problem.People[person] is var own
                && own.ArrivesAt <= time.Start && time.End <= own.LeavesAt && !own.BusySlots.Contains(slot))
            && (request.Host is not { } host || !problem.Hosts[host].ClosedSlots.Contains(slot))
            && !problem.Forbidden.Any(ruledOut => ruledOut.Request == number && (ruledOut.Slot ?? slot) == slot)
            && !problem.Orders.Any(order => (order.First == number && talks.TryGetValue(order.Then, out var then) && then.Slot <= slot)
                || (order.Then == number && talks.TryGetValue(order.First, out var first) && first.Slot >= slot));
    }

    private bool Fits(Way way)
    {
        var (talk, request) = (way.Talk, problem.Requests[way.Talk.Request]);
        if (request.Host is { } host && sittings.TryGetValue((talk.Slot, host, talk.Table), out var sitting))
        {
            return sitting.People + request.People.Count <= problem.Hosts[host].GroupSize && sitting.Interpreter == talk.Interpreter && sitting.Language == talk.Language;
        }

        return (request.Host is not { } own || request.People.Count <= problem.Hosts[own].GroupSize)
            && (problem.TablesInSlot.Count == 0 || inSlot[talk.Slot] < problem.TablesInSlot[talk.Slot])
            && (talk.Interpreter is not { } interpreter || IsFree(interpreter, talk.Slot));
    }

    private bool IsFree(int number, int slot)
    {
        var (interpreter, time, rules) = (problem.Interpreters[number], problem.Slots[slot], problem.Rules);
        if (interpreting[number].Contains(slot) || time.Start < interpreter.From || interpreter.Until < time.End || interpreter.Working.Any(other => other.Start < time.End && time.Start < other.End))
        {
            return false;
        }

        var (from, until, worked) = (int.MinValue, int.MinValue, 0);
        foreach (var piece in work[number].Append(new TimeSpanOfDay(time.Start, time.End)).OrderBy(piece => piece.Start))
        {
            from = until == int.MinValue || piece.Start - until >= rules.InterpreterPause ? piece.Start : from;
            (until, worked) = (piece.End, worked + piece.End - piece.Start);
            if (until - from > rules.InterpreterStretch)
            {
                return false;
            }
        }

        return worked <= rules.InterpreterMost;
    }

    private void Enter(Way way)
    {
        var (talk, request) = (way.Talk, problem.Requests[way.Talk.Request]);
        talks.Add(talk.Request, talk);
        busy.UnionWith(request.People.Select(person => (person, talk.Slot)));
        var isNew = request.Host is not { } host || !sittings.ContainsKey((talk.Slot, host, talk.Table));
        if (request.Host is { } at)
        {
            sittings[(talk.Slot, at, talk.Table)] = new Sitting(request.People.Count + (isNew ? 0 : sittings[(talk.Slot, at, talk.Table)].People), talk.Interpreter, talk.Language);
        }

        if (isNew)
        {
            inSlot[talk.Slot]++;
        }

        if (isNew && talk.Interpreter is { } interpreter)
        {
            interpreting[interpreter].Add(talk.Slot);
            work[interpreter].Add(new(problem.Slots[talk.Slot].Start, problem.Slots[talk.Slot].End));
        }
    }

    private void SendHome()
    {
        if (problem.Rules.GapSpread is not { } spread || problem.People.Count == 0)
        {
            return;
        }

        while (TalkScoring.Gaps(problem, [.. talks.Values]) is var gaps && gaps.Max() - gaps.Min() > spread)
        {
            var person = Array.IndexOf(gaps, gaps.Max());
            talks.Remove(talks.Values.Where(talk => problem.Requests[talk.Request].People.Contains(person)).MaxBy(talk => talk.Slot).Request);
        }
    }

    private sealed record Way(PlannedTalk Talk);

    private readonly record struct Sitting(int People, int? Interpreter, string? Language);
}
