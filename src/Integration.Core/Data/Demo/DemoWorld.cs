using Integration.Events;
using Integration.Organisations;

namespace Integration.Data.Demo;

/// <summary>Organisations and events of the demo, as <c>World.json</c> tells them.</summary>
internal sealed record DemoWorld
{
    public required IReadOnlyList<DemoOrganisation> Organisations { get; init; }

    public IReadOnlyList<DemoSeries> Series { get; init; } = [];

    public required IReadOnlyList<DemoEvent> Events { get; init; }
}

internal sealed record DemoSeries
{
    public string Key { get; init; } = "";

    /// <summary>Key of the leading organisation.</summary>
    public string Leader { get; init; } = "";

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public string Patron { get; init; } = "";

    public string WorkingGroup { get; init; } = "";

    /// <summary>Key of the organisation that takes the chair.</summary>
    public string Chair { get; init; } = "";

    public IReadOnlyList<string> Members { get; init; } = [];
}

internal sealed record DemoOrganisation
{
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public OrganisationKind Kind { get; init; }

    public string RegionKey { get; init; } = "";

    public string Team { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public bool SecondCheck { get; init; }

    public IReadOnlyList<Site> Sites { get; init; } = [];
}

internal sealed record DemoEvent
{
    public string Key { get; init; } = "";

    /// <summary>Key of the leading organisation.</summary>
    public string Leader { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Days from the clock's day; negative for an event that is over.</summary>
    public int InDays { get; init; }

    /// <summary>The day of an event of the past that has a date of its own.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether it is still being planned, not announced yet.</summary>
    public bool Planned { get; init; }

    /// <summary>Key of the series.</summary>
    public string? Series { get; init; }

    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    public string Patron { get; init; } = "";

    public string FundingNote { get; init; } = "";

    public TimeOnly From { get; init; }

    public TimeOnly To { get; init; }

    public string Place { get; init; } = "";

    public string Street { get; init; } = "";

    public string Town { get; init; } = "";

    public string Region { get; init; } = "";

    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Keys of employers somebody vouched for; their stands are numbered in this order.</summary>
    public IReadOnlyList<string> Employers { get; init; } = [];

    /// <summary>Keys of employers still to be checked.</summary>
    public IReadOnlyList<string> NotVouched { get; init; } = [];

    /// <summary>Most temporary-work agencies; no rule when it is nothing.</summary>
    public int? MostAgencies { get; init; }

    /// <summary>Whether employers have stands.</summary>
    public bool Stands { get; init; } = true;

    /// <summary>Keys of partners and projects with a stand; numbered after the employers.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>File of the hall's picture.</summary>
    public string? FloorPlan { get; init; }

    public string FloorPlanName { get; init; } = "";

    /// <summary>The preparation is done as it should be this many days before the event; there are no tasks when it is nothing.</summary>
    public int? TasksDoneUntil { get; init; }

    /// <summary>Lines of the preparation plan that were left undone.</summary>
    public IReadOnlyList<string> TasksOpen { get; init; } = [];
}
