using Integration.Common;

namespace Integration.Privacy;

/// <summary>What a consent is for. Each is given and withdrawn by itself.</summary>
public enum ConsentPurpose
{
    /// <summary>The short profile, without the name, at one event.</summary>
    ProfileAtEvent,

    /// <summary>Name and telephone number to one employer.</summary>
    NameToEmployer,

    /// <summary>Photo, film and press (§ 22 KUG).</summary>
    Photo,

    /// <summary>Name, language and appointment to the interpreter.</summary>
    PassToInterpreter,

    /// <summary>Contact by messenger, SMS or e-mail.</summary>
    ContactByMessage,

    /// <summary>Questions after three and six months.</summary>
    FollowUp,

    /// <summary>Passing on to a named partner organisation.</summary>
    PassToPartner,

    /// <summary>The Jobcenter's logo on the profile.</summary>
    OrganisationLogo,
}

/// <summary>How a consent was given.</summary>
public enum ConsentMedium
{
    /// <summary>Signed on paper.</summary>
    Paper,

    /// <summary>Given on a screen.</summary>
    Screen,
}

/// <summary>A consent of a participant (§ 67b SGB X, Art. 7 GDPR): who, for what, on which text, explained by whom, until when.
/// Set by a case manager one at a time; no import and no bulk act can set one.</summary>
public class Consent : IVersioned
{
    /// <summary>The id.</summary>
    public ConsentId Id { get; set; } = ConsentId.New();

    /// <summary>Who consented.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The owning organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>What for.</summary>
    public ConsentPurpose Purpose { get; set; }

    /// <summary>The event, where the purpose is bound to one.</summary>
    public JobEventId? JobEventId { get; set; }

    /// <summary>The employer or partner, where the purpose names one.</summary>
    public OrganisationId? RecipientId { get; set; }

    /// <summary>Revision of the short profile that the person has read; <see langword="null"/> for other purposes.</summary>
    public int? ProfileRevision { get; set; }

    /// <summary>Version of the text.</summary>
    public string TextVersion { get; set; } = "";

    /// <summary>Language of the text as a BCP 47 tag.</summary>
    public string Language { get; set; } = "";

    /// <summary>Who explained it, for example the interpreter.</summary>
    public string ExplainedBy { get; set; } = "";

    /// <summary>Paper or screen.</summary>
    public ConsentMedium Medium { get; set; }

    /// <summary>Day on which it was given.</summary>
    public DateOnly GivenOn { get; set; }

    /// <summary>Last day it is valid; proposed: three months after the event.</summary>
    public DateOnly ValidUntil { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it.</summary>
    public UserId RecordedBy { get; set; }

    /// <summary>When it was withdrawn; <see langword="null"/> while in force.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Who recorded the withdrawal.</summary>
    public UserId? WithdrawnBy { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}
