using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

public sealed class ContactAccessTests
{
    private static readonly Dictionary<string, (Permission Needs, Func<World, ICurrentUser, Task<Error?>> Call)> Calls = new()
    {
        [nameof(ShowInterest)] = (Permission.AskForContact, async (w, u) => (await w.Talks.InterestAsync(u, w.Token)).Error),
        [nameof(RequestContact)] = (Permission.AskForContact, async (w, u) => (await w.Talks.RequestAsync(u, w.Token)).Error),
        [nameof(RecordTalk)] = (Permission.AskForContact, async (w, u) => (await new RecordTalk(w.Talks.Database, u, w.Talks.Clock).ExecuteAsync(w.Talks.Event, w.Token, null, default)).Error),
        [nameof(ShowInterestForEmployer)] = (Permission.AskForContact, async (w, u) =>
            (await new ShowInterestForEmployer(w.Talks.Database, u, w.Talks.Clock).ExecuteAsync(w.Talks.Event, w.Token, w.Company, true, default)).Error),
        [nameof(RequestContactForEmployer)] = (Permission.AskForContact, async (w, u) =>
            (await new RequestContactForEmployer(w.Talks.Database, u, w.Talks.Clock, TalkWorld.Address).ExecuteAsync(w.Talks.Event, w.Token, w.Company, default)).Error),
        [nameof(ShowPersonInterest)] = (Permission.AnswerContacts, async (w, u) =>
            (await new ShowPersonInterest(w.Talks.Database, u, w.Talks.Clock).ExecuteAsync(w.Person, w.Talks.Event, w.Company, true, default)).Error),
        [nameof(AskPerson)] = (Permission.AnswerContacts, async (w, u) => (await w.Talks.AskAsync(w.Contact, u)).Error),
        [nameof(ReleaseName)] = (Permission.AnswerContacts, async (w, u) => (await w.Talks.ReleaseAsync(w.Contact, u)).Error),
        [nameof(RefuseContact)] = (Permission.AnswerContacts, async (w, u) => (await w.Talks.RefuseAsync(w.Contact, u)).Error),
        [nameof(ReopenContact)] = (Permission.AnswerContacts, async (w, u) => (await w.Talks.ReopenAsync(w.Contact, u)).Error),
        [nameof(RemindOfRequests)] = (Permission.AnswerContacts, async (w, u) => (await new RemindOfRequests(w.Talks.Database, u, w.Talks.Clock, TalkWorld.Address).ExecuteAsync(default)).Error),
        [nameof(WithdrawExpiredNames)] = (Permission.AnswerContacts, async (w, u) => (await new WithdrawExpiredNames(w.Talks.Database, u, w.Talks.Clock).ExecuteAsync(default)).Error),
        ["EmployerList"] = (Permission.AskForContact, async (w, u) => (await w.Talks.Seen(u).ListAsync(w.Talks.Event, default)).Error),
        ["EmployerOne"] = (Permission.AskForContact, async (w, u) => (await w.Talks.Seen(u).OfAsync(w.Token, default)).Error),
        ["Desk"] = (Permission.AnswerContacts, async (w, u) => (await w.Desk(u).ListAsync(false, default)).Error),
        ["DeskChoices"] = (Permission.AnswerContacts, async (w, u) => (await w.Desk(u).ChoicesAsync(w.Person, default)).Error),
        ["DeskOfPerson"] = (Permission.AnswerContacts, async (w, u) => (await w.Desk(u).OfPersonAsync(w.Person, default)).Error),
    };

    // These name no record: a foreign user simply has none.
    private static readonly HashSet<string> WithoutRecord = [nameof(RemindOfRequests), nameof(WithdrawExpiredNames), "EmployerList", "Desk", "DeskChoices", "DeskOfPerson"];

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<string> Names => new(Calls.Keys);

    public static TheoryData<string> NamesOfRecords => new(Calls.Keys.Where(name => !WithoutRecord.Contains(name)));

