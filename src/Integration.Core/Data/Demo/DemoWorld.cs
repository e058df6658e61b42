using Integration.Organisations;

namespace Integration.Data.Demo;

/// <summary>Organisations and events of the demo, as <c>World.json</c> tells them.</summary>
internal sealed record DemoWorld
{
    public required IReadOnlyList<DemoOrganisation> Organisations { get; init; }

    public required IReadOnlyList<DemoEvent> Events { get; init; }
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
}
