using Integration.Common;

namespace Integration.Door;

/// <summary>That a registered person was there. One row a registration: whoever is in is in once. No row means "not recorded", which is how
/// everybody stands until somebody says otherwise; it never means absent.</summary>
public class Attendance : IVersioned, IOfEvent
{
    /// <summary>Longest name of a door in characters.</summary>
    public const int DoorMaxLength = 60;

    /// <summary>The registration; the key.</summary>
    public RegistrationId RegistrationId { get; set; }

    /// <summary>Its event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>State.</summary>
    public AttendanceState State { get; set; }

    /// <summary>When the person first came in (UTC); <see langword="null"/> for somebody who did not come.</summary>
    public DateTime? InAt { get; set; }

    /// <summary>When the person left (UTC); <see langword="null"/> while they are inside, or when nobody noticed.</summary>
    public DateTime? OutAt { get; set; }

    /// <summary>How it was recorded.</summary>
    public AttendanceMeans Means { get; set; }

    /// <summary>Name of the door or device; empty for what was recorded at a desk.</summary>
    public string Door { get; set; } = "";

    /// <summary>Why the person was excused, code of the list ExcuseReasons: a class of reasons, never the reason. Empty when not excused.</summary>
    public string Excuse { get; set; } = "";

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Whether the person is in the house.</summary>
    public bool IsInside => InAt is not null && OutAt is null;
}

/// <summary>How it was with a registered person. What is not recorded has no state.</summary>
public enum AttendanceState
{
    /// <summary>ANWESEND: was there.</summary>
    Present,

    /// <summary>TEILWEISE: was there for a part.</summary>
    Partly,

    /// <summary>ENTSCHULDIGT: excused.</summary>
    Excused,

    /// <summary>UNENTSCHULDIGT: did not come although asked to report. What follows from it is decided outside the portal.</summary>
    Unexcused,
}

/// <summary>How an attendance was recorded.</summary>
public enum AttendanceMeans
{
    /// <summary>By the ticket.</summary>
    Ticket,

    /// <summary>By the name in the list.</summary>
    List,

    /// <summary>Together with others.</summary>
    Group,

    /// <summary>At a device without network, which reported it later.</summary>
    Offline,

    /// <summary>At a desk, afterwards.</summary>
    Desk,
}

/// <summary>That somebody changed an attendance by hand, and from what to what. Never changed itself.</summary>
public class AttendanceCorrection
{
    /// <summary>The id.</summary>
    public AttendanceCorrectionId Id { get; init; } = AttendanceCorrectionId.New();

    /// <summary>The registration.</summary>
    public RegistrationId RegistrationId { get; init; }

    /// <summary>How it stood before; <see langword="null"/> for not recorded.</summary>
    public AttendanceState? Before { get; init; }

    /// <summary>How it stands now; <see langword="null"/> for not recorded.</summary>
    public AttendanceState? After { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>Who.</summary>
    public UserId By { get; init; }
}
