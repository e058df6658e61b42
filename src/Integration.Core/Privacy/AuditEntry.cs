using Integration.Common;

namespace Integration.Privacy;

/// <summary>What was done to a record.</summary>
public enum AuditAct
{
    /// <summary>A named record was opened.</summary>
    Viewed,

    /// <summary>A record was made.</summary>
    Created,

    /// <summary>A record was changed.</summary>
    Changed,

    /// <summary>Records were merged.</summary>
    Merged,

    /// <summary>Records came in by import.</summary>
    Imported,

    /// <summary>Something was printed.</summary>
    Printed,

    /// <summary>Something was exported.</summary>
    Exported,

    /// <summary>A consent was recorded.</summary>
    ConsentRecorded,

    /// <summary>A consent was withdrawn.</summary>
    ConsentWithdrawn,

    /// <summary>A profile was checked.</summary>
    ProfileChecked,

    /// <summary>A finding about a profile was let stand with a reason.</summary>
    FindingOverridden,

    /// <summary>A profile was released.</summary>
    ProfileReleased,

    /// <summary>A release was locked.</summary>
    ProfileLocked,

    /// <summary>A release's time was over.</summary>
    ProfileExpired,

    /// <summary>The texts of releases that ended long ago were deleted.</summary>
    ProfileDeleted,

    /// <summary>A company asked for contact with a person.</summary>
    ContactRequested,

    /// <summary>A person's name was released to a company.</summary>
    NameReleased,

    /// <summary>A request for contact was declined.</summary>
    ContactRefused,

    /// <summary>A person was registered for an event, or the registration changed.</summary>
    RegistrationChanged,

    /// <summary>An event was published, cancelled, or led to another state.</summary>
    EventStateChanged,

    /// <summary>A plan of talks was published.</summary>
    TalksPublished,

    /// <summary>How it was with a person at an event was changed by hand.</summary>
    AttendanceCorrected,

    /// <summary>A user was invited.</summary>
    UserInvited,

    /// <summary>A user's rights changed.</summary>
    UserChanged,

    /// <summary>A user's access was taken away.</summary>
    UserRevoked,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>The audit trail itself was read.</summary>
    AuditRead,
}

/// <summary>An entry of the audit trail: who did what to which record, when. It holds no content.
/// Entries of one organisation form a chain: each hash covers the one before.</summary>
public class AuditEntry
{
    /// <summary>The organisation whose chain this is.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Position in the chain, from 1.</summary>
    public long Sequence { get; set; }

    /// <summary>When (UTC, whole milliseconds).</summary>
    public DateTime At { get; set; }

    /// <summary>Who.</summary>
    public UserId UserId { get; set; }

    /// <summary>What was done.</summary>
    public AuditAct Act { get; set; }

    /// <summary>Kind of the record, the type's name.</summary>
    public string SubjectKind { get; set; } = "";

    /// <summary>Id of the record; <see langword="null"/> for an act on many.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>The event it happened for.</summary>
    public Guid? JobEventId { get; set; }

    /// <summary>How many records.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Hash of the entry before; 64 zeros for the first.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>SHA-256 over this entry and <see cref="PreviousHash"/>, lower-case hexadecimal.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>Where an organisation's chain stands. Its row is the lock that gives entries their order.</summary>
public class AuditHead
{
    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Position of the last entry.</summary>
    public long Sequence { get; set; }

    /// <summary>Hash of the last entry.</summary>
    public string Hash { get; set; } = "";
}
