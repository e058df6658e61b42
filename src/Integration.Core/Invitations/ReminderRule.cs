using Integration.Common;
using Integration.Events;

namespace Integration.Invitations;

/// <summary>When the people registered for an event are reminded of it, and of what. Rules are switched off, never deleted, so that what was
/// sent keeps its reason.</summary>
public class ReminderRule : IVersioned
{
    /// <summary>Most days before or after the event.</summary>
    public const int MostDays = 90;

    /// <summary>The id.</summary>
    public ReminderRuleId Id { get; set; } = ReminderRuleId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>What is said.</summary>
    public ReminderKind Kind { get; set; }

    /// <summary>Days before the event; negative for days after it.</summary>
    public int DaysBefore { get; set; }

    /// <summary>For registrations in this state.</summary>
    public RegistrationState State { get; set; }

    /// <summary>Whether it is switched on.</summary>
    public bool Active { get; set; } = true;

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The rules of an event that nobody has changed: a question to those who have not answered a week before, a reminder three days
    /// before, and after it the people whose attendance nobody recorded (DOMAIN §7.2).</summary>
    public static IReadOnlyList<ReminderRule> Defaults(JobEventId jobEvent) =>
    [
        new() { JobEventId = jobEvent, Kind = ReminderKind.NoAnswer, State = RegistrationState.Invited, DaysBefore = 7 },
        new() { JobEventId = jobEvent, Kind = ReminderKind.Upcoming, State = RegistrationState.Accepted, DaysBefore = 3 },
        new() { JobEventId = jobEvent, Kind = ReminderKind.NotRecorded, State = RegistrationState.Accepted, DaysBefore = -1 },
    ];
}

/// <summary>What a reminder says.</summary>
public enum ReminderKind
{
    /// <summary>The event is soon.</summary>
    Upcoming,

    /// <summary>There is no answer to the invitation yet.</summary>
    NoAnswer,

    /// <summary>Nobody recorded whether the person was there; told to the case manager, never to the person, and never called absence.</summary>
    NotRecorded,
}

/// <summary>That a registration was reminded by a rule: the key makes "once" true, whoever writes at the same moment.</summary>
public class Reminder
{
    /// <summary>The rule.</summary>
    public ReminderRuleId RuleId { get; set; }

    /// <summary>The registration.</summary>
    public RegistrationId RegistrationId { get; set; }

    /// <summary>When.</summary>
    public DateTime SentAt { get; set; }

    /// <summary>Whether it went to the person by mail; otherwise the case manager was told.</summary>
    public bool ByMail { get; set; }
}
