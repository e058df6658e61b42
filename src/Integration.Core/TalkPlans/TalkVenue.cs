using Integration.Common;

namespace Integration.TalkPlans;

/// <summary>An employer's tables for planned talks at an event. One row an employer and event.</summary>
public class TalkVenue : IVersioned, IOfEvent
{
    /// <summary>Most tables of one employer, and most people at one.</summary>
    public const int MostTables = 20, MostAtTable = 12;

    /// <summary>Longest name of a zone in characters.</summary>
    public const int ZoneMaxLength = 60;

    /// <summary>The id.</summary>
    public TalkVenueId Id { get; set; } = TalkVenueId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The employer, expected at the event.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>Tables that work side by side, from 1.</summary>
    public int Tables { get; set; } = 1;

    /// <summary>Most people at one table; 1 for talks one to one.</summary>
    public int GroupSize { get; set; } = 1;

    /// <summary>Room or part of the hall; empty where all is in one. Going from one to another is a walk.</summary>
    public string Zone { get; set; } = "";

    /// <summary>Languages spoken at the tables, codes of the list Languages: whoever needs one of them needs no interpreter here.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>When nobody is received: a late arrival, a break.</summary>
    public List<ClockSpan> Closed { get; set; } = [];

    /// <summary>Whether the employer takes part in planned talks at all.</summary>
    public bool Open { get; set; } = true;

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>From one clock time to another, local time; an end that is not later on the clock lies on the next day.</summary>
/// <param name="From">Begin.</param>
/// <param name="Until">End, not included.</param>
public sealed record ClockSpan(TimeOnly From, TimeOnly Until);

/// <summary>A stretch of an event in which talks take place, one after the other with time to change tables between.</summary>
public class TalkTimes : IVersioned, IOfEvent
{
    /// <summary>Shortest and longest talk, in minutes.</summary>
    public const int LeastMinutes = 3, MostMinutes = 120;

    /// <summary>Longest time between two talks, in minutes.</summary>
    public const int MostBetween = 60;

    /// <summary>The id.</summary>
    public TalkTimesId Id { get; set; } = TalkTimesId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The stage; <see langword="null"/> for an event without stages.</summary>
    public StageId? StageId { get; set; }

    /// <summary>When the first talk begins, local time.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>When the last one is over at the latest, local time.</summary>
    public TimeOnly EndsAt { get; set; }

    /// <summary>Minutes of a talk.</summary>
    public int Minutes { get; set; } = 15;

    /// <summary>Minutes between two talks.</summary>
    public int MinutesBetween { get; set; } = 5;

    /// <inheritdoc/>
    public Guid Version { get; set; }
}
