using Integration.Common;
using Integration.Profiles;

namespace Integration.Talks;

/// <summary>The contact of one employer with one released profile at one event: from interest to the name. One row an employer and release.</summary>
/// <remarks>What an employer gets to see never rests on <see cref="State"/> alone, but on the consent that is in force at that moment.</remarks>
public class Contact : IVersioned, IOfEvent
{
    /// <summary>The id; never leaves the portal.</summary>
    public ContactId Id { get; set; } = ContactId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The company.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>The release, under whose Chiffre the company knows the person.</summary>
    public ProfileReleaseId ReleaseId { get; set; }

    /// <summary>The person.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The organisation that owns the person's record.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>INTERESSE_AG: since when the company wants a talk; <see langword="null"/> when it does not.</summary>
    public DateTime? EmployerInterestAt { get; set; }

    /// <summary>Who said so.</summary>
    public UserId? EmployerInterestBy { get; set; }

    /// <summary>INTERESSE_TN: since when the person wants a talk; <see langword="null"/> when nobody said so.</summary>
    public DateTime? PersonInterestAt { get; set; }

    /// <summary>Who said so.</summary>
    public UserId? PersonInterestBy { get; set; }

    /// <summary>GESPRAECH: when a talk was recorded.</summary>
    public DateTime? TalkedAt { get; set; }

    /// <summary>State; it changes by the steps of <see cref="ContactTransitions"/>.</summary>
    public ContactState State { get; set; } = ContactState.Interest;

    /// <summary>ANFRAGE_KONTAKT: when the company last asked for contact.</summary>
    public DateTime? RequestedAt { get; set; }

    /// <summary>Who asked for it.</summary>
    public UserId? RequestedBy { get; set; }

    /// <summary>When the case manager asked the person.</summary>
    public DateTime? AskedAt { get; set; }

    /// <summary>When the name was released, refused or taken back.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Who recorded that.</summary>
    public UserId? DecidedBy { get; set; }

    /// <summary>The consent that the release of the name rests on; without it nothing can be released.</summary>
    public ConsentId? ConsentId { get; set; }

    /// <summary>When the case manager was last reminded of the open request.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>A company's contact with a release, before anybody has said anything.</summary>
    public static Contact Of(ProfileRelease release, OrganisationId employer) => new()
    {
        JobEventId = release.JobEventId,
        EmployerId = employer,
        ReleaseId = release.Id,
        ParticipantId = release.ParticipantId,
        OrganisationId = release.OrganisationId,
    };
}

/// <summary>State of a contact.</summary>
public enum ContactState
{
    /// <summary>INTERESSE: somebody wants a talk, nobody has asked for contact.</summary>
    Interest,

    /// <summary>ANGEFRAGT: the company asks for contact.</summary>
    Requested,

    /// <summary>GEFRAGT: the case manager has asked the person, who has not answered yet.</summary>
    Asked,

    /// <summary>NAME_FREIGEGEBEN: this company may have name and telephone number.</summary>
    Released,

    /// <summary>ABGELEHNT: no contact; no reason is kept.</summary>
    Refused,

    /// <summary>ZURUECKGENOMMEN: the name had been released, and its consent ended.</summary>
    Withdrawn,
}
