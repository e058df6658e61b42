using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Talks;

/// <summary>For each rule one way to break it: the plan is changed, or what it keeps is made narrower by exactly as much as it uses.</summary>
internal static class Breakings
{
    private const string Nobody = "nobody's";

    /// <summary>The problem and plan with one rule broken; <see langword="null"/> where the plan has nothing at which to break it.</summary>
    public static (TalkProblem Problem, TalkPlan Plan)? Break(TalkBreachKind kind, TalkProblem problem, TalkPlan plan)
    {
        if (plan.Talks.Count == 0)
        {
            return null;
        }

        return kind switch
        {
            TalkBreachKind.RequestUnknown => Change(problem, plan, talk => true, talk => talk with { Request = problem.Requests.Count }),
            TalkBreachKind.SlotUnknown => Change(problem, plan, talk => true, talk => talk with { Slot = problem.Slots.Count }),
            TalkBreachKind.TableUnknown => Change(problem, plan, talk => true, talk => talk with { Table = Host(problem, talk)?.Tables ?? 1 }),
            TalkBreachKind.InterpreterUnknown => Change(problem, plan, talk => true, talk => talk with { Interpreter = problem.Interpreters.Count }),
            TalkBreachKind.RequestTwice => (problem, new TalkPlan([.. plan.Talks, plan.Talks[0]])),
            TalkBreachKind.SlotNotAllowed => problem.Slots.Count < 2 ? null
                : (With(problem, plan.Talks[0], request => request with { Slots = [(plan.Talks[0].Slot + 1) % problem.Slots.Count] }), plan),
            TalkBreachKind.PersonTwice => Together(problem, plan, (one, other) => People(problem, one).Intersect(People(problem, other)).Any(), (one, other) => other with { Slot = one.Slot }),
            TalkBreachKind.TwoLanguagesAtTable => Together(
                problem, plan, (one, other) => SameHost(problem, one, other) && one.Language != other.Language, (one, other) => other with { Slot = one.Slot, Table = one.Table }),
            TalkBreachKind.TwoInterpretersAtTable => Together(
                problem, plan, (one, other) => SameHost(problem, one, other) && one.Interpreter != other.Interpreter, (one, other) => other with { Slot = one.Slot, Table = one.Table }),
            TalkBreachKind.InterpreterTwice => Together(
                problem, plan, (one, other) => one.Interpreter is not null && !SameHost(problem, one, other), (one, other) => other with { Slot = one.Slot, Interpreter = one.Interpreter }),
            TalkBreachKind.LanguageMissing => Change(problem, plan, talk => talk.Language is not null, talk => talk with { Language = null }),
            TalkBreachKind.LanguageNotNeeded => Change(problem, plan, talk => talk.Language is null, talk => talk with { Language = Nobody }),
            TalkBreachKind.LanguageNotAccepted => Change(problem, plan, talk => talk.Language is not null, talk => talk with { Language = Nobody }),
            TalkBreachKind.InterpreterMissing => Change(problem, plan, talk => talk.Interpreter is not null, talk => talk with { Interpreter = null }),
            TalkBreachKind.InterpreterNotNeeded => problem.Interpreters.Count == 0 ? null
                : Change(problem, plan, talk => talk.Interpreter is null, talk => talk with { Interpreter = 0 }),
            TalkBreachKind.RequiredMissing => (With(problem, plan.Talks[^1], request => request with { Required = true }), new TalkPlan([.. plan.Talks.SkipLast(1)])),
            TalkBreachKind.FixedNotKept => problem.Slots.Count < 2 ? null
                : (problem with { Fixed = [.. problem.Fixed, new FixedTalk(plan.Talks[0].Request, (plan.Talks[0].Slot + 1) % problem.Slots.Count)] }, plan),
            TalkBreachKind.ForbiddenHeld => (problem with { Forbidden = [.. problem.Forbidden, new ForbiddenTalk(plan.Talks[0].Request)] }, plan),
            TalkBreachKind.OrderBroken => plan.Talks.Count < 2 ? null
                : (problem with { Orders = [.. problem.Orders, plan.Talks.OrderBy(talk => talk.Slot).ToList() is var order ? new TalkOrder(order[^1].Request, order[0].Request) : default] }, plan),
            TalkBreachKind.HouseTooFull => (problem with { TablesInSlot = [.. problem.Slots.Select((_, slot) => slot == plan.Talks[0].Slot ? 0 : 99)] }, plan),
            TalkBreachKind.GapsUneven => TalkScoring.Score(problem, plan) is var score && score.MostGaps == score.FewestGaps ? null
                : (problem with { Rules = problem.Rules with { GapSpread = score.MostGaps - score.FewestGaps - 1 } }, plan),
            _ => Narrow(kind, problem, plan),
        };
    }

