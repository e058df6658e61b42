using Integration.Privacy;

namespace Integration.Documents.Sheets;

/// <summary>What a consent form is about. It stays with the owning organisation and the person, so it carries the name.</summary>
public sealed record ConsentFormFacts
{
    /// <summary>What the consent is for.</summary>
    public required ConsentPurpose Purpose { get; init; }

    /// <summary>The person's name as they write it.</summary>
    public required string PersonName { get; init; }

    /// <summary>The organisation that asks, and is responsible.</summary>
    public required string Organisation { get; init; }

    /// <summary>How it is reached.</summary>
    public required string Contact { get; init; }

    /// <summary>Title of the event.</summary>
    public required string EventTitle { get; init; }

    /// <summary>Day of the event.</summary>
    public required DateOnly EventDate { get; init; }

    /// <summary>Building and town.</summary>
    public required string EventPlace { get; init; }

    /// <summary>Last day the consent would hold.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>Name of the person's language in German.</summary>
    public required string LanguageName { get; init; }

    /// <summary>The employer or partner that the consent names; empty for other purposes.</summary>
    public string Recipient { get; init; } = "";
}
