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

    /// <summary>Invite an expected employer's contacts, and let an employer in before the event's day.</summary>
    InviteEmployerContacts,

    /// <summary>Look through the profiles of an event as an employer, while the company's access is open.</summary>
    BrowseAtStand,

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

    /// <summary>Show a company's interest and ask for contact: its contacts for their own, the employer service for those it acts for.</summary>
    AskForContact,

    /// <summary>See the contacts of an event: the event lead in numbers, the employer service by company and Chiffre.</summary>
    ViewContacts,

    /// <summary>Answer what companies ask about the own organisation's people.</summary>
    AnswerContacts,

    /// <summary>Record what comes of contacts: of the own organisation's people, or for the employer service of the events it takes part in.</summary>
    RecordOutcomes,

    /// <summary>See what came of events: rows for those who record them, numbers for everybody else.</summary>
    ViewOutcomes,

    /// <summary>See companies, their contacts and offers.</summary>
    ViewEmployers,

    /// <summary>Write companies' files and offers.</summary>
    EditOffers,

    /// <summary>Read the audit trail.</summary>
    ReadAuditTrail,
}
