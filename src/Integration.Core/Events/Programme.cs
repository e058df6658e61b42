using Integration.Common;

namespace Integration.Events;

/// <summary>A part of an event at a place of its own: the company tour, the transfer, the stands in the town hall.</summary>
public class EventStage : IOfEvent
{
    /// <summary>The id.</summary>
    public StageId Id { get; set; } = StageId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Its number among the event's stages, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What happens there.</summary>
    public string Title { get; set; } = "";

    /// <summary>Begin.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>End; on the next day when it is not later on the clock.</summary>
    public TimeOnly EndsAt { get; set; }

    /// <summary>Building and street.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether it does not take place; its items stay, so that people can be told.</summary>
    public bool Cancelled { get; set; }
}

/// <summary>A room, hall or corner of an event.</summary>
public class Room : IOfEvent
{
    /// <summary>The id.</summary>
    public RoomId Id { get; set; } = RoomId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Name as on the door.</summary>
    public string Name { get; set; } = "";

    /// <summary>People it holds; <see langword="null"/> when nobody counted.</summary>
    public int? Seats { get; set; }
}

/// <summary>Something on an event's programme.</summary>
public class ProgrammeItem : IVersioned, IOfEvent
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleMaxLength = 160;

    /// <summary>The id.</summary>
    public ProgrammeItemId Id { get; set; } = ProgrammeItemId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The stage it belongs to; <see langword="null"/> for an event without stages.</summary>
    public StageId? StageId { get; set; }

    /// <summary>Where; <see langword="null"/> when it has no room of its own.</summary>
    public RoomId? RoomId { get; set; }

    /// <summary>What it is.</summary>
    public string Title { get; set; } = "";

    /// <summary>Its kind.</summary>
    public ProgrammeKind Kind { get; set; } = ProgrammeKind.Talk;

    /// <summary>Begin.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>End; on the next day when it is not later on the clock.</summary>
    public TimeOnly EndsAt { get; set; }

    /// <summary>People who can take part; <see langword="null"/> when everybody can.</summary>
    public int? Capacity { get; set; }

    /// <summary>Language it is held in, code of the list Languages; German when empty.</summary>
    public string Language { get; set; } = "";

    /// <summary>Who speaks, guides or hosts, by name.</summary>
    public List<string> Speakers { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>Kinds of items of a programme (DOMAIN §7.3).</summary>
public enum ProgrammeKind
{
    /// <summary>Setting up, arrival of exhibitors.</summary>
    SetUp,

    /// <summary>Doors open, check-in.</summary>
    Arrival,

    /// <summary>Words of welcome.</summary>
    Welcome,

    /// <summary>Talk or lecture.</summary>
    Talk,

    /// <summary>Tour of a company.</summary>
    Tour,

    /// <summary>Way between two places.</summary>
    Transfer,

    /// <summary>Talks at stands.</summary>
    Stands,

    /// <summary>Small groups, talk tables, rounds.</summary>
    Groups,

    /// <summary>Workshop.</summary>
    Workshop,

    /// <summary>Counselling, check of application papers, photo corner.</summary>
    Counselling,

    /// <summary>Break.</summary>
    Break,

    /// <summary>Closing, feedback.</summary>
    Closing,
}
