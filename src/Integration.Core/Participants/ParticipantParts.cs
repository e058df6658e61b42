using Integration.Common;

namespace Integration.Participants;

/// <summary>A language other than German.</summary>
public class SpokenLanguage
{
    /// <summary>Code of the list Languages.</summary>
    public string Code { get; set; } = "";

    /// <summary>Understanding and speaking.</summary>
    public LanguageLevel? Spoken { get; set; }

    /// <summary>Reading and writing.</summary>
    public LanguageLevel? Written { get; set; }

    /// <summary>What the level rests on.</summary>
    public LanguageProof Proof { get; set; } = LanguageProof.NotStated;

    /// <summary>Whether the person wants it on the profile; it may tell where they come from.</summary>
    public bool OnProfile { get; set; }
}

/// <summary>Work done so far.</summary>
public class WorkExperience
{
    /// <summary>What was done, in plain words.</summary>
    public string Occupation { get; set; } = "";

    /// <summary>Two-digit group of the KldB 2010; empty when not assigned.</summary>
    public string OccupationGroup { get; set; } = "";

    /// <summary>Industry in plain words.</summary>
    public string Industry { get; set; } = "";

    /// <summary>Years; <see langword="null"/> when unknown.</summary>
    public int? Years { get; set; }

    /// <summary>Whether it was in Germany.</summary>
    public bool? InGermany { get; set; }
}

/// <summary>An occupation aimed at.</summary>
public class OccupationWish
{
    /// <summary>Two-digit group of the KldB 2010; empty when not assigned.</summary>
    public string OccupationGroup { get; set; } = "";

    /// <summary>Free wording.</summary>
    public string Wording { get; set; } = "";

    /// <summary>Requirement level, fifth digit of the KldB (1 to 4); <see langword="null"/> when open.</summary>
    public int? RequirementLevel { get; set; }
}

/// <summary>An answer to one working time.</summary>
public class WorkTimeAnswer
{
    /// <summary>Code of the list WorkTimes.</summary>
    public string Code { get; set; } = "";

    /// <summary>The answer.</summary>
    public Answer Answer { get; set; }
}

/// <summary>A driving licence.</summary>
public class DrivingLicence
{
    /// <summary>Class, code of the list LicenceClasses.</summary>
    public string Class { get; set; } = "";

    /// <summary>Status, code of the list LicenceStatus.</summary>
    public string Status { get; set; } = "";
}

/// <summary>A certificate or card.</summary>
public class Certificate
{
    /// <summary>Code of the list Certificates.</summary>
    public string Code { get; set; } = "";

    /// <summary>Details, for example the welding process.</summary>
    public string Detail { get; set; } = "";

    /// <summary>Last day it is valid.</summary>
    public DateOnly? ValidUntil { get; set; }
}

/// <summary>A normalised piece of a name by which a participant is found.</summary>
public class ParticipantSearchToken
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }

    /// <summary>Whose it is.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The owning organisation, so that a search never reads a foreign row.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Lower-case token; see <see cref="NameTokens"/>.</summary>
    public string Token { get; set; } = "";
}

/// <summary>A heading of an import file that somebody mapped by hand, remembered for the organisation.</summary>
public class RememberedHeading
{
    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The heading, normalised.</summary>
    public string Heading { get; set; } = "";

    /// <summary>Name of the field it means; empty when the column is to be left out.</summary>
    public string Field { get; set; } = "";
}
