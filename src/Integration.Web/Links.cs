using System.Globalization;
using Integration.Common;
using Integration.Events;
using Integration.Interpreters;
using Integration.Participants.Import;
using Integration.Profiles;
using Integration.Reports;
using Integration.Web.Participants;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Web;

/// <summary>Makes every link of the portal.</summary>
public static partial class Links
{
    /// <summary>What waits for me.</summary>
    public const string Today = "/";

    /// <summary>List of participants.</summary>
    public const string Participants = "/participants";

    /// <summary>Quick registration.</summary>
    public const string QuickRegistration = "/participants/new";

    /// <summary>Imports.</summary>
    public const string Import = "/import";

    /// <summary>Bringing in a file.</summary>
    public const string NewImport = Import + "/new";

    /// <summary>What companies ask about the own people.</summary>
    public const string Requests = "/requests";

    /// <summary>Those of all people of the organisation.</summary>
    public const string AllRequests = Requests + "?all=true";

    /// <summary>Events.</summary>
    public const string Events = "/events";

    /// <summary>A new event.</summary>
    public const string NewEvent = "/events/new";

    /// <summary>Print centre of the chosen event.</summary>
    public const string PrintCentre = "/print";

    /// <summary>The pool of interpreters.</summary>
    public const string Interpreters = "/interpreters";

    /// <summary>A new interpreter.</summary>
    public const string NewInterpreter = Interpreters + "/new";

    /// <summary>The signed-in interpreter's own assignments.</summary>
    public const string MyAssignments = "/my-assignments";

    /// <summary>Organisations.</summary>
    public const string Organisations = "/organisations";

    /// <summary>Users of the own organisation.</summary>
    public const string Users = "/users";

    /// <summary>Inviting somebody.</summary>
    public const string InviteUser = Users + "?invite=1";

    /// <summary>A new organisation.</summary>
    public const string NewOrganisation = Organisations + "/new";

    /// <summary>The audit trail.</summary>
    public const string AuditTrail = "/audit";

    /// <summary>Today's doors.</summary>
    public const string Door = "/door";

    /// <summary>Signing in.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>The signed-in user's own account.</summary>
    public const string Account = "/account";

    /// <summary>Changing the password.</summary>
    public const string Password = "/account/password";

    /// <summary>The second step: authenticator app and recovery codes.</summary>
    public const string TwoStep = "/account/two-step";

    /// <summary>Passkeys.</summary>
    public const string Passkeys = "/account/passkeys";

    /// <summary>Subscribing to the own calendar.</summary>
    public const string CalendarFeed = "/account/calendar";

    /// <summary>Where signing out is posted to.</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>A list of participants: filtered, ordered, at a page.</summary>
    public static string ParticipantList(ParticipantListState state) => Participants + state.Query;

    /// <summary>The people registered for an event whose short profile lacks something.</summary>
    public static string ParticipantsWhere(JobEventId? registeredFor, ProfileGap gap) =>
        ParticipantList(new ParticipantListState { Filter = new ParticipantFilter { RegisteredFor = registeredFor, Gap = gap } });

    /// <summary>A participant's record.</summary>
    public static string Participant(ParticipantId id) => $"{Participants}/{id}";

    /// <summary>A participant's record, opened from a list, so that the next person of the list is one key away.</summary>
    public static string Participant(ParticipantId id, ParticipantListState from) => Participant(id) + from.Query;

    /// <summary>A participant's short profile.</summary>
    public static string ShortProfile(ParticipantId id) => $"{Participants}/{id}/profile";

    /// <summary>A participant's short profile, opened from a list, and for an event.</summary>
    public static string ShortProfile(ParticipantId id, ParticipantListState from, JobEventId? jobEvent = null) =>
        jobEvent is { } at ? QueryHelpers.AddQueryString(ShortProfile(id) + from.Query, "for", at.ToString()) : ShortProfile(id) + from.Query;

    /// <summary>A participant's consents.</summary>
    public static string Consents(ParticipantId id) => $"{Participants}/{id}/consents";

    /// <summary>Merging two records side by side.</summary>
    public static string Merge(ParticipantId kept, ParticipantId other) => $"{Participants}/{kept}/merge/{other}";

    /// <summary>One import.</summary>
    public static string ImportBatch(ImportBatchId id) => $"{Import}/{id}";

    /// <summary>What the columns of an import mean.</summary>
    public static string ImportColumns(ImportBatchId id) => $"{Import}/{id}/columns";

