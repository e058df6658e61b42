using Integration.Common;

namespace Integration.Organisations;

/// <summary>An authority, chamber, association, employer… that takes part. Owns its people's records.</summary>
public class Organisation : IVersioned
{
    /// <summary>Longest name in characters.</summary>
    public const int NameMaxLength = 160;

    /// <summary>Longest key in characters.</summary>
    public const int KeyMaxLength = 60;

    /// <summary>The id.</summary>
    public OrganisationId Id { get; set; } = OrganisationId.New();

    /// <summary>A short name for addresses and the command line, lower-case ASCII with hyphens: <c>jobcenter-emsland</c>.</summary>
    public string Key { get; set; } = "";

    /// <summary>The full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its type.</summary>
    public OrganisationKind Kind { get; set; }

    /// <summary>Two or three letters that open a Chiffre drawn here, for example <c>EL</c>.</summary>
    public string RegionKey { get; set; } = "";

    /// <summary>Team that employers may ask about a profile.</summary>
    public string ContactTeam { get; set; } = "";

    /// <summary>Its telephone number.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>Its e-mail address.</summary>
    public string ContactEmail { get; set; } = "";

    /// <summary>What a case manager is called here (Fallmanagement, pAp, Integrationsfachkraft); the general label when empty.</summary>
    public string CaseManagerLabel { get; set; } = "";

    /// <summary>Whether a second colleague has to check each profile before it is released.</summary>
    public bool RequiresSecondCheck { get; set; }

    /// <summary>Whether the organisation is in use.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Where it works.</summary>
    public List<Site> Sites { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A place where an organisation works.</summary>
public class Site
{
    /// <summary>The id.</summary>
    public SiteId Id { get; set; } = SiteId.New();

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>What it is called, for example "Hauptstelle Meppen".</summary>
    public string Name { get; set; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; set; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; set; } = "";

    /// <summary>Town.</summary>
    public string Town { get; set; } = "";
}
