using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.TalkPlans;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.TalkPlans;

/// <summary>An event with three employers at tables, talks of 15 minutes from 9:30 on, and people with released profiles; the organiser who plans.</summary>
internal sealed class TalkPlanWorld : IAsyncDisposable
{
    private readonly List<ProfileRelease> _releases = [];
    private readonly List<Registration> _registrations = [];

    private TalkPlanWorld(TestDatabase database, JobEvent jobEvent, List<FixedUser> companies)
    {
        (Database, Event, Companies) = (database, jobEvent, companies);
        Organiser = TestUser.With(jobEvent.OrganisationId, Role.Organiser);
        Manager = TestUser.CaseManager(jobEvent.OrganisationId);
        Codes = new CodeCatalogSource(database, Clock);
    }

    public static PortalAddress Address { get; } = new(() => new Uri("https://portal.example/"));

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start, TimeSpan.Zero));

    public CodeCatalogSource Codes { get; }

    public JobEvent Event { get; }

    public FixedUser Organiser { get; }

    public FixedUser Manager { get; }

    /// <summary>A contact of each employer.</summary>
    public IReadOnlyList<FixedUser> Companies { get; }

    public IReadOnlyList<Registration> Registrations => _registrations;

    public IReadOnlyList<ProfileRelease> Releases => _releases;

    public static async Task<TalkPlanWorld> CreateAsync(int people = 4, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var companies = new List<FixedUser>();
        foreach (var number in Enumerable.Range(0, 3))
        {
            var company = await database.OrganisationAsync(o => (o.Kind, o.RegionKey, o.Name) = (OrganisationKind.Employer, "", $"Betrieb {number}"));
            await database.SaveAsync(new ExpectedEmployer { JobEventId = jobEvent.Id, OrganisationId = company.Id, VouchedAt = Given.Start, OpensOn = jobEvent.Date.AddDays(-40) });
            await database.SaveAsync(new TalkVenue { JobEventId = jobEvent.Id, EmployerId = company.Id, Zone = number == 0 ? "Foyer" : "Saal" });
            companies.Add((await database.UserAsync(company.Id, Role.EmployerContact)).Asking());
        }

        var world = new TalkPlanWorld(database, jobEvent, companies);
        await database.SaveAsync(new TalkTimes { JobEventId = jobEvent.Id, StartsAt = new TimeOnly(9, 30), EndsAt = new TimeOnly(11, 10), Minutes = 15, MinutesBetween = 5 });
        await world.ArriveAsync(people);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        Codes.Dispose();
        await Database.DisposeAsync();
    }

    /// <summary>More people with released profiles who have said yes.</summary>
    public async Task ArriveAsync(int people)
    {
        foreach (var release in await Database.ReleasesAsync(Event, people))
        {
            _releases.Add(release);
            _registrations.Add(await Database.SaveAsync(new Registration
            {
                JobEventId = Event.Id, ParticipantId = release.ParticipantId, OrganisationId = release.OrganisationId, State = RegistrationState.Accepted, RegisteredAt = Given.Start, ChangedAt = Given.Start,
            }));
        }
    }

    /// <summary>Who wants a talk with whom.</summary>
    public Task<Contact> WishAsync(int person, int company, bool employer = true, bool own = true)
    {
        var contact = Contact.Of(_releases[person], Companies[company].OrganisationId);
        contact.EmployerInterestAt = employer ? Given.Start : null;
        contact.PersonInterestAt = own ? Given.Start : null;
        return Database.SaveAsync(contact);
    }

    /// <summary>Everybody and everyone want each other.</summary>
    public async Task WishAllAsync()
    {
        foreach (var person in Enumerable.Range(0, _releases.Count))
        {
            foreach (var company in Enumerable.Range(0, Companies.Count))
            {
                await WishAsync(person, company);
            }
        }
    }

    /// <summary>Somebody speaks a language and little German.</summary>
    public Task NeedsAsync(int person, string language, params string[] bridges) => ChangeAsync<Participant>(
        p => p.Id == _releases[person].ParticipantId, p => (p.FirstLanguage, p.SpokenGerman, p.Interpreter.AcceptedBridges) = (language, LanguageLevel.A1, [.. bridges]));

    /// <summary>An interpreter with a confirmed assignment at the event.</summary>
    public async Task<Interpreter> InterpreterAsync(
        string language, string from = "09:00", string until = "12:00", AssignmentState state = AssignmentState.Confirmed, AssignmentKind kind = AssignmentKind.Pool, UserId? user = null)
    {
        var interpreter = await Database.SaveAsync(new Interpreter
        {
            OrganisationId = Event.OrganisationId, DisplayName = $"Stimme {language}", UserId = user, Languages = [new InterpreterLanguage { Code = language }],
        });
        await AssignAsync(interpreter, from, until, state, kind);
        return interpreter;
    }

    public Task<InterpreterAssignment> AssignAsync(Interpreter interpreter, string from, string until, AssignmentState state = AssignmentState.Confirmed, AssignmentKind kind = AssignmentKind.Pool) =>
        Database.SaveAsync(new InterpreterAssignment
        {
            OrganisationId = Event.OrganisationId, JobEventId = Event.Id, InterpreterId = interpreter.Id, Kind = kind, Language = interpreter.Languages[0].Code, Day = Event.Date,
            StartsAt = Time(from), EndsAt = Time(until), State = state,
        });

    public async Task ChangeAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which, Action<T> change)
        where T : class
    {
        await using var db = Database.CreateDbContext();
        change(await db.Set<T>().SingleAsync(which));
        await db.SaveChangesAsync();
    }

    /// <summary>The profile is no longer to be shown.</summary>
    public Task WithdrawAsync(int person) => ChangeAsync<Consent>(consent => consent.Id == _releases[person].ConsentId, consent => consent.WithdrawnAt = Given.Start);

    public Task<Result<TalkScheduleId>> PlanAsync(ICurrentUser? user = null, Action<PlanTalks.Form>? change = null, JobEventId? jobEvent = null)
    {
        var form = new PlanTalks.Form { Seconds = 5 };
        change?.Invoke(form);
        return new PlanTalks(Database, user ?? Organiser, Clock).ExecuteAsync(jobEvent ?? Event.Id, form, progress: null, default);
    }

    public async Task<TalkScheduleId> PlannedAsync(Action<PlanTalks.Form>? change = null)
    {
        var planned = await PlanAsync(change: change);
        Assert.Null(planned.Error);
        return planned.Value;
    }

    public TalkPlanQueries Plans(ICurrentUser? user = null) => new(Database, user ?? Organiser, Clock);

    public TalkScheduleQueries Schedules(ICurrentUser? user = null) => new(Database, user ?? Organiser, Clock, Codes);

    public TalkListQueries Lists(ICurrentUser user) => new(Database, user, Clock);

    public async Task<TalkBoard> BoardAsync(TalkScheduleId id)
    {
        var board = await Schedules().BoardAsync(id, default);
        Assert.Null(board.Error);
        return board.Value!;
    }

    public async Task<TalkProblemSummary> SummaryAsync()
    {
        var plans = await Plans().OpenAsync(Event.Id, default);
        Assert.Null(plans.Error);
        return plans.Value!.Summary;
    }

    public async Task<Result<PublishedTalks>> PublishAsync(TalkScheduleId id, ICurrentUser? user = null) =>
        await new PublishTalks(Database, user ?? Organiser, Clock, Codes, Address).ExecuteAsync(id, await VersionAsync(id), default);

    public async Task<TalkScheduleId> PublishedAsync()
    {
        var id = await PlannedAsync();
        Assert.Null((await PublishAsync(id)).Error);
        return id;
    }

    public Task<Result<TalkScheduleId>> RepairAsync(TalkScheduleId id, Action<RepairTalks.Form> change, ICurrentUser? user = null)
    {
        var form = new RepairTalks.Form();
        change(form);
        return new RepairTalks(Database, user ?? Organiser, Clock).ExecuteAsync(id, form, default);
    }

    public async Task<Guid> VersionAsync(TalkScheduleId id)
    {
        await using var db = Database.CreateDbContext();
        return await db.TalkSchedules.Where(s => s.Id == id).Select(s => s.Version).SingleOrDefaultAsync();
    }

    public async Task<List<ScheduledTalk>> TalksAsync(TalkScheduleId id)
    {
        await using var db = Database.CreateDbContext();
        return await db.ScheduledTalks.AsNoTracking().Where(t => t.ScheduleId == id).ToListAsync();
    }

    public static TimeOnly Time(string time) => TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
