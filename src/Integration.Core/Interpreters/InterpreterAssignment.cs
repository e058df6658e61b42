using Integration.Common;

namespace Integration.Interpreters;

/// <summary>A deployment of an interpreter at an event (Einsatz): requested, confirmed, done, billed.</summary>
public class InterpreterAssignment : IVersioned, IOfEvent
{
    /// <summary>Longest text of the task in characters.</summary>
    public const int TaskMaxLength = 160;

    /// <summary>The id.</summary>
    public InterpreterAssignmentId Id { get; set; } = InterpreterAssignmentId.New();

    /// <summary>The organisation that leads the event and asks for the interpreter.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The interpreter.</summary>
    public InterpreterId InterpreterId { get; set; }

    /// <summary>Kind of task.</summary>
    public AssignmentKind Kind { get; set; }

    /// <summary>The task in words, for example "Gruppe 3, Betriebsrundgang"; never a name.</summary>
    public string Task { get; set; } = "";

    /// <summary>Language, code of the list Languages.</summary>
    public string Language { get; set; } = "";

    /// <summary>Whether a contract or legal instruction is interpreted, which asks for a sworn interpreter (R6).</summary>
    public bool LegallyBinding { get; set; }

    /// <summary>The person it is for; <see langword="null"/> for a group, a stand or everybody.</summary>
    public ParticipantId? ParticipantId { get; set; }

    /// <summary>Day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Begin, local time.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>End, local time; not later than the begin means on the next day.</summary>
    public TimeOnly EndsAt { get; set; }

    /// <summary>Meeting point.</summary>
    public string Place { get; set; } = "";

    /// <summary>State.</summary>
    public AssignmentState State { get; set; } = AssignmentState.Proposed;

    /// <summary>SHA-256 of the token in the answer's link; <see langword="null"/> before the first request.</summary>
    public string? AnswerTokenHash { get; set; }

    /// <summary>When it was last requested.</summary>
    public DateTime? RequestedAt { get; set; }

    /// <summary>When the interpreter answered.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Begin of the work done, from the signed record (Einsatzbestätigung).</summary>
    public TimeOnly? WorkedFrom { get; set; }

    /// <summary>End of the work done.</summary>
    public TimeOnly? WorkedTo { get; set; }

    /// <summary>Kilometres travelled, there and back.</summary>
    public int? TravelKm { get; set; }

    /// <summary>Number of the newest appointment that calendars were given; grows when time, place or state change.</summary>
    public int CalendarSequence { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Its time on the clock on the wall.</summary>
    public Stretch Time => Stretch.Of(Day, StartsAt, EndsAt);

    /// <summary>The work done; <see langword="null"/> before it is recorded.</summary>
    public Stretch? Worked => WorkedFrom is { } from && WorkedTo is { } to ? Stretch.Of(Day, from, to) : null;
}

/// <summary>Kind of task.</summary>
public enum AssignmentKind
{
    /// <summary>Pool at the meeting point.</summary>
    Pool,

    /// <summary>Group of a tour.</summary>
    TourGroup,

    /// <summary>At a stand.</summary>
    Stand,

    /// <summary>Talk between a person and an employer.</summary>
    Talk,

    /// <summary>Lecture.</summary>
    Lecture,
}

/// <summary>State of an assignment.</summary>
public enum AssignmentState
{
    /// <summary>Planned; the interpreter knows nothing of it yet.</summary>
    Proposed,

    /// <summary>Asked.</summary>
    Requested,

    /// <summary>Said yes.</summary>
    Confirmed,

    /// <summary>Said no.</summary>
    Declined,

    /// <summary>Taken back.</summary>
    Cancelled,

    /// <summary>Done and recorded.</summary>
    Done,
}

/// <summary>Which state of an assignment may follow which.</summary>
public static class AssignmentStates
{
    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>. A request may be sent again, a record corrected.</summary>
    public static bool Allows(AssignmentState from, AssignmentState to) => (from, to) switch
    {
        (AssignmentState.Proposed or AssignmentState.Requested, AssignmentState.Requested) => true,
        (AssignmentState.Proposed or AssignmentState.Requested, AssignmentState.Confirmed) => true,
        (AssignmentState.Requested, AssignmentState.Declined) => true,
        (AssignmentState.Proposed or AssignmentState.Requested or AssignmentState.Confirmed, AssignmentState.Cancelled) => true,
        (AssignmentState.Confirmed or AssignmentState.Done, AssignmentState.Done) => true,
        _ => false,
    };

    /// <summary>Whether the interpreter's time is taken.</summary>
    public static bool TakesTime(this AssignmentState state) => state is not (AssignmentState.Declined or AssignmentState.Cancelled);
}

/// <summary>Between this person and this interpreter: not (R1, R2). The person's organisation alone knows why.</summary>
public class InterpreterConflict
{
    /// <summary>The person.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The interpreter.</summary>
    public InterpreterId InterpreterId { get; set; }

    /// <summary>Why.</summary>
    public ConflictKind Kind { get; set; }
}

/// <summary>Why an interpreter must not interpret for a person.</summary>
public enum ConflictKind
{
    /// <summary>Relative, friend or same household (R1).</summary>
    Related,

    /// <summary>The person declined; no reason is asked (R2).</summary>
    Declined,
}
