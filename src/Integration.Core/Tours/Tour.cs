using Integration.Common;

namespace Integration.Tours;

/// <summary>A tour of a company, walked in groups with a guide each (DOMAIN §7.3 B).</summary>
public class Tour : IVersioned, IOfEvent
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleMaxLength = 160;

    /// <summary>Longest text about confidentiality in characters.</summary>
    public const int ConfidentialityMaxLength = 400;

    /// <summary>People a group holds unless the host says otherwise (DOMAIN §6.4: 8 to 12).</summary>
    public const int UsualCapacity = 12;

    /// <summary>The id.</summary>
    public TourId Id { get; set; } = TourId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Who shows their company.</summary>
    public OrganisationId HostId { get; set; }

    /// <summary>The item of the programme it belongs to; <see langword="null"/> for none.</summary>
    public ProgrammeItemId? ProgrammeItemId { get; set; }

    /// <summary>What is seen.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where people gather.</summary>
    public string MeetingPoint { get; set; } = "";

    /// <summary>When they gather, local time.</summary>
    public TimeOnly MeetsAt { get; set; }

    /// <summary>When it begins, local time.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>How long it takes, in minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>Most people in a group.</summary>
    public int Capacity { get; set; } = UsualCapacity;

    /// <summary>What everybody wears on it.</summary>
    public List<ProtectiveEquipment> Equipment { get; set; } = [];

    /// <summary>Whether photographs and mobile phones are forbidden.</summary>
    public bool PhotoBan { get; set; }

    /// <summary>What has to stay among those who were there; empty when nothing has to.</summary>
    public string Confidentiality { get; set; } = "";

    /// <summary>Moves with every change of seats; whoever moves it holds them until the transaction ends.</summary>
    public long SeatChanges { get; set; }

    /// <summary>The groups.</summary>
    public List<TourGroup> Groups { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>What people wear against accidents.</summary>
public enum ProtectiveEquipment
{
    /// <summary>Helmet.</summary>
    Helmet,

    /// <summary>Safety shoes.</summary>
    SafetyShoes,

    /// <summary>High-visibility vest.</summary>
    Vest,

    /// <summary>Safety glasses.</summary>
    Glasses,

    /// <summary>Hearing protection.</summary>
    Hearing,
}

/// <summary>A group of a tour.</summary>
public class TourGroup
{
    /// <summary>Longest name of a guide in characters.</summary>
    public const int GuideMaxLength = 100;

    /// <summary>The id.</summary>
    public TourGroupId Id { get; set; } = TourGroupId.New();

    /// <summary>The tour.</summary>
    public TourId TourId { get; set; }

    /// <summary>Its number on the tour, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Who guides it, by name; empty while nobody does.</summary>
    public string Guide { get; set; } = "";

    /// <summary>The interpreter's assignment; <see langword="null"/> for none.</summary>
    public InterpreterAssignmentId? InterpreterAssignmentId { get; set; }

    /// <summary>When it sets off, local time; <see langword="null"/> with the tour.</summary>
    public TimeOnly? StartsAt { get; set; }
}

/// <summary>Somebody's place in a group. A person has one on a tour.</summary>
public class TourSeat
{
    /// <summary>Smallest shoe size (EU).</summary>
    public const int LeastShoeSize = 30;

    /// <summary>Largest shoe size (EU).</summary>
    public const int MostShoeSize = 52;

    /// <summary>The tour.</summary>
    public TourId TourId { get; set; }

    /// <summary>The registration.</summary>
    public RegistrationId RegistrationId { get; set; }

    /// <summary>The group.</summary>
    public TourGroupId GroupId { get; set; }

    /// <summary>Shoe size (EU), for safety shoes; an organisational fact that employers see as a sum alone.</summary>
    public int? ShoeSize { get; set; }

    /// <summary>Clothing size, for vests.</summary>
    public ClothingSize? ClothingSize { get; set; }

    /// <summary>Whether somebody chose the group by hand: a new forming leaves it.</summary>
    public bool ByHand { get; set; }
}

/// <summary>Size of clothes.</summary>
public enum ClothingSize
{
    /// <summary>XS.</summary>
    ExtraSmall,

    /// <summary>S.</summary>
    Small,

    /// <summary>M.</summary>
    Medium,

    /// <summary>L.</summary>
    Large,

    /// <summary>XL.</summary>
    ExtraLarge,

    /// <summary>XXL.</summary>
    TwiceExtraLarge,

    /// <summary>XXXL.</summary>
    ThriceExtraLarge,
}
