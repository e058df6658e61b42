namespace Integration.Access;

/// <summary>Something that a user may do. Which records they may do it to is decided by the queries' scope.</summary>
public enum Permission
{
    /// <summary>See named records of the own organisation's participants.</summary>
    ViewParticipants,

    /// <summary>Register and change participants.</summary>
    EditParticipants,

    /// <summary>Import participants from a file.</summary>
    ImportParticipants,

    /// <summary>See released, anonymous profiles.</summary>
    ViewProfiles,

    /// <summary>Write short profiles.</summary>
    EditProfiles,

    /// <summary>Check a colleague's profile and release profiles for an event.</summary>
    ReleaseProfiles,

    /// <summary>Record and withdraw consents.</summary>
    RecordConsent,

    /// <summary>Print short profiles, folders, consent forms, recall lists.</summary>
    PrintProfiles,

    /// <summary>See events.</summary>
    ViewEvents,

    /// <summary>Create and change events.</summary>
    EditEvents,

    /// <summary>Register the own organisation's participants for an event.</summary>
    RegisterForEvents,

    /// <summary>Vouch that an expected employer is real.</summary>
    VouchForEmployers,

    /// <summary>See the named people registered for today's event.</summary>
    ViewTodaysArrivals,

    /// <summary>See organisations.</summary>
    ViewOrganisations,

    /// <summary>Create and change organisations.</summary>
    EditOrganisations,

    /// <summary>Invite, change and revoke users of the own organisation.</summary>
    ManageUsers,

    /// <summary>Keep the pool of interpreters, request and assign them.</summary>
    ManageInterpreters,

    /// <summary>Read the audit trail.</summary>
    ReadAuditTrail,
}
