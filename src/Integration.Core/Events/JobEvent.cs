using Integration.Common;

namespace Integration.Events;

/// <summary>An event at which newcomers and employers meet.</summary>
public class JobEvent : IVersioned, IOfEvent
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleMaxLength = 160;

    /// <summary>Longest line about patron or funding in characters.</summary>
    public const int LineMaxLength = 160;

    /// <summary>Most places that can be entered.</summary>
    public const int MostPlaces = 100_000;

    /// <summary>The id.</summary>
    public JobEventId Id { get; set; } = JobEventId.New();

    JobEventId IOfEvent.JobEventId => Id;

    /// <summary>A short name for addresses and the command line, lower-case ASCII with hyphens: <c>haren</c>.</summary>
    public string Key { get; set; } = "";

    /// <summary>The organisation that leads the event.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Type, code of the list EventKinds.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The title, in German.</summary>
    public string Title { get; set; } = "";

    /// <summary>The day.</summary>
    public DateOnly Date { get; set; }

    /// <summary>When it begins, local time.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>When it ends, local time.</summary>
    public TimeOnly EndsAt { get; set; }

    /// <summary>Where: the building.</summary>
    public string Place { get; set; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; set; } = "";

    /// <summary>The town.</summary>
    public string Town { get; set; } = "";

    /// <summary>Name of the region printed on the neutral heading of profiles.</summary>
    public string RegionName { get; set; } = "";

    /// <summary>Whom it is for; nobody said when empty.</summary>
    public List<Audience> Audiences { get; set; } = [];

    /// <summary>Patron (Schirmherrin, Schirmherr), with office; empty when there is none, or that of the series.</summary>
    public string Patron { get; set; } = "";

    /// <summary>Who pays, as the grant wants it said on every print: "Kofinanziert von der Europäischen Union".</summary>
    public string FundingNote { get; set; } = "";

    /// <summary>The series it belongs to; <see langword="null"/> when it stands alone.</summary>
    public EventSeriesId? SeriesId { get; set; }

    /// <summary>State; it changes by the steps of <see cref="EventStates"/>.</summary>
    public JobEventState State { get; set; } = JobEventState.Planned;

    /// <summary>Places for participants; <see langword="null"/> when there is no limit.</summary>
    public int? Places { get; set; }

    /// <summary>Whether temporary-work agencies may come.</summary>
    public AgencyRule Agencies { get; set; } = AgencyRule.Allowed;

    /// <summary>Most agencies, where the rule limits them; else <see langword="null"/>.</summary>
    public int? MostAgencies { get; set; }

    /// <summary>Moves with every change of places; whoever moves it holds them until the transaction ends (<see cref="EventPlaces"/>).</summary>
    public long PlaceChanges { get; set; }

    /// <summary>Number of the newest appointment that calendars were given; grows when title, time, place or state change.</summary>
    public int CalendarSequence { get; set; }

    /// <summary>Organisations that take part and may register their people, beside the leading one.</summary>
    public List<JobEventHost> Hosts { get; set; } = [];

    /// <summary>Employers expected.</summary>
    public List<ExpectedEmployer> Employers { get; set; } = [];

    /// <summary>The stands.</summary>
    public List<Stand> Stands { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The numbers of an organisation's stands in a line; empty when it has none. The stands must be loaded.</summary>
    public string StandsOf(OrganisationId organisation) => string.Join(
        ", ", Stands.Where(stand => stand.OrganisationId == organisation).Select(stand => stand.Number).Order(StringComparer.Ordinal));
}

/// <summary>Whether temporary-work agencies may come to an event. Many organisers cap them or leave them out.</summary>
public enum AgencyRule
{
    /// <summary>Like every employer.</summary>
    Allowed,

    /// <summary>At most a number of them.</summary>
    Limited,

    /// <summary>None.</summary>
    Excluded,
}

/// <summary>State of an event.</summary>
public enum JobEventState
{
    /// <summary>An idea.</summary>
    Idea,

    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Announced.</summary>
    Published,

    /// <summary>Going on.</summary>
    Running,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>An organisation that takes part in an event.</summary>
public class JobEventHost : IOfEvent
{
    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; set; }
}

/// <summary>An employer expected at an event.</summary>
public class ExpectedEmployer : IOfEvent
{
    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The employer's organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>When the employer service vouched for the employer's being real; no folder is printed before.</summary>
    public DateTime? VouchedAt { get; set; }

    /// <summary>Who vouched.</summary>
    public UserId? VouchedBy { get; set; }

    /// <summary>From which day the employer may look at the profiles, where the organiser lets it in before the event's day.</summary>
    public DateOnly? OpensOn { get; set; }
}