    /// <summary>The rows of an import: of one state, at a page.</summary>
    public static string ImportCheck(ImportBatchId id, ImportRowState? state = null, int page = 1)
    {
        var link = $"{Import}/{id}/check";
        link = state is null ? link : QueryHelpers.AddQueryString(link, "state", state.Value.ToString());
        return page == 1 ? link : QueryHelpers.AddQueryString(link, "page", page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Applying an import, and what came of it.</summary>
    public static string ImportApply(ImportBatchId id) => $"{Import}/{id}/apply";

    /// <summary>The reader's own requests to report of an event, as a file.</summary>
    public static string RequestsToReport(JobEventId id) => $"{Events}/{id}/requests-to-report";

    /// <summary>The rows of an import that are in error, as a file.</summary>
    public static string ImportErrors(ImportBatchId id) => $"{Import}/{id}/errors";

    /// <summary>One event.</summary>
    public static string Event(JobEventId id) => $"{Events}/{id}";

    /// <summary>The series of events.</summary>
    public const string SeriesList = "/series";

    /// <summary>Making a series.</summary>
    public const string NewSeries = "/series/new";

    /// <summary>One series.</summary>
    public static string Series(EventSeriesId id) => $"{SeriesList}/{id}";

    /// <summary>Changing a series.</summary>
    public static string EditSeries(EventSeriesId id) => $"{Series(id)}/edit";

    /// <summary>The contacts of an event.</summary>
    public static string EventContacts(JobEventId id) => $"{Event(id)}/contacts";

    /// <summary>The tasks of an event's preparation.</summary>
    public static string EventTasks(JobEventId id) => $"{Event(id)}/tasks";

    /// <summary>The next edition of an event.</summary>
    public static string CopyEvent(JobEventId id) => $"{Event(id)}/copy";

    /// <summary>Programme of an event.</summary>
    public static string Programme(JobEventId id) => $"{Event(id)}/programme";

    /// <summary>Papers of an event's day.</summary>
    public static string Papers(JobEventId id) => $"{Event(id)}/papers";

    /// <summary>Buses of an event.</summary>
    public static string Buses(JobEventId id) => $"{Event(id)}/buses";

    /// <summary>The access of one employer to an event.</summary>
    public static string Admission(JobEventId id, OrganisationId employer) => $"{Event(id)}/employers/{employer}";

    /// <summary>What stands for the plain grid in the address of the stands.</summary>
    public const string GridPlan = "grid";

    /// <summary>The picture of a logo, in one version.</summary>
    public static string EventLogo(JobEventId id, EventLogoId logo, Guid version) => With($"{Event(id)}/logos/{logo}", ("v", version.ToString("N")));

    /// <summary>Stands of an event: in one hall, or on the plain grid.</summary>
    public static string Stands(JobEventId id, FloorPlanId? plan = null, bool grid = false) =>
        With($"{Event(id)}/stands", ("plan", grid ? GridPlan : plan?.ToString()));

    /// <summary>The picture of a hall.</summary>
    public static string FloorPlan(JobEventId id, FloorPlanId plan, Guid version) => With($"{Event(id)}/floor-plans/{plan}", ("v", version.ToString("N")));

    /// <summary>Tours of an event.</summary>
    public static string Tours(JobEventId id) => $"{Event(id)}/tours";

    /// <summary>The door of an event; with a ticket that waits to be checked in.</summary>
    public static string DoorOf(JobEventId id, string? ticket = null) => With($"{Door}/{id}", ("ticket", ticket));

    /// <summary>Where the code on a ticket leads.</summary>
    public static string Ticket(string code) => $"/t/{code}";

    /// <summary>The people registered for an event.</summary>
    public static string EventPeople(JobEventId id) => $"{Events}/{id}/people";

    /// <summary>The short profiles of an event; only those that are so far, where it is said.</summary>
    public static string EventProfiles(JobEventId id, ProfileStanding? only = null) =>
        only is { } standing ? QueryHelpers.AddQueryString($"{Events}/{id}/profiles", "only", standing.ToString()) : $"{Events}/{id}/profiles";

    /// <summary>What a background job has made.</summary>
    public static string JobFile(string id) => $"/jobs/{id}/file";

    /// <summary>The people registered for an event in one state.</summary>
    public static string EventPeople(JobEventId id, RegistrationState state) => QueryHelpers.AddQueryString(EventPeople(id), "state", state.ToString());

    /// <summary>Who was at an event; only those who stand in one way, where it is said.</summary>
    public static string Attendance(JobEventId id, string? state = null) => With($"{Event(id)}/attendance", ("state", state));

    /// <summary>Changing an event.</summary>
    public static string EditEvent(JobEventId id) => $"{Events}/{id}/edit";

    /// <summary>The print centre of one event.</summary>
    public static string PrintCentreOf(JobEventId id) => QueryHelpers.AddQueryString(PrintCentre, "event", id.ToString());

    /// <summary>One interpreter of the pool.</summary>
    public static string Interpreter(InterpreterId id) => $"{Interpreters}/{id}";

    /// <summary>The pool, filtered.</summary>
    public static string InterpreterList(string? search, string? language) => With(Interpreters, ("q", search), ("language", language));

    /// <summary>The interpreters of an event; the need computed for a form, where one is said.</summary>
    public static string EventInterpreters(JobEventId id, NeedForm? form = null) => With($"{Events}/{id}/interpreters", ("for", form?.ToString()));

    /// <summary>What the link of a request to an interpreter opens.</summary>
    public static string Interpreting(string token) => AnswerAssignment.Path + token;

    /// <summary>When people are reminded of an event.</summary>
    public static string Reminders(JobEventId id) => $"{Events}/{id}/reminders";

    /// <summary>An event as a calendar file.</summary>
    public static string EventCalendar(JobEventId id) => $"{Events}/{id}/calendar.ics";

    /// <summary>An interpreter's assignment as a calendar file, by the link of its request.</summary>
    public static string InterpretingCalendar(string token) => $"{AnswerAssignment.Path}{token}/calendar.ics";

    /// <summary>One of the signed-in interpreter's own assignments as a calendar file.</summary>
    public static string AssignmentCalendar(InterpreterAssignmentId id) => $"{MyAssignments}/{id}/calendar.ics";

    /// <summary>A person's appointment as a calendar file, by the code of their ticket.</summary>
    public static string TicketCalendar(string ticket) => $"/t/{Uri.EscapeDataString(ticket)}/calendar.ics";

    /// <summary>A subscribed calendar.</summary>
    public static string Calendar(string token) => $"/calendar/{token}.ics";

    /// <summary>An organisation.</summary>
    public static string Organisation(OrganisationId id) => $"{Organisations}/{id}";

    /// <summary>Organisations, filtered.</summary>
    public static string OrganisationList(string? search, string? kind) => With(Organisations, ("q", search), ("kind", kind));

    /// <summary>Users of the own organisation, filtered.</summary>
    public static string UserList(string? search, string? role, string? state) => With(Users, ("q", search), ("role", role), ("state", state));

    /// <summary>The audit trail, filtered, at a page.</summary>
    public static string Audit(ReadAuditTrail.Filter filter) => With(
        AuditTrail,
        ("from", filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("user", filter.UserId?.ToString()), ("act", filter.Act?.ToString()), ("record", filter.SubjectId?.ToString()), ("number", filter.CustomerNumber),
        ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>Switches the language of the pages and comes back.</summary>
    public static string Language(string language, string returnTo) =>
        QueryHelpers.AddQueryString($"/language/{language}", "returnUrl", returnTo);

    /// <summary>Signing in, after too many attempts in a short time.</summary>
    public const string SignInBusy = SignIn + "?busy=true";

    /// <summary>Signing in, with a word about what was done before.</summary>
    public static string SignInAfter(string done) => QueryHelpers.AddQueryString(SignIn, "done", done);

    /// <summary>The second step of signing in.</summary>
    public static string SecondStep(string? returnTo) => Returning("/account/second-step", returnTo);

    /// <summary>A recovery code instead of the second step.</summary>
    public static string RecoveryCode(string? returnTo) => Returning("/account/second-step?recovery=true", returnTo);

    /// <summary>Setting up an empty portal.</summary>
    public static string FirstSetup(string token) => QueryHelpers.AddQueryString("/account/first-setup", "token", token);

    /// <summary>Signing in at the operator's own server.</summary>
    public static string ExternalSignIn(string? returnTo) => Returning("/account/external", returnTo);

    /// <summary>An account page, with a word about what was done.</summary>
    public static string AccountAfter(string page, string done) => QueryHelpers.AddQueryString(page, "done", done);

    private static string Returning(string path, string? returnTo) =>
        returnTo is null ? path : QueryHelpers.AddQueryString(path, "returnUrl", returnTo);

    private static string With(string path, params (string Name, string? Value)[] query) => query
        .Where(part => !string.IsNullOrEmpty(part.Value))
        .Aggregate(path, (address, part) => QueryHelpers.AddQueryString(address, part.Name, part.Value!));
}
