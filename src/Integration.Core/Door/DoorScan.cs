using Integration.Common;

namespace Integration.Door;

/// <summary>One thing that happened at a door, and what the door answered. The log is only ever added to; a nonce stands in it once, which is
/// why a message that a device sends twice counts once.</summary>
public class DoorScan
{
    /// <summary>Longest kept text of a ticket in characters.</summary>
    public const int TicketMaxLength = 64;

    /// <summary>Drawn by the device for this one scan.</summary>
    public Guid Nonce { get; init; }

    /// <summary>The event at whose door it was.</summary>
    public JobEventId JobEventId { get; init; }

    /// <summary>Name of the device or door.</summary>
    public string Device { get; init; } = "";

    /// <summary>The registration, where one was found.</summary>
    public RegistrationId? RegistrationId { get; init; }

    /// <summary>What was read, where it led to no registration of this event.</summary>
    public string Ticket { get; init; } = "";

    /// <summary>In or out.</summary>
    public ScanDirection Direction { get; init; }

    /// <summary>How the person was found.</summary>
    public AttendanceMeans Means { get; init; }

    /// <summary>When it happened by the device's clock (UTC).</summary>
    public DateTime ScannedAt { get; init; }

    /// <summary>When the portal learned of it (UTC).</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>What the door answered.</summary>
    public DoorOutcome Outcome { get; init; }

    /// <summary>Who stood at the door.</summary>
    public UserId By { get; init; }
}

/// <summary>Which way somebody goes.</summary>
public enum ScanDirection
{
    /// <summary>In.</summary>
    In,

    /// <summary>Out.</summary>
    Out,
}

/// <summary>A guest without a registration.</summary>
public class WalkIn : IOfEvent
{
    /// <summary>Longest name in characters.</summary>
    public const int NameMaxLength = 60;

    /// <summary>The id.</summary>
    public WalkInId Id { get; init; } = WalkInId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; init; }

    /// <summary>What the guest wants to be called.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Language in which they want help, code of the list Languages; empty when none was named.</summary>
    public string SupportLanguage { get; init; } = "";

    /// <summary>When they came (UTC).</summary>
    public DateTime ArrivedAt { get; init; }
}
