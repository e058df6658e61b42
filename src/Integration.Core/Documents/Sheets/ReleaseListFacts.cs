namespace Integration.Documents.Sheets;

/// <summary>The internal list of releases of one event: the only paper on which a name and a Chiffre stand side by side.</summary>
public sealed record ReleaseListFacts
{
    /// <summary>The organisation whose people these are.</summary>
    public required string Organisation { get; init; }

    /// <summary>Title of the event.</summary>
    public required string EventTitle { get; init; }

    /// <summary>Day of the event.</summary>
    public required DateOnly EventDate { get; init; }

    /// <summary>Day of the list.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Releases whose copies have to come back.</summary>
    public required IReadOnlyList<ReleaseLine> Recall { get; init; }

    /// <summary>All others.</summary>
    public required IReadOnlyList<ReleaseLine> Others { get; init; }
}

/// <summary>One release.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Chiffre">The Chiffre.</param>
/// <param name="State">State in words.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="Copies">Printed copies.</param>
public sealed record ReleaseLine(string Name, string Chiffre, string State, DateOnly ValidUntil, IReadOnlyList<PrintedCopy> Copies);

/// <summary>One printed copy.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Of">Copies there were.</param>
/// <param name="PrintedOn">When it was printed.</param>
/// <param name="TakenBy">Who has it; empty for the stand or office.</param>
/// <param name="ReturnedOn">When it came back.</param>
public sealed record PrintedCopy(int Number, int Of, DateOnly PrintedOn, string TakenBy, DateOnly? ReturnedOn);
