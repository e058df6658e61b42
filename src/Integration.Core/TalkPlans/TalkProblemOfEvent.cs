using Integration.Common;
using Integration.Events;
using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>The problem of an event's talks as the records tell it at this moment, and the way back from the numbers of the problem to the records.</summary>
internal sealed class TalkProblemOfEvent
{
    private readonly Dictionary<(RegistrationId, OrganisationId), int> _requests;
    private readonly Dictionary<TimeOnly, int> _slots;
    private readonly ILookup<InterpreterId, int> _interpreters;

    private TalkProblemOfEvent(TalkProblemFacts facts, TalkProblem problem)
    {
        (Facts, Problem) = (facts, problem);
        _requests = facts.Wishes.Select((wish, i) => (Key: (facts.People[wish.Person].RegistrationId, facts.Hosts[wish.Host].Id), i)).ToDictionary(row => row.Key, row => row.i);
        _slots = problem.Slots.Select((slot, i) => (Start: EventClock.Time(slot.Start), i)).ToDictionary(row => row.Start, row => row.i);
        _interpreters = facts.Interpreters.Select((interpreter, i) => (interpreter.Id, i)).ToLookup(row => row.Id, row => row.i);
    }

    public TalkProblemFacts Facts { get; }

    public TalkProblem Problem { get; }

    public JobEvent Event => Facts.Event;

    public static TalkProblemOfEvent Of(TalkProblemFacts facts, TalkSettings settings) => new(facts, new TalkProblem
    {
        Slots = facts.Slots,
        People = [.. facts.People.Select(facts.Person)],
        Hosts = [.. facts.Hosts.Select(facts.Host)],
        Interpreters = [.. facts.Interpreters.Select(facts.Interpreter)],
        Requests = [.. facts.Wishes.Select(wish => new TalkRequest { People = [wish.Person], Host = wish.Host, Mutual = wish.Ground == TalkGround.Mutual, Weight = wish.Weight })],
        Rules = new TalkRules { GapSpread = settings.GapSpread },
        Aims = settings.Aims is { } order ? new TalkAims { Order = order } : new TalkAims(),
    });

    /// <summary>The same problem in which these talks take place as they are. One whose interpreter or time is lost is left to the planner.</summary>
    public TalkProblem With(IEnumerable<ScheduledTalk> kept) => Problem with
    {
        Fixed = [.. kept.Select(Planned).OfType<PlannedTalk>().Select(talk => new FixedTalk(talk.Request, talk.Slot, talk.Table, talk.Interpreter)).OrderBy(talk => talk.Request)],
    };

    /// <summary>The same problem at a time of the day: what is over or under way takes place as it does, and nothing else begins before.</summary>
    /// <param name="kept">The talks that stay as they are.</param>
    /// <param name="from">The time; <see langword="null"/> where the day has not begun.</param>
    public TalkProblem At(IReadOnlyCollection<ScheduledTalk> kept, TimeOnly? from)
    {
        var problem = With(kept);
        if (from is not { } time)
        {
            return problem;
        }

        var stays = problem.Fixed.Select(talk => talk.Request).ToHashSet();
        var later = Enumerable.Range(0, problem.Slots.Count).Where(slot => problem.Slots[slot].Start >= Facts.Clock.Minute(time)).ToList();
        var over = Enumerable.Range(0, problem.Slots.Count).Except(later).ToHashSet();
        var used = problem.Fixed.Select(talk => (problem.Requests[talk.Request].Host, talk.Slot)).ToHashSet();
        return problem with
        {
            // No slot at all would mean any slot: where the day is over, the tables are closed instead.
            Requests = [.. problem.Requests.Select((request, i) => stays.Contains(i) || later.Count == 0 ? request : request with { Slots = later })],
            Hosts = [.. problem.Hosts.Select((host, i) => host with { ClosedSlots = [.. host.ClosedSlots.Union(over.Where(slot => !used.Contains((i, slot)))).Order()] })],
        };
    }

    /// <summary>A stored talk in the numbers of the problem.</summary>
    /// <returns><see langword="null"/> where the records no longer carry it: the person, the employer, the time, the table or the interpreter is gone.</returns>
    public PlannedTalk? Planned(ScheduledTalk talk)
    {
        if (RequestOf(talk.RegistrationId, talk.EmployerId) is not { } request || SlotAt(talk.StartsAt) is not { } slot
            || EventClock.Time(Problem.Slots[slot].End) != talk.EndsAt || talk.Table > Problem.Hosts[Facts.Wishes[request].Host].Tables)
        {
            return null;
        }

        var interpreter = talk.InterpreterId is { } id ? InterpreterIn(id, slot) : null;
        return talk.InterpreterId is not null && interpreter is null ? null
            : new PlannedTalk(request, slot, talk.Table - 1, interpreter, talk.Language.Length == 0 ? null : talk.Language);
    }