    [Fact]
    public void EveryUseCase_IsAmongTheCalls()
    {
        var useCases = typeof(ReleaseName).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ReleaseName).Namespace && type.GetMethod("ExecuteAsync") is not null).Select(type => type.Name).ToList();
        Assert.NotEmpty(useCases);
        Assert.Empty(useCases.Except(Calls.Keys));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task EveryRoleWithoutThePermission_IsRefused(string name)
    {
        await using var world = await World.CreateAsync();
        var (permission, call) = Calls[name];
        Assert.NotEmpty(TestUser.RolesWithout(permission));
        foreach (var role in TestUser.RolesWithout(permission))
        {
            Assert.Equal(Errors.Forbidden, await call(world, TestUser.With(world.Talks.Organisation, role)));
        }
    }

    [Theory, MemberData(nameof(NamesOfRecords))]
    public async Task ForeignUserWithThePermission_FindsNothing(string name)
    {
        await using var world = await World.CreateAsync();
        var (permission, call) = Calls[name];
        var foreign = (await world.Talks.Database.OrganisationAsync()).Id;
        foreach (var role in Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(permission)))
        {
            Assert.Equal(Errors.NotFound, await call(world, TestUser.With(foreign, role)));
        }
    }

    /// <summary>A company's contact cannot act for another company, not even for its own by that way.</summary>
    [Fact]
    public async Task EmployerContact_ActsForNobodyElse()
    {
        await using var world = await World.CreateAsync();
        foreach (var company in world.Talks.Companies)
        {
            Assert.Equal(Errors.NotFound, await Calls[nameof(ShowInterestForEmployer)].Call(world, company));
            Assert.Equal(Errors.NotFound, await Calls[nameof(RequestContactForEmployer)].Call(world, company));
            Assert.Equal(Errors.Forbidden, (await new EventContactQueries(world.Talks.Database, company, world.Talks.Clock).ListAsync(world.Talks.Event, default)).Error);
            Assert.Equal(Errors.Forbidden, (await new EventContactQueries(world.Talks.Database, company, world.Talks.Clock).CountAsync(world.Talks.Event, default)).Error);
        }
    }

    [Fact]
    public async Task ForeignCaseManager_SeesNoContact()
    {
        await using var world = await World.CreateAsync();
        var foreign = TestUser.CaseManager((await world.Talks.Database.OrganisationAsync()).Id);
        Assert.Empty((await world.Desk(foreign).ListAsync(false, default)).Value!);
        Assert.Empty((await world.Desk(foreign).OfPersonAsync(world.Person, default)).Value!);
        Assert.Single((await world.Desk(world.Talks.Manager).OfPersonAsync(world.Person, default)).Value!);
        Assert.Single((await world.Desk(TestUser.CaseManager(world.Talks.Organisation)).ListAsync(false, default)).Value!);
        Assert.Empty((await world.Desk(TestUser.CaseManager(world.Talks.Organisation)).ListAsync(true, default)).Value!);
    }

    [Fact]
    public async Task EmployerService_SeesCompanyAndChiffre_AndTheNameOnlyOnceReleased()
    {
        await using var world = await World.CreateAsync();
        var before = Assert.Single((await Service(world.Talks.Service).ListAsync(world.Talks.Event, default)).Value!);
        Assert.Equal((world.Company, ContactState.Requested, null), (before.EmployerId, before.State, before.Person));
        await world.Talks.ConsentAsync(world.Person, world.Talks.Companies[0]);
        Assert.Null((await world.Talks.ReleaseAsync(world.Contact)).Error);
        Assert.Equal("Amina " + TalkWorld.Canary, Assert.Single((await Service(world.Talks.Service).ListAsync(world.Talks.Event, default)).Value!).Person!.Name);

        var elsewhere = TestUser.With((await world.Talks.Database.OrganisationAsync()).Id, Role.EmployerService);
        Assert.Empty((await Service(elsewhere).ListAsync(world.Talks.Event, default)).Value!);
        Assert.Equal(Errors.NotFound, (await Service(elsewhere).CountAsync(world.Talks.Event, default)).Error);
        await world.Talks.Database.SaveAsync(new JobEventHost { JobEventId = world.Talks.Event, OrganisationId = elsewhere.OrganisationId });
        Assert.Single((await Service(elsewhere).ListAsync(world.Talks.Event, default)).Value!);

        EventContactQueries Service(ICurrentUser user) => new(world.Talks.Database, user, world.Talks.Clock);
    }

    /// <summary>In the company's place, and no longer than it. Who is the person's case manager too keeps what that right gives.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task AfterTheCompanysAccess_TheServiceReadsNoName(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var talks = world.Talks;
        await talks.ConsentAsync(world.Person, talks.Companies[0]);
        Assert.Null((await talks.ReleaseAsync(world.Contact)).Error);
        Assert.NotNull((await RowAsync(talks.Service)).Person);
        await talks.VouchAsync(talks.Companies[0], false);
        Assert.Null((await RowAsync(talks.Service)).Person);
        await talks.VouchAsync(talks.Companies[0], true);

        talks.Clock.Advance(TimeSpan.FromDays(29));
        var after = await RowAsync(talks.Service);
        Assert.Equal((ContactState.Released, null, null), (after.State, after.Person, after.Token));
        Assert.NotNull((await RowAsync(TestUser.With(talks.Organisation, Role.EmployerService, Role.CaseManager))).Person);

        async Task<EventContactRow> RowAsync(ICurrentUser user) =>
            Assert.Single((await new EventContactQueries(talks.Database, user, talks.Clock).ListAsync(talks.Event, default)).Value!);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PersonsInterest_CanBeTakenBackWhateverBecameOfTheProfile(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var talks = world.Talks;
        var use = new ShowPersonInterest(talks.Database, talks.Manager, talks.Clock);
        Assert.Null((await use.ExecuteAsync(world.Person, talks.Event, world.Company, true, default)).Error);
        Assert.NotNull((await RowAsync()).PersonInterestAt);
        await talks.VouchAsync(talks.Companies[0], false);
        await using (var db = talks.Database.CreateDbContext())
        {
            await talks.LockAsync((await db.Contacts.SingleAsync()).ReleaseId);
        }

        Assert.Null((await use.ExecuteAsync(world.Person, talks.Event, world.Company, false, default)).Error);
        Assert.Null((await RowAsync()).PersonInterestAt);
        Assert.Null((await use.ExecuteAsync(world.Person, talks.Event, world.Company, false, default)).Error);

        async Task<ContactDeskRow> RowAsync() => Assert.Single((await world.Desk(talks.Manager).OfPersonAsync(world.Person, default)).Value!);
    }

    [Fact]
    public async Task Organiser_GetsNumbersAndNoRow()
    {
        await using var world = await World.CreateAsync();
        await world.Talks.InterestAsync(world.Talks.Companies[1], world.Token);
        var queries = new EventContactQueries(world.Talks.Database, TestUser.With(world.Talks.Organisation, Role.Organiser), world.Talks.Clock);
        Assert.Equal(Errors.Forbidden, (await queries.ListAsync(world.Talks.Event, default)).Error);
        // One and two would say who it was.
        var (few, none) = (CellCount.Of(1), CellCount.Of(0));
        Assert.Equal(new ContactCounts(few, few, none, none, few, none, none), (await queries.CountAsync(world.Talks.Event, default)).Value);
    }

    [Fact]
    public async Task EmployerService_ActsForACompanyWhoseAccessIsOpen()
    {
        await using var world = await World.CreateAsync();
        var other = world.Talks.Companies[1];
        var request = new RequestContactForEmployer(world.Talks.Database, world.Talks.Service, world.Talks.Clock, TalkWorld.Address);
        await world.Talks.VouchAsync(other, false);
        Assert.Equal(Errors.NotFound, (await request.ExecuteAsync(world.Talks.Event, world.Token, other.OrganisationId, default)).Error);
        await world.Talks.VouchAsync(other, true);
        Assert.Null((await request.ExecuteAsync(world.Talks.Event, world.Token, other.OrganisationId, default)).Error);
        Assert.Equal(ContactState.Requested, (await world.Talks.SeesAsync(other, world.Token)).State);
        Assert.Equal(Errors.NotFound, (await request.ExecuteAsync(world.Talks.Event, world.Token, world.Talks.Organisation, default)).Error);
    }

    [Fact]
    public async Task PersonsInterest_IsSeenByThatCompanyAlone()
    {
        await using var world = await World.CreateAsync();
        var use = new ShowPersonInterest(world.Talks.Database, world.Talks.Manager, world.Talks.Clock);
        Assert.Null((await use.ExecuteAsync(world.Person, world.Talks.Event, world.Talks.Companies[1].OrganisationId, true, default)).Error);
        Assert.True((await world.Talks.SeesAsync(world.Talks.Companies[1], world.Token)).PersonInterested);
        Assert.False((await world.Talks.SeesAsync(world.Talks.Companies[0], world.Token)).PersonInterested);
        Assert.Equal(Errors.NotFound, (await use.ExecuteAsync(world.Person, world.Talks.Event, world.Talks.Organisation, true, default)).Error);
    }

    /// <summary>A merge takes contacts along, and a no to a company on either record is a no on the one that stays.</summary>
    [Fact]
    public async Task Merge_KeepsTheContactAndEndsTheNameThatWasRefused()
    {
        await using var world = await World.CreateAsync();
        var company = world.Talks.Companies[0];
        await world.Talks.ConsentAsync(world.Person, company);
        Assert.Null((await world.Talks.ReleaseAsync(world.Contact)).Error);
        var kept = await world.Talks.Database.ParticipantAsync(world.Talks.Organisation);
        await MergeAsync(kept.Id, world.Person);
        Assert.NotNull((await world.Talks.SeesAsync(company, world.Token)).Person);

        var again = await world.Talks.Database.ParticipantAsync(world.Talks.Organisation);
        await world.Talks.WithdrawAsync(await world.Talks.ConsentAsync(again.Id, company));
        await MergeAsync(again.Id, kept.Id);
        var seen = await world.Talks.SeesAsync(company, world.Token);
        Assert.Equal(ContactState.Withdrawn, seen.State);
        Assert.Null(seen.Person);

        Task MergeAsync(ParticipantId keep, ParticipantId other) => world.Talks.MergeAsync(keep, other);
    }

    /// <summary>A request of the first company, open.</summary>
    private sealed class World(TalkWorld talks, ParticipantId person, string token, ContactId contact) : IAsyncDisposable
    {
        public TalkWorld Talks => talks;

        public ParticipantId Person => person;

        public string Token => token;

        public ContactId Contact => contact;

        public OrganisationId Company => talks.Companies[0].OrganisationId;

        public static async Task<World> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
        {
            var talks = await TalkWorld.CreateAsync(provider);
            var (person, release, token) = await talks.PersonAsync();
            Assert.Null((await talks.RequestAsync(talks.Companies[0], token)).Error);
            return new World(talks, person, token, (await talks.ContactAsync(release, talks.Companies[0]))!.Id);
        }

        public ContactDeskQueries Desk(ICurrentUser user) => new(talks.Database, user, talks.Clock);

        public ValueTask DisposeAsync() => talks.DisposeAsync();
    }
}
