using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Events;

public sealed class RegistrationTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutRegistering => new(TestUser.RolesWithout(Permission.RegisterForEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task RegisteringTwice_RegistersOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var people = new[] { (await database.ParticipantAsync(organisation.Id)).Id, (await database.ParticipantAsync(organisation.Id)).Id };
        var user = TestUser.CaseManager(organisation.Id);

        Assert.Equal(new RegisteredPeople(2, 0, 0), (await Register(database, user, jobEvent.Id, people)).Value);
        Assert.Equal(new RegisteredPeople(0, 0, 2), (await Register(database, user, jobEvent.Id, people)).Value);

        var rows = await new EventQueries(database, user, TimeProvider.System).RegisteredAsync(jobEvent.Id, CancellationToken.None);
        Assert.All(rows, row => Assert.Equal(RegistrationState.Noted, row.State));
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task ForeignPeople_AreNotRegistered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var owner = await database.OrganisationAsync();
        var other = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(other.Id);
        var person = await database.ParticipantAsync(owner.Id);
        Assert.Equal(new RegisteredPeople(0, 0, 0), (await Register(database, TestUser.CaseManager(other.Id), jobEvent.Id, [person.Id])).Value);
    }

    [Fact]
    public async Task OrganisationThatTakesNoPart_CannotRegister()
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var other = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(lead.Id);
        var person = await database.ParticipantAsync(other.Id);
        Assert.Equal(EventErrors.NotTakingPart, (await Register(database, TestUser.CaseManager(other.Id), jobEvent.Id, [person.Id])).Error);
    }

    [Theory]
    [InlineData(JobEventState.Closed)]
    [InlineData(JobEventState.Cancelled)]
    public async Task EventThatIsOver_TakesNobody(JobEventState state)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id, e => e.State = state);
        var person = await database.ParticipantAsync(organisation.Id);
        Assert.Equal(EventErrors.Over, (await Register(database, TestUser.CaseManager(organisation.Id), jobEvent.Id, [person.Id])).Error);
    }

    [Theory, MemberData(nameof(RolesWithoutRegistering))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        Assert.Equal(Errors.Forbidden, (await Register(database, TestUser.With(organisation.Id, role), jobEvent.Id, [])).Error);
    }

    [Fact]
    public async Task StateThatCannotFollow_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var registration = await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id), jobEvent);
        var change = new ChangeRegistration(database, TestUser.CaseManager(organisation.Id), TimeProvider.System);

        Assert.Equal("Registration_Transition", (await change.ExecuteAsync(registration.Id, new(RegistrationState.Noted, InvitationKind.Open), CancellationToken.None)).Error?.Code);
        Assert.True((await change.ExecuteAsync(registration.Id, new(RegistrationState.Declined), CancellationToken.None)).Done);

        await using var db = database.CreateDbContext();
        Assert.Equal(RegistrationState.Declined, (await db.Registrations.SingleAsync()).State);
    }

    [Fact]
    public async Task Organiser_SeesCountsButNoNamedRow()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id), jobEvent);
        var queries = new EventQueries(database, TestUser.With(organisation.Id, Role.Organiser), TimeProvider.System);

        Assert.Equal(1, (await queries.OpenAsync(jobEvent.Id, CancellationToken.None)).Value!.ComingByOrganisation.Values.Sum());
        Assert.Empty(await queries.RegisteredAsync(jobEvent.Id, CancellationToken.None));
    }

    private static Task<Result<RegisteredPeople>> Register(TestDatabase database, ICurrentUser user, JobEventId jobEvent, IReadOnlyCollection<ParticipantId> people) =>
        new RegisterForEvent(database, user, TimeProvider.System).ExecuteAsync(jobEvent, people, InvitationKind.Voluntary, CancellationToken.None);
}
