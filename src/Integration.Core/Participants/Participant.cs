using Integration.Common;

namespace Integration.Participants;

/// <summary>A person whom the organisation accompanies into work. Everything here belongs to the owning organisation
/// and reaches nobody else; what employers see is the short profile, which is written separately.</summary>
/// <remarks>There is no field for religion, ethnicity, health, family status, debts or criminal records: none may be asked for
/// (§ 41 SGB III, Art. 9 GDPR). Each property's visibility letter stands in <see cref="ParticipantVisibility"/>.</remarks>
public partial class Participant : IVersioned
{
    /// <summary>Longest family or given name in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest single line of free text in characters.</summary>
    public const int LineMaxLength = 200;

    /// <summary>Longest note in characters.</summary>
    public const int NoteMaxLength = 2000;

    /// <summary>The id; internal, never printed.</summary>
    public ParticipantId Id { get; set; } = ParticipantId.New();

    /// <summary>The owning organisation, the controller of this record.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The case manager in charge; <see langword="null"/> while nobody is.</summary>
    public UserId? OwnerId { get; set; }

    /// <summary>Name of the case manager as the import named them, until a user of that name takes over.</summary>
    public string OwnerName { get; set; } = "";

    /// <summary>The number the organisation's own software gives the person; unique there.</summary>
    public string CustomerNumber { get; set; } = "";

    /// <summary>Family name as the person writes it.</summary>
    public string FamilyName { get; set; } = "";

    /// <summary>Given name as the person writes it.</summary>
    public string GivenName { get; set; } = "";

    /// <summary>Name on the badge, chosen by the person; the given name when empty.</summary>
    public string BadgeName { get; set; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly? BornOn { get; set; }

    /// <summary>For aggregated statistics alone.</summary>
    public Gender Gender { get; set; } = Gender.NotStated;

    /// <summary>Street and number.</summary>
    public string Street { get; set; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; set; } = "";

    /// <summary>Town or municipality; only this much of the address can reach a profile.</summary>
    public string Town { get; set; } = "";

    /// <summary>Telephone number as it was given.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Never on photos, public lists or group sheets (for example with a blocking note under § 51 BMG).</summary>
    public bool NotPubliclyPresent { get; set; }

    /// <summary>Note for the owning organisation.</summary>
    public string Note { get; set; } = "";

    /// <summary>Folded name that lists are ordered by; set on every save.</summary>
    public string SortName { get; set; } = "";

    /// <summary>When the record was made.</summary>
    public DateTime RegisteredAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Set when this record was merged into another; it then only leads there.</summary>
    public ParticipantId? MergedIntoId { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Family name, given name.</summary>
    public string FullName => GivenName.Length == 0 ? FamilyName : FamilyName + ", " + GivenName;
}