    private static (TalkProblem Problem, TalkPlan Plan)? Narrow(TalkBreachKind kind, TalkProblem problem, TalkPlan plan)
    {
        var talk = plan.Talks[0];
        var slot = problem.Slots[talk.Slot];
        var someone = plan.Talks.FirstOrDefault(held => held.Interpreter is not null);
        var interpreted = problem.Slots[someone.Slot];
        return kind switch
        {
            TalkBreachKind.PersonAbsent => (With(problem, People(problem, talk)[0], person => person with { LeavesAt = slot.End - 1 }), plan),
            TalkBreachKind.PersonElsewhere => (With(problem, People(problem, talk)[0], person => person with { BusySlots = [talk.Slot] }), plan),
            TalkBreachKind.HostClosed => Receiving(host => host with { ClosedSlots = [.. problem.Slots.Select((_, number) => number)] }),
            TalkBreachKind.TableTooFull => Receiving(host => host with { GroupSize = 0 }),
            _ when someone.Interpreter is null => null,
            TalkBreachKind.LanguageNotMastered => Interpreting(interpreter => interpreter with { Languages = [.. interpreter.Languages.Where(language => language != someone.Language)] }),
            TalkBreachKind.InterpreterRuledOut => (With(problem, People(problem, someone)[0], person => person with { NotInterpretedBy = [someone.Interpreter.Value] }), plan),
            TalkBreachKind.InterpreterAbsent => Interpreting(interpreter => interpreter with { From = interpreted.Start + 1 }),
            TalkBreachKind.InterpreterElsewhere => Interpreting(interpreter => interpreter with { Working = [.. interpreter.Working, new(interpreted.End - 1, interpreted.End + 1)] }),
            TalkBreachKind.PauseMissing => (problem with { Rules = problem.Rules with { InterpreterStretch = interpreted.End - interpreted.Start - 1 } }, plan),
            TalkBreachKind.DayTooLong => (problem with { Rules = problem.Rules with { InterpreterMost = interpreted.End - interpreted.Start - 1 } }, plan),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A rule without a way to break it."),
        };

        (TalkProblem, TalkPlan)? Receiving(Func<TalkHost, TalkHost> change) => plan.Talks.Any(held => Host(problem, held) is not null)
            ? (problem with { Hosts = [.. problem.Hosts.Select(change)] }, plan) : null;

        (TalkProblem, TalkPlan)? Interpreting(Func<TalkInterpreter, TalkInterpreter> change) =>
            (problem with { Interpreters = [.. problem.Interpreters.Select((interpreter, number) => number == someone.Interpreter ? change(interpreter) : interpreter)] }, plan);
    }

    private static (TalkProblem Problem, TalkPlan Plan)? Change(TalkProblem problem, TalkPlan plan, Func<PlannedTalk, bool> fits, Func<PlannedTalk, PlannedTalk> change)
    {
        var at = plan.Talks.ToList().FindIndex(talk => fits(talk));
        return at < 0 ? null : (problem, new TalkPlan([.. plan.Talks.Select((talk, number) => number == at ? change(talk) : talk)]));
    }

    private static (TalkProblem Problem, TalkPlan Plan)? Together(
        TalkProblem problem, TalkPlan plan, Func<PlannedTalk, PlannedTalk, bool> fits, Func<PlannedTalk, PlannedTalk, PlannedTalk> change)
    {
        var pairs = from one in plan.Talks from other in plan.Talks where one.Request != other.Request && fits(one, other) select (one, other);
        return pairs.Select(pair => ((TalkProblem, TalkPlan)?)(problem, new TalkPlan([.. plan.Talks.Select(talk => talk == pair.other ? change(pair.one, talk) : talk)]))).FirstOrDefault();
    }

    private static TalkProblem With(TalkProblem problem, PlannedTalk talk, Func<TalkRequest, TalkRequest> change) =>
        problem with { Requests = [.. problem.Requests.Select((request, number) => number == talk.Request ? change(request) : request)] };

    private static TalkProblem With(TalkProblem problem, int person, Func<TalkPerson, TalkPerson> change) =>
        problem with { People = [.. problem.People.Select((own, number) => number == person ? change(own) : own)] };

    private static TalkHost? Host(TalkProblem problem, PlannedTalk talk) => problem.Requests[talk.Request].Host is { } host ? problem.Hosts[host] : null;

    private static bool SameHost(TalkProblem problem, PlannedTalk one, PlannedTalk other) =>
        problem.Requests[one.Request].Host is { } host && problem.Requests[other.Request].Host == host;

    private static IReadOnlyList<int> People(TalkProblem problem, PlannedTalk talk) => problem.Requests[talk.Request].People;
}
