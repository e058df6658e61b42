using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Lifecycle;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Lifecycle;

public sealed class EventStateTests
{
    private const string Secret = "Fremdling";

    private static readonly (JobEventState From, JobEventState To)[] Allowed =
    [
        (JobEventState.Idea, JobEventState.Planned), (JobEventState.Idea, JobEventState.Cancelled),
        (JobEventState.Planned, JobEventState.Published), (JobEventState.Planned, JobEventState.Cancelled),
        (JobEventState.Published, JobEventState.Running), (JobEventState.Published, JobEventState.Closed), (JobEventState.Published, JobEventState.Cancelled),
        (JobEventState.Running, JobEventState.Closed), (JobEventState.Running, JobEventState.Cancelled),
        (JobEventState.Cancelled, JobEventState.Planned),
    ];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start, TimeSpan.Zero));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> OtherRoles => new(TestUser.RolesWithout(Permission.EditEvents));

    public static TheoryData<JobEventState, JobEventState> Pairs => new(
        from one in Enum.GetValues<JobEventState>()
        from other in Enum.GetValues<JobEventState>()
        select (one, other));

    [Theory, MemberData(nameof(Pairs))]
    public async Task Step_IsMadeOnlyWhereTheTableAllows(JobEventState from, JobEventState to)
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(lead.Id, e => e.State = from);

        var made = await ChangeAsync(database, TestUser.With(lead.Id, Role.Organiser), jobEvent, to);

        Assert.Equal(Allowed.Contains((from, to)), made.Done);
        Assert.Equal(made.Done ? null : "Event_Step", made.Error?.Code);
        await using var db = database.CreateDbContext();
        Assert.Equal(made.Done ? to : from, (await db.JobEvents.SingleAsync()).State);
        Assert.Equal(made.Done ? 1 : 0, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.EventStateChanged));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Cancelled_EveryoneConcernedIsToldOnce_WithoutAName(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var user = TestUser.With(world.Lead, Role.Organiser);
        var counted = (await new ConcernedQueries(world.Database, user).CountAsync(world.Event.Id, default)).Value!;
        Assert.Equal(
            [(ConcernedGroup.CaseManagers, 2, 0), (ConcernedGroup.Partners, 1, 0), (ConcernedGroup.Interpreters, 1, 1), (ConcernedGroup.Employers, 1, 0)],
            counted.Select(row => (row.Group, row.Mails, row.WithoutAddress)));

        var made = await ChangeAsync(world.Database, user, world.Event, JobEventState.Cancelled);

        Assert.Equal(5, made.Value);
        await using var db = world.Database.CreateDbContext();
        var mails = await db.Outbox.ToListAsync();
        Assert.Equal(
            new[] { world.InCharge.Email!, world.Colleague.Email!, world.Host.Email!, "stimme@example.org", "betrieb@example.org" }.Order(StringComparer.Ordinal),
            mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(mails, mail =>
        {
            Assert.DoesNotContain(Secret, mail.Subject + mail.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(InvitationKind.RequestToReport.Label(), mail.Body, StringComparison.Ordinal);
            Assert.Contains(world.Event.Title, mail.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("{", mail.Body, StringComparison.Ordinal);
        });
        // Two people of their own, and one of the house that nobody is in charge of.
        Assert.Contains(": 3", mails.Single(mail => mail.To == world.InCharge.Email).Body, StringComparison.Ordinal);
        Assert.Contains(": 1", mails.Single(mail => mail.To == world.Colleague.Email).Body, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/events/" + world.Event.Id, mails.Single(mail => mail.To == world.Host.Email).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("portal.example", mails.Single(mail => mail.To == "betrieb@example.org").Body, StringComparison.Ordinal);
        // What was arranged stays recorded; the mail tells.
        Assert.Equal(2, await db.InterpreterAssignments.CountAsync(a => a.State == AssignmentState.Confirmed || a.State == AssignmentState.Requested));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task CancelledTwiceAtOnce_IsToldOnce(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var user = TestUser.With(world.Lead, Role.Organiser);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ChangeAsync(world.Database, user, world.Event, JobEventState.Cancelled))));

        Assert.Single(made, result => result.Done);
        Assert.All(made.Where(result => !result.Done), result => Assert.Equal(Errors.Conflict, result.Error));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(5, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task Published_IsTold_OtherStepsAreNot()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite, JobEventState.Planned);
        var user = TestUser.With(world.Lead, Role.Organiser);
        Assert.Equal(5, (await ChangeAsync(world.Database, user, world.Event, JobEventState.Published)).Value);
        foreach (var to in new[] { JobEventState.Running, JobEventState.Closed })
        {
            await using var read = world.Database.CreateDbContext();
            Assert.Equal(0, (await ChangeAsync(world.Database, user, await read.JobEvents.SingleAsync(), to)).Value);
        }

        await using var db = world.Database.CreateDbContext();
        Assert.Equal(5, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task DroppedIdea_IsToldToNobody()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite, JobEventState.Idea);
        Assert.Equal(0, (await ChangeAsync(world.Database, TestUser.With(world.Lead, Role.Organiser), world.Event, JobEventState.Cancelled)).Value);
    }

    [Fact]
    public async Task Host_CannotCancel()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var host = TestUser.With(world.Host.OrganisationId, Role.Organiser);
        Assert.Equal(Errors.NotFound, (await ChangeAsync(world.Database, host, world.Event, JobEventState.Cancelled)).Error);
        Assert.Equal(Errors.NotFound, (await new ConcernedQueries(world.Database, host).CountAsync(world.Event.Id, default)).Error);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task RoleWithoutTheRight_ChangesNothing(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(lead.Id);
        var user = TestUser.With(lead.Id, role);
        Assert.Equal(Errors.Forbidden, (await ChangeAsync(database, user, jobEvent, JobEventState.Cancelled)).Error);
        Assert.Equal(Errors.Forbidden, (await new ConcernedQueries(database, user).CountAsync(jobEvent.Id, default)).Error);
    }

    [Theory]
    [InlineData(JobEventState.Published)]
    [InlineData(JobEventState.Cancelled)]
    public async Task Form_ChangesNoState(JobEventState state)
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(lead.Id, e => e.State = JobEventState.Planned);
        using var codes = new CodeCatalogSource(database, _clock);
        var save = new SaveJobEvent(database, TestUser.With(lead.Id, Role.Organiser), _clock, codes);
        var form = new SaveJobEvent.Form
        {
            Id = jobEvent.Id, Version = jobEvent.Version, Key = jobEvent.Key, Kind = jobEvent.Kind, Title = jobEvent.Title, Date = jobEvent.Date, StartsAt = jobEvent.StartsAt,
            EndsAt = jobEvent.EndsAt, Town = jobEvent.Town, State = state,
        };
        Assert.Equal(EventErrors.StateByStep, (await save.ExecuteAsync(form, default)).Error);
        (form.Id, form.Key) = (null, "neu");
        Assert.Equal(EventErrors.StateByStep, (await save.ExecuteAsync(form, default)).Error);
    }

    private Task<Result<int>> ChangeAsync(TestDatabase database, ICurrentUser user, JobEvent jobEvent, JobEventState to) =>
        new ChangeEventState(database, user, _clock, new PortalAddress(() => new Uri("https://portal.example/"))).ExecuteAsync(jobEvent.Id, jobEvent.Version, to, default);

    // A lead with two case managers, a host with an organiser, two interpreters (one without an address), an employer with an address.
    private static async Task<World> WorldAsync(DatabaseProvider provider, JobEventState state = JobEventState.Published)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var (lead, hostHouse) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var employer = await database.OrganisationAsync(o => (o.Kind, o.ContactEmail) = (OrganisationKind.Employer, "betrieb@example.org"));
        var jobEvent = await database.JobEventAsync(lead.Id, e =>
        {
            e.State = state;
            e.Hosts.Add(new JobEventHost { JobEventId = e.Id, OrganisationId = hostHouse.Id });
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = employer.Id });
        });
        var (inCharge, colleague, host) = (await database.UserAsync(lead.Id, Role.CaseManager), await database.UserAsync(lead.Id, Role.CaseManager), await database.UserAsync(hostHouse.Id, Role.Organiser));
        await database.UserAsync(hostHouse.Id, Role.DataProtectionOfficer);
        foreach (var owner in new UserId?[] { inCharge.UserId, inCharge.UserId, null })
        {
            var registration = await database.RegistrationAsync(await database.ParticipantAsync(lead.Id, p => (p.FamilyName, p.GivenName, p.OwnerId) = (Secret, Secret, owner)), jobEvent);
            await using var db = database.CreateDbContext();
            (await db.Registrations.SingleAsync(r => r.Id == registration.Id)).Invitation = InvitationKind.RequestToReport;
            await db.SaveChangesAsync();
        }

        // Somebody who said no is nobody's concern any more.
        var gone = await database.RegistrationAsync(await database.ParticipantAsync(lead.Id, p => p.OwnerId = host.UserId), jobEvent);
        await using (var db = database.CreateDbContext())
        {
            (await db.Registrations.SingleAsync(r => r.Id == gone.Id)).State = RegistrationState.Declined;
            await db.SaveChangesAsync();
        }

        foreach (var (email, assigned) in new[] { ("stimme@example.org", AssignmentState.Confirmed), ("", AssignmentState.Requested), ("andere@example.org", AssignmentState.Declined) })
        {
            var interpreter = await database.SaveAsync(new Interpreter { OrganisationId = lead.Id, DisplayName = "Stimme", Email = email, Languages = [new InterpreterLanguage { Code = "ara" }] });
            await database.SaveAsync(new InterpreterAssignment { OrganisationId = lead.Id, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Language = "ara", Day = jobEvent.Date, StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt, State = assigned });
        }

        return new World(database, lead.Id, jobEvent, inCharge, colleague, host);
    }

    private sealed record World(TestDatabase Database, OrganisationId Lead, JobEvent Event, AppUser InCharge, AppUser Colleague, AppUser Host) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
