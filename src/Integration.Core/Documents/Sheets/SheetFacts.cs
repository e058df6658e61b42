namespace Integration.Documents.Sheets;

/// <summary>What stands on a profile's sheet beside its content. No property can hold a name, and none may be added.</summary>
public sealed record SheetFacts
{
    /// <summary>The Chiffre.</summary>
    public required string Chiffre { get; init; }

    /// <summary>"Stand": the day of the release.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Last day on which the sheet may be used.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>The neutral heading: the region's name.</summary>
    public required string Region { get; init; }

    /// <summary>Title of the event.</summary>
    public required string EventTitle { get; init; }

    /// <summary>Day of the event.</summary>
    public required DateOnly EventDate { get; init; }

    /// <summary>Team that employers ask.</summary>
    public string ContactTeam { get; init; } = "";

    /// <summary>Its telephone number.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>Its e-mail address.</summary>
    public string ContactEmail { get; init; } = "";

    /// <summary>Address behind the QR code; it carries an opaque token and nothing else.</summary>
    public required Uri ContactLink { get; init; }

    /// <summary>The address in letters, for those who type: the Chiffre is entered there.</summary>
    public required string ShortAddress { get; init; }

    /// <summary>Number of this copy and of the copies of this release; none on loose sheets.</summary>
    public (int Number, int Of)? Copy { get; init; }

    /// <summary>Place in the folder and number of its sheets; none on loose sheets.</summary>
    public (int Number, int Of)? Sheet { get; init; }

    /// <summary>The organisation's logo (PNG or JPEG) where the person has consented to it; the heading stays neutral otherwise.</summary>
    public ReadOnlyMemory<byte>? Logo { get; init; }

    /// <summary>What a screen reader says for the logo.</summary>
    public string LogoText { get; init; } = "";

    /// <summary>Whether this is a preview of a text not yet released: then the sheet says so across its head.</summary>
    public bool Preview { get; init; }
}
