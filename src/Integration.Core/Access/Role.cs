namespace Integration.Access;

/// <summary>What a user is at their organisation. One user may have several.</summary>
public enum Role
{
    /// <summary>Case manager (Fallmanagement): registers people, prepares their short profiles.</summary>
    CaseManager,

    /// <summary>Employer service (Arbeitgeber-Service): looks after employers and acts for them.</summary>
    EmployerService,

    /// <summary>Event lead (Veranstaltungsleitung): plans events; sees logistics, not cases.</summary>
    Organiser,

    /// <summary>Reception (Empfang): names and arrival, only for today's event.</summary>
    Reception,

    /// <summary>Interpreter (Sprachmittlung): own assignments.</summary>
    Interpreter,

    /// <summary>Employer contact (Ansprechperson des Betriebs).</summary>
    EmployerContact,

    /// <summary>Project partner (Projektträger) with a stand or a story.</summary>
    ProjectPartner,

    /// <summary>Data-protection officer: reads the audit trail.</summary>
    DataProtectionOfficer,

    /// <summary>Administrator of the organisation's users and settings; sees no case.</summary>
    Administrator,
}
