using Integration.Common;

namespace Integration.Reports;

/// <summary>What a list of participants is narrowed to. Everything set must hold.</summary>
public sealed record ParticipantFilter
{
    /// <summary>Words of a name or customer number, any script or spelling.</summary>
    public string Text { get; init; } = "";

    /// <summary>Case manager in charge.</summary>
    public UserId? Owner { get; init; }

    /// <summary>Spoken German at this level or better.</summary>
    public LanguageLevel? GermanAtLeast { get; init; }

    /// <summary>Occupation group aimed at (KldB, two digits).</summary>
    public string OccupationGroup { get; init; } = "";

    /// <summary>Form of work looked for.</summary>
    public string WorkForm { get; init; } = "";

    /// <summary>Driving licence class.</summary>
    public string Licence { get; init; } = "";

    /// <summary>First or other language.</summary>
    public string Language { get; init; } = "";

    /// <summary>Registered for this event and not declined or withdrawn.</summary>
    public JobEventId? RegisteredFor { get; init; }

    /// <summary>State of the short profile; with an event set, for that event.</summary>
    public ProfileGap? Gap { get; init; }
}

/// <summary>What a person's short profile still lacks.</summary>
public enum ProfileGap
{
    /// <summary>There is no profile.</summary>
    NoProfile,

    /// <summary>The profile is a draft.</summary>
    NotChecked,

    /// <summary>The person has not consented to the current text (for the event, where one is set).</summary>
    NoConsent,

    /// <summary>Consented, but not released (for the event, where one is set).</summary>
    NotReleased,
}

/// <summary>What a list is ordered by.</summary>
public enum ParticipantOrder
{
    /// <summary>Name.</summary>
    Name,

    /// <summary>Last change, newest first.</summary>
    Changed,
}

/// <summary>A row of the list of participants.</summary>
public sealed record ParticipantRow(
    ParticipantId Id, string FamilyName, string GivenName, DateOnly? BornOn, string Town, string FirstLanguage,
    LanguageLevel SpokenGerman, LanguageLevel WrittenGerman, UserId? OwnerId, string OwnerName, DateTime ChangedAt, string Occupation,
    bool HasProfile, bool Checked);

/// <summary>A page of rows and how many there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total);
