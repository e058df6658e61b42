namespace Integration.Planning.Talks;

/// <summary>Verifies a plan against its problem, rule by rule. It shares no code with the search, so that a fault of the one is no fault of the other;
/// nothing is stored or shown that it has not accepted.</summary>
/// <remarks>
/// The problem is taken as sound: its numbers name what its lists hold. A talk that names something unknown is reported for that alone and left out of
/// everything else. Whether a talk needs a language is a question of the talk: somebody who speaks German and stays together with somebody who does not
/// goes along with that person's language.
/// </remarks>
public static partial class TalkChecker
{
    /// <summary>Every rule that the plan breaks; empty for a plan that may be used.</summary>
    public static IReadOnlyList<TalkBreach> Check(TalkProblem problem, TalkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var breaches = new List<TalkBreach>();
        var talks = Known(problem, plan, breaches);
        foreach (var talk in talks)
        {
            CheckTime(problem, talk, breaches);
            CheckLanguage(problem, talk, breaches);
        }

        CheckPeople(problem, talks, breaches);
        CheckTables(problem, talks, breaches);
        CheckInterpreters(problem, talks, breaches);
        CheckDecisions(problem, talks, breaches);
        CheckGaps(problem, talks, breaches);
        return breaches;
    }

    // The talks that name only what exists, each request once.
    private static List<PlannedTalk> Known(TalkProblem problem, TalkPlan plan, List<TalkBreach> breaches)
    {
        var (talks, seen) = (new List<PlannedTalk>(plan.Talks.Count), new bool[problem.Requests.Count]);
        foreach (var talk in plan.Talks)
        {
            if (!In(problem.Requests, talk.Request))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.RequestUnknown, talk.Request));
            }
            else if (!In(problem.Slots, talk.Slot))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.SlotUnknown, talk.Request, Slot: talk.Slot));
            }
            else if (problem.Requests[talk.Request].Host is var host && (talk.Table < 0 || talk.Table >= (host is { } number ? problem.Hosts[number].Tables : 1)))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.TableUnknown, talk.Request, Host: host, Slot: talk.Slot));
            }
            else if (talk.Interpreter is { } interpreter && !In(problem.Interpreters, interpreter))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.InterpreterUnknown, talk.Request, Interpreter: interpreter, Slot: talk.Slot));
            }
            else if (seen[talk.Request])
            {
                breaches.Add(new TalkBreach(TalkBreachKind.RequestTwice, talk.Request, Slot: talk.Slot));
            }
            else
            {
                seen[talk.Request] = true;
                talks.Add(talk);
            }
        }

        return talks;
    }

    private static bool In<T>(IReadOnlyList<T> list, int number) => number >= 0 && number < list.Count;

    private static void CheckTime(TalkProblem problem, PlannedTalk talk, List<TalkBreach> breaches)
    {
        var (request, slot) = (problem.Requests[talk.Request], problem.Slots[talk.Slot]);
        if (request.Slots.Count > 0 && !request.Slots.Contains(talk.Slot))
        {
            breaches.Add(new TalkBreach(TalkBreachKind.SlotNotAllowed, talk.Request, Slot: talk.Slot));
        }

        foreach (var number in request.People)
        {
            var person = problem.People[number];
            if (person.ArrivesAt > slot.Start || slot.End > person.LeavesAt)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.PersonAbsent, talk.Request, Person: number, Slot: talk.Slot));
            }

            if (person.BusySlots.Contains(talk.Slot))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.PersonElsewhere, talk.Request, Person: number, Slot: talk.Slot));
            }
        }

        if (request.Host is { } host && problem.Hosts[host].ClosedSlots.Contains(talk.Slot))
        {
            breaches.Add(new TalkBreach(TalkBreachKind.HostClosed, talk.Request, Host: host, Slot: talk.Slot));
        }
    }

    private static void CheckPeople(TalkProblem problem, List<PlannedTalk> talks, List<TalkBreach> breaches)
    {
        var taken = new Dictionary<(int Person, int Slot), int>();
        foreach (var talk in talks)
        {
            foreach (var person in problem.Requests[talk.Request].People)
            {
                if (!taken.TryAdd((person, talk.Slot), talk.Request))
                {
                    breaches.Add(new TalkBreach(TalkBreachKind.PersonTwice, taken[(person, talk.Slot)], talk.Request, person, Slot: talk.Slot));
                }
            }
        }
    }

    private static void CheckTables(TalkProblem problem, List<PlannedTalk> talks, List<TalkBreach> breaches)
    {
        // Talks without host have no table to share: each is a sitting of its own.
        var sittings = new Dictionary<(int Slot, int Host, int Table), (PlannedTalk First, int People)>();
        var inSlot = new int[problem.Slots.Count];
        foreach (var talk in talks)
        {
            var request = problem.Requests[talk.Request];
            if (request.Host is not { } host || !sittings.TryGetValue((talk.Slot, host, talk.Table), out var sitting))
            {
                inSlot[talk.Slot]++;
                sitting = (talk, 0);
            }

            if (request.Host is not { } at)
            {
                continue;
            }

            if (!string.Equals(sitting.First.Language, talk.Language, StringComparison.Ordinal))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.TwoLanguagesAtTable, sitting.First.Request, talk.Request, Host: at, Slot: talk.Slot));
            }

            if (sitting.First.Interpreter != talk.Interpreter)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.TwoInterpretersAtTable, sitting.First.Request, talk.Request, Host: at, Slot: talk.Slot));
            }

            var (before, after) = (sitting.People, sitting.People + request.People.Count);
            sittings[(talk.Slot, at, talk.Table)] = sitting with { People = after };
            // Told once, by the talk that is too much.
            if (after > problem.Hosts[at].GroupSize && before <= problem.Hosts[at].GroupSize)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.TableTooFull, talk.Request, Host: at, Slot: talk.Slot));
            }
        }

        for (var slot = 0; slot < problem.TablesInSlot.Count; slot++)
        {
            if (inSlot[slot] > problem.TablesInSlot[slot])
            {
                breaches.Add(new TalkBreach(TalkBreachKind.HouseTooFull, Slot: slot));
            }
        }
    }

    private static void CheckDecisions(TalkProblem problem, List<PlannedTalk> talks, List<TalkBreach> breaches)
    {
        var held = new PlannedTalk?[problem.Requests.Count];
        foreach (var talk in talks)
        {
            held[talk.Request] = talk;
        }

        for (var request = 0; request < held.Length; request++)
        {
            if (problem.Requests[request].Required && held[request] is null)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.RequiredMissing, request));
            }
        }

        foreach (var wanted in problem.Fixed)
        {
            if (held[wanted.Request] is not { } talk || talk.Slot != wanted.Slot || (wanted.Table ?? talk.Table) != talk.Table
                || (wanted.Interpreter is { } interpreter && interpreter != talk.Interpreter))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.FixedNotKept, wanted.Request, Interpreter: wanted.Interpreter, Slot: wanted.Slot));
            }
        }

        foreach (var ruledOut in problem.Forbidden)
        {
            if (held[ruledOut.Request] is { } talk && (ruledOut.Slot ?? talk.Slot) == talk.Slot)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.ForbiddenHeld, ruledOut.Request, Slot: talk.Slot));
            }
        }

        foreach (var order in problem.Orders)
        {
            if (held[order.First] is { } first && held[order.Then] is { } then && first.Slot >= then.Slot)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.OrderBroken, order.First, order.Then, Slot: then.Slot));
            }
        }
    }

    private static void CheckGaps(TalkProblem problem, List<PlannedTalk> talks, List<TalkBreach> breaches)
    {
        if (problem.Rules.GapSpread is not { } spread || problem.People.Count == 0)
        {
            return;
        }

        var gaps = TalkScoring.Gaps(problem, talks);
        var most = gaps.Max();
        if (most - gaps.Min() > spread)
        {
            breaches.Add(new TalkBreach(TalkBreachKind.GapsUneven, Person: Array.IndexOf(gaps, most)));
        }
    }
}
