using Integration.Profiles;

namespace Integration.Documents.Sheets;

/// <summary>A folder of profiles for one employer. It names the employer, who is no person of the profiles, and nobody else.</summary>
public sealed record FolderFacts
{
    /// <summary>The employer.</summary>
    public required string Employer { get; init; }

    /// <summary>The employer's stand; empty when none.</summary>
    public string Stand { get; init; } = "";

    /// <summary>Number of the folder among the event's folders, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which copy of this folder and of how many.</summary>
    public required (int Number, int Of) Copy { get; init; }

    /// <summary>The neutral heading: the region's name.</summary>
    public required string Region { get; init; }

    /// <summary>Title of the event.</summary>
    public required string EventTitle { get; init; }

    /// <summary>Day of the event.</summary>
    public required DateOnly EventDate { get; init; }

    /// <summary>Building and town of the event.</summary>
    public required string EventPlace { get; init; }

    /// <summary>Whom to ask and where the folder goes back to, a line each.</summary>
    public required IReadOnlyList<string> Contact { get; init; }

    /// <summary>The profiles in the folder's order.</summary>
    public required IReadOnlyList<FolderSheet> Sheets { get; init; }
}

/// <summary>One profile in a folder.</summary>
public sealed record FolderSheet(ProfileContent Content, SheetFacts Facts);
