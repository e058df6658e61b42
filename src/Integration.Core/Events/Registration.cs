using Integration.Common;

namespace Integration.Events;

/// <summary>A participant's registration for an event.</summary>
public class Registration : IVersioned, IOfEvent
{
    /// <summary>The id.</summary>
    public RegistrationId Id { get; set; } = RegistrationId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The participant.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The participant's organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>How the person was asked to come; seen by the owning case managers alone.</summary>
    public InvitationKind Invitation { get; set; }

    /// <summary>State.</summary>
    public RegistrationState State { get; set; }

    /// <summary>What a request to report is about; <see langword="null"/> for every other kind of invitation.</summary>
    public ReportingPurpose? Purpose { get; set; }

    /// <summary>On the ticket; opaque, and worth nothing without a sign-in at the door.</summary>
    public string TicketCode { get; set; } = OpaqueToken.Draw();

    /// <summary>Since when the person waits for a place; <see langword="null"/> when they never did.</summary>
    public DateTime? WaitingSince { get; set; }

    /// <summary>Until when a place that came free is kept; <see langword="null"/> when none was offered.</summary>
    public DateTime? OfferedUntil { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime RegisteredAt { get; set; }

    /// <summary>When the state last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Number of the newest appointment that calendars were given; grows when the state changes.</summary>
    public int CalendarSequence { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>A new registration: noted where a place was taken for it, else waiting for one.</summary>
    internal static Registration New(JobEventId jobEvent, ParticipantId person, OrganisationId organisation, InvitationKind invitation, bool placed, DateTime now) => new()
    {
        JobEventId = jobEvent,
        ParticipantId = person,
        OrganisationId = organisation,
        Invitation = invitation,
        State = placed ? RegistrationState.Noted : RegistrationState.Waiting,
        WaitingSince = placed ? null : now,
        RegisteredAt = now,
        ChangedAt = now,
    };
}

/// <summary>How a person was asked to come.</summary>
public enum InvitationKind
{
    /// <summary>FREIWILLIG: voluntary.</summary>
    Voluntary,

    /// <summary>MELDEAUFFORDERUNG: a request to report under § 309 SGB III. The portal records it and issues nothing.</summary>
    RequestToReport,

    /// <summary>KOOPERATIONSPLAN: an agreed step.</summary>
    CooperationPlan,

    /// <summary>OFFEN: open to everyone.</summary>
    Open,
}

/// <summary>Which invitations can be made how.</summary>
public static class InvitationKinds
{
    /// <summary>The kind as somebody may see it: a request to report is shown as such to the case manager in charge alone.</summary>
    /// <returns><see langword="null"/> where nothing may be said.</returns>
    public static InvitationKind? ShownTo(this InvitationKind kind, bool inCharge) => kind == InvitationKind.RequestToReport && !inCharge ? null : kind;

    /// <summary>Those that can be given to many people at once: all but the request to report, which is decided for each person.</summary>
    public static IReadOnlyList<InvitationKind> ForMany { get; } = [.. Enum.GetValues<InvitationKind>().Where(kind => kind != InvitationKind.RequestToReport)];
}

/// <summary>What somebody is asked to report for (§ 309 (2) SGB III).</summary>
public enum ReportingPurpose
{
    /// <summary>Careers guidance.</summary>
    CareersGuidance,

    /// <summary>Placement in training or work.</summary>
    Placement,

    /// <summary>Preparing active measures.</summary>
    ActiveMeasures,

    /// <summary>Preparing decisions in the benefit procedure.</summary>
    BenefitDecision,

    /// <summary>Examining whether the conditions of a benefit are met.</summary>
    Examination,
}

/// <summary>State of a registration.</summary>
public enum RegistrationState
{
    /// <summary>VORGEMERKT: noted.</summary>
    Noted,

    /// <summary>EINGELADEN: invited.</summary>
    Invited,

    /// <summary>ZUGESAGT: has said yes.</summary>
    Accepted,

    /// <summary>WARTELISTE: waiting.</summary>
    Waiting,

    /// <summary>ABGESAGT: has said no.</summary>
    Declined,

    /// <summary>STORNIERT: taken back by the organisation.</summary>
    Withdrawn,
}