    /// <summary>An interpreter in the numbers of the problem: the time of theirs that the slot lies in, or the first.</summary>
    public int? InterpreterIn(InterpreterId id, int slot) =>
        _interpreters[id].Select(i => (int?)i).OrderByDescending(i => Facts.Interpreters[i!.Value].There is var there && there.Start <= Problem.Slots[slot].Start && Problem.Slots[slot].End <= there.End)
            .FirstOrDefault();

    /// <summary>Stored talks as a plan, in order of the requests; those that the records no longer carry are left out.</summary>
    public TalkPlan PlanOf(IEnumerable<ScheduledTalk> talks) => new([.. talks.Select(Planned).OfType<PlannedTalk>().OrderBy(talk => talk.Request)]);

    /// <summary>Stored talks as a plan to mend: one whose time, table or interpreter is gone is in it too, as near to where it was as the problem can say it,
    /// so that another place is looked for.</summary>
    public TalkPlan PlanToMend(IEnumerable<ScheduledTalk> talks) => new([.. talks.Select(talk => Planned(talk) ?? Lost(talk)).OfType<PlannedTalk>().OrderBy(talk => talk.Request)]);

    private PlannedTalk? Lost(ScheduledTalk talk)
    {
        if (RequestOf(talk.RegistrationId, talk.EmployerId) is not { } request || Problem.Slots.Count == 0)
        {
            return null;
        }

        var start = Facts.Clock.Minute(talk.StartsAt);
        var slot = Enumerable.Range(0, Problem.Slots.Count).MinBy(i => Math.Abs(Problem.Slots[i].Start - start));
        return new PlannedTalk(request, slot, talk.Table - 1, null, talk.Language.Length == 0 ? null : talk.Language);
    }

    /// <summary>A plan as talks to store; what was fixed in another one stays so.</summary>
    public IEnumerable<ScheduledTalk> TalksOf(TalkPlan plan, TalkScheduleId schedule, IEnumerable<ScheduledTalk> kept)
    {
        var pinned = kept.Where(talk => talk.Pinned).Select(talk => (talk.RegistrationId, talk.EmployerId)).ToHashSet();
        foreach (var talk in TalksOf(plan, schedule))
        {
            talk.Pinned = pinned.Contains((talk.RegistrationId, talk.EmployerId));
            yield return talk;
        }
    }

    /// <summary>A plan as talks to store.</summary>
    public IEnumerable<ScheduledTalk> TalksOf(TalkPlan plan, TalkScheduleId schedule) => plan.Talks.Select(talk =>
    {
        var wish = Facts.Wishes[talk.Request];
        var slot = Problem.Slots[talk.Slot];
        return new ScheduledTalk
        {
            ScheduleId = schedule,
            JobEventId = Event.Id,
            RegistrationId = Facts.People[wish.Person].RegistrationId,
            EmployerId = Facts.Hosts[wish.Host].Id,
            StartsAt = EventClock.Time(slot.Start),
            EndsAt = EventClock.Time(slot.End),
            Table = talk.Table + 1,
            InterpreterId = talk.Interpreter is { } interpreter ? Facts.Interpreters[interpreter].Id : null,
            Language = talk.Language ?? "",
            Ground = wish.Ground,
        };
    });

    /// <summary>Whether the records still carry a talk, and nothing about its people, table and interpreter speaks against it by itself.</summary>
    public bool Holds(ScheduledTalk talk) => Planned(talk) is { } planned && TalkChecker.Check(Problem, new TalkPlan([planned])).Count == 0;

    /// <summary>Whether a talk begins before a time; no talk does where no time is said.</summary>
    public bool IsBefore(ScheduledTalk talk, TimeOnly? time) => time is { } from && Facts.Clock.Minute(talk.StartsAt) < Facts.Clock.Minute(from);

    /// <summary>The request of a person and an employer.</summary>
    public int? RequestOf(RegistrationId registration, OrganisationId employer) => _requests.TryGetValue((registration, employer), out var request) ? request : null;

    /// <summary>The slot that begins at a time.</summary>
    public int? SlotAt(TimeOnly start) => _slots.TryGetValue(start, out var slot) ? slot : null;
}
