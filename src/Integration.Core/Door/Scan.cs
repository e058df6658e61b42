using Integration.Common;

namespace Integration.Door;

/// <summary>What a device says happened at its door.</summary>
public sealed record Scan
{
    /// <summary>Drawn by the device for this one scan; a scan said again under the same nonce gets its first answer again. Empty: the portal draws one.</summary>
    public Guid Nonce { get; init; }

    /// <summary>What was read or typed: the code of a ticket, or its whole address.</summary>
    public string? Ticket { get; init; }

    /// <summary>The registration picked from the list, where no ticket was read.</summary>
    public RegistrationId? Registration { get; init; }

    /// <summary>In or out.</summary>
    public ScanDirection Direction { get; init; }

    /// <summary>Whether it was done for several people together.</summary>
    public bool Group { get; init; }

    /// <summary>The nonce of a scan that is taken back: whoever came in by it, and has not been seen again since, has not come.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>When it happened by the device's clock (UTC); now when missing.</summary>
    public DateTime? ScannedAt { get; init; }

    /// <summary>Name of the device or door, at most <see cref="Attendance.DoorMaxLength"/> characters; what is more is cut.</summary>
    public string Device { get; init; } = "";
}

/// <summary>The door's answer to a scan.</summary>
/// <param name="Nonce">The scan's.</param>
/// <param name="Outcome">What the door says.</param>
/// <param name="DisplayName">Who it is, as short as the door needs it; empty for people shown by ticket alone and wherever nobody was found.</param>
/// <param name="Registration">The registration, where one of this event was found.</param>
public sealed record ScanAnswer(Guid Nonce, DoorOutcome Outcome, string DisplayName, RegistrationId? Registration);

/// <summary>A scan on the desk: checked, with its event's times.</summary>
internal sealed record DeskScan(
    Guid Nonce, JobEventId Event, DateOnly Date, DoorTimes Times, bool Closed, string Ticket, RegistrationId? Registration, ScanDirection Direction, bool Group, Guid? Undoes,
    DateTime ScannedAt, DateTime ReceivedAt, string Device, UserId By)
{
    /// <summary>Told long after it happened.</summary>
    public bool IsLate => ReceivedAt - ScannedAt > DoorRules.Late;

    /// <summary>When it happened, as far as the device can be believed.</summary>
    public DateTime At => DoorRules.HappenedAt(ScannedAt, ReceivedAt, Times.OpensAt);

    /// <summary>How the person was found.</summary>
    public AttendanceMeans Means =>
        IsLate ? AttendanceMeans.Offline : Group ? AttendanceMeans.Group : Ticket.Length > 0 ? AttendanceMeans.Ticket : AttendanceMeans.List;
}
