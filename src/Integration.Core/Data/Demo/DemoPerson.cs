using System.Text.Json.Serialization;
using Integration.Events;
using Integration.Participants;

namespace Integration.Data.Demo;

/// <summary>How far an invented person's profile has come.</summary>
internal enum DemoState
{
    None,
    Draft,
    Findings,
    Checked,
    Consented,
    Released,
    Printed,
    Locked,
    Expired,
}

/// <summary>An invented person with what a case manager would have written about them.</summary>
internal sealed record DemoPerson
{
    [JsonConverter(typeof(JsonStringEnumConverter<DemoState>))]
    public DemoState State { get; init; }

    public InvitationKind Invitation { get; init; }

    public RegistrationState Registration { get; init; }

    /// <summary>Part of the district instead of the municipality.</summary>
    public string Area { get; init; } = "";

    public IReadOnlyList<string> Strengths { get; init; } = [];

    public string Introduction { get; init; } = "";

    /// <summary>The day is counted from the clock, so that no demo course is over.</summary>
    public int? CourseEndsInMonths { get; init; }

    public int? ResidenceEndsInMonths { get; init; }

    public required Participant Person { get; init; }
}
