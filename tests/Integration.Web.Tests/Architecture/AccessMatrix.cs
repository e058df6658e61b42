namespace Integration.Web.Tests.Architecture;

/// <summary>Which roles may open which page. A new page needs its row here, written by hand.</summary>
public static class AccessMatrix
{
    public static IReadOnlyList<string> Pages { get; } =
    [
        "Account.AccountHome: SignedIn",
        "Account.ChangePassword: SignedIn",
        "Account.FirstSetup: everybody",
        "Account.ForgottenPassword: everybody",
        "Account.Invitation: everybody",
        "Account.Passkeys: SignedIn",
        "Account.ResetPassword: everybody",
        "Account.SecondStep: everybody",
        "Account.SignIn: everybody",
        "Account.TwoStep: SignedIn",
        "Documents.EventPapersPage: Organiser",
        "Documents.PrintCentrePage: CaseManager, EmployerService",
        "Door.DoorPage: Reception",
        "Door.DoorTodayPage: Reception",
        "Door.TicketPage: everybody",
        "Events.EventFormPage: Organiser",
        "Events.EventListPage: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "Events.EventPage: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "Events.EventPeoplePage: CaseManager",
        "Events.ProgrammePage: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "Events.StandsPage: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "Interpreters.AnswerPage: everybody",
        "Interpreters.EventInterpretersPage: Organiser",
        "Interpreters.InterpreterListPage: Organiser",
        "Interpreters.InterpreterPage: Organiser",
        "Interpreters.MyAssignmentsPage: SignedIn",
        "Organisations.OrganisationListPage: CaseManager, EmployerService, Organiser, DataProtectionOfficer, Administrator",
        "Organisations.OrganisationPage: CaseManager, EmployerService, Organiser, DataProtectionOfficer, Administrator",
        "Participants.Import.ImportApplyPage: CaseManager",
        "Participants.Import.ImportCheckPage: CaseManager",
        "Participants.Import.ImportColumnsPage: CaseManager",
        "Participants.Import.ImportListPage: CaseManager",
        "Participants.Import.ImportPage: CaseManager",
        "Participants.Import.ImportUploadPage: CaseManager",
        "Participants.MergePage: CaseManager",
        "Participants.ParticipantListPage: CaseManager",
        "Participants.ParticipantPage: CaseManager",
        "Participants.QuickRegistrationPage: CaseManager",
        "Privacy.AuditTrailPage: DataProtectionOfficer",
        "Profiles.ConsentsPage: CaseManager",
        "Profiles.EventProfilesPage: CaseManager",
        "Profiles.ProfilePage: CaseManager",
        "Shared.ErrorPage: everybody",
        "Shared.NotFound: everybody",
        "Today.TodayPage: SignedIn",
        "Tours.ToursPage: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "Transport.BusesPage: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "Users.UserListPage: Administrator",
    ];

    /// <summary>Addresses that are no pages: method, pattern, and who gets through to them. What of a record they then answer is decided
    /// by the query behind.</summary>
    public static IReadOnlyList<string> Endpoints { get; } =
    [
        "GET /account/external/return: everybody",
        "GET /door/{event:guid}/count: Reception",
        "GET /door/{event:guid}/list: Reception",
        "GET /events/{id:guid}/floor-plans/{plan:guid}: CaseManager, EmployerService, Organiser, Reception, Administrator",
        "GET /health: everybody",
        "GET /import/{id:guid}/errors: CaseManager",
        "GET /jobs/{id:guid}/file: SignedIn",
        "GET /language/{language}: everybody",
        "GET /theme.css: everybody",
        "POST /account/external: everybody",
        "POST /account/passkey-options/create: SignedIn",
        "POST /account/passkey-options/get: everybody",
        "POST /account/sign-out: everybody",
        "POST /door/{event:guid}/scans: Reception",
    ];
}
