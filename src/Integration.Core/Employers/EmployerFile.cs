using Integration.Common;

namespace Integration.Employers;

/// <summary>What the employer service knows of a company beside its name and sites: industry, size, whom to call, and for whom it is open.
/// One file a company.</summary>
public class EmployerFile : IVersioned
{
    /// <summary>Most people to call.</summary>
    public const int MostContacts = 10;

    /// <summary>The company; also the key.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The organisation whose employer service looks after the company; <see langword="null"/> while none does.</summary>
    public OrganisationId? KeeperId { get; set; }

    /// <summary>Section of the classification, code of the list Industries. It says nothing without <see cref="IndustryVersion"/>:
    /// the letters moved in 2025.</summary>
    public string Industry { get; set; } = "";

    /// <summary>The classification that <see cref="Industry"/> is of: WZ2008 or WZ2025.</summary>
    public string IndustryVersion { get; set; } = "";

    /// <summary>Code of the list CompanySizes.</summary>
    public string Size { get; set; } = "";

    /// <summary>Eight digits given by the Bundesagentur für Arbeit (Betriebsnummer); see <see cref="Employers.EstablishmentNumber"/>.</summary>
    public string EstablishmentNumber { get; set; } = "";

    /// <summary>Whether it trains apprentices.</summary>
    public bool TrainsApprentices { get; set; }

    /// <summary>Whether people without a qualification are welcome.</summary>
    public bool OpenForBeginners { get; set; }

    /// <summary>Least spoken German with which somebody can begin anywhere in the company; <see langword="null"/> while nobody asked.</summary>
    public LanguageLevel? LeastGerman { get; set; }

    /// <summary>Languages spoken in the team, codes of the list Languages.</summary>
    public List<string> TeamLanguages { get; set; } = [];

    /// <summary>Whether a colleague goes along with newcomers at first.</summary>
    public bool Buddy { get; set; }

    /// <summary>Whether there is a language course in the company.</summary>
    public bool LanguageCourse { get; set; }

    /// <summary>Whether it helps with a place to live.</summary>
    public bool Housing { get; set; }

    /// <summary>Whether a bus of its own brings people to work.</summary>
    public bool WorksBus { get; set; }

    /// <summary>Whom to call, most important first.</summary>
    public List<ContactPerson> Contacts { get; set; } = [];

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>Somebody of a company whom the employer service calls.</summary>
public class ContactPerson
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What they do there: "Personalleitung", "Ausbildung".</summary>
    public string Function { get; set; } = "";

    /// <summary>Telephone number.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";
}
