using Integration.Common;

namespace Integration.TalkPlans;

/// <summary>One person's talk in a plan. People with the same employer, time and table sit together: one language, at most one interpreter.</summary>
/// <remarks>It hangs on the registration and not on the person or the release: who comes, under which Chiffre, and whether an employer may still see it is
/// read anew each time.</remarks>
public class ScheduledTalk : IOfEvent
{
    /// <summary>The id.</summary>
    public ScheduledTalkId Id { get; set; } = ScheduledTalkId.New();

    /// <summary>The plan.</summary>
    public TalkScheduleId ScheduleId { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Who comes: the registration.</summary>
    public RegistrationId RegistrationId { get; set; }

    /// <summary>Who receives them.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>Begin, local time.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>End, local time.</summary>
    public TimeOnly EndsAt { get; set; }

    /// <summary>Table of the employer, from 1.</summary>
    public int Table { get; set; } = 1;

    /// <summary>Who interprets; <see langword="null"/> where nobody is needed.</summary>
    public InterpreterId? InterpreterId { get; set; }

    /// <summary>Language that is interpreted or spoken at the table, code of the list Languages; empty for German.</summary>
    public string Language { get; set; } = "";

    /// <summary>Who asked for it.</summary>
    public TalkGround Ground { get; set; }

    /// <summary>Whether the organiser keeps it there and then.</summary>
    public bool Pinned { get; set; }
}

/// <summary>Who asked for a talk.</summary>
public enum TalkGround
{
    /// <summary>The employer and the person.</summary>
    Mutual,

    /// <summary>The employer.</summary>
    Employer,

    /// <summary>The person.</summary>
    Person,

    /// <summary>Nobody yet: profile and offer fit well.</summary>
    Fit,

    /// <summary>The organiser put it in.</summary>
    ByHand,
}

/// <summary>A change by hand, which can be taken back.</summary>
public class TalkStep
{
    /// <summary>The plan.</summary>
    public TalkScheduleId ScheduleId { get; set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What was done.</summary>
    public TalkStepKind Kind { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }

    /// <summary>Who did it.</summary>
    public UserId By { get; set; }

    /// <summary>The talks that it touched, as they were before.</summary>
    public List<TalkBefore> Before { get; set; } = [];
}

/// <summary>What was done to a plan by hand.</summary>
public enum TalkStepKind
{
    /// <summary>A talk was put elsewhere.</summary>
    Moved,

    /// <summary>A talk was fixed.</summary>
    Pinned,

    /// <summary>A talk was let go again.</summary>
    Unpinned,

    /// <summary>A talk was taken out.</summary>
    Dropped,

    /// <summary>A talk was put in.</summary>
    Inserted,
}

/// <summary>A talk as it was.</summary>
public sealed record TalkBefore
{
    /// <summary>Who comes.</summary>
    public required RegistrationId RegistrationId { get; init; }

    /// <summary>Who receives them.</summary>
    public required OrganisationId EmployerId { get; init; }

    /// <summary>Whether it was in the plan; if not, nothing else is said.</summary>
    public bool InPlan { get; init; }

    /// <summary>Begin.</summary>
    public TimeOnly StartsAt { get; init; }

    /// <summary>End.</summary>
    public TimeOnly EndsAt { get; init; }

    /// <summary>Table.</summary>
    public int Table { get; init; }

    /// <summary>Who interpreted.</summary>
    public InterpreterId? InterpreterId { get; init; }

    /// <summary>Language.</summary>
    public string Language { get; init; } = "";

    /// <summary>Who asked for it.</summary>
    public TalkGround Ground { get; init; }

    /// <summary>Whether it was fixed.</summary>
    public bool Pinned { get; init; }

    internal ScheduledTalk AsTalk(TalkSchedule schedule) => new()
    {
        ScheduleId = schedule.Id, JobEventId = schedule.JobEventId, RegistrationId = RegistrationId, EmployerId = EmployerId, StartsAt = StartsAt, EndsAt = EndsAt,
        Table = Table, InterpreterId = InterpreterId, Language = Language, Ground = Ground, Pinned = Pinned,
    };
}
