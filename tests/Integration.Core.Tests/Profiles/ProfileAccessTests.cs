using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Data;
using Integration.Events;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Profiles;

public sealed class ProfileAccessTests
{
    private static readonly Dictionary<string, (Permission Permission, Func<World, ICurrentUser, Task<Error?>> Call)> Calls = new()
    {
        [nameof(SaveShortProfile)] = (Permission.EditProfiles, async (w, u) => (await new SaveShortProfile(w.Db, u, w.Clock).ExecuteAsync(new() { ParticipantId = w.Person, Content = Sample.Content with { Start = "sofort" }, Version = w.Version }, default)).Error),
        [nameof(CheckProfile)] = (Permission.ReleaseProfiles, async (w, u) => (await new CheckProfile(w.Db, u, w.Clock).ExecuteAsync(w.Profile, 1, default)).Error),
        [nameof(OverrideFinding)] = (Permission.EditProfiles, async (w, u) => (await new OverrideFinding(w.Db, u, w.Clock).ExecuteAsync(new() { ShortProfileId = w.Profile, Revision = 1, Reason = "x" }, default)).Error),
        [nameof(RecordConsent)] = (Permission.RecordConsent, async (w, u) => (await new RecordConsent(w.Db, u, w.Clock).ExecuteAsync(w.Form, default)).Error),
        [nameof(WithdrawConsent)] = (Permission.RecordConsent, async (w, u) => (await new WithdrawConsent(w.Db, u, w.Clock).ExecuteAsync(w.Consent, default)).Error),
        [nameof(ReleaseProfile)] = (Permission.ReleaseProfiles, async (w, u) => (await new ReleaseProfile(w.Db, u, w.Clock).ExecuteAsync(w.Person, w.Event, default)).Error),
        [nameof(ReleaseProfilesForEvent)] = (Permission.ReleaseProfiles, async (w, u) => (await new ReleaseProfilesForEvent(w.Db, u, w.Clock).ExecuteAsync(w.Event, default)).Error),
        [nameof(LockRelease)] = (Permission.ReleaseProfiles, async (w, u) => (await new LockRelease(w.Db, u, w.Clock).ExecuteAsync(w.Release, default)).Error),
        [nameof(ExpireReleases)] = (Permission.ReleaseProfiles, async (w, u) => (await new ExpireReleases(w.Db, u, w.Clock).ExecuteAsync(default)).Error),
        [nameof(DeleteOldReleases)] = (Permission.ReleaseProfiles, async (w, u) => (await new DeleteOldReleases(w.Db, u, w.Clock, new()).ExecuteAsync(default)).Error),
        ["Open"] = (Permission.EditProfiles, async (w, u) => (await w.Queries(u).OpenAsync(w.Person, default)).Error),
        ["Prefill"] = (Permission.EditProfiles, async (w, u) => (await w.Queries(u).PrefillAsync(w.Person, default)).Error),
        ["History"] = (Permission.EditProfiles, async (w, u) => (await w.Queries(u).HistoryAsync(w.Profile, default)).Error),
        ["OtherCells"] = (Permission.EditProfiles, async (w, u) => (await w.Queries(u).OtherCellsAsync(w.Event, w.Person, default)).Error),
        ["List"] = (Permission.EditProfiles, async (w, u) => (await new EventProfileQueries(w.Db, u, w.Clock).ListAsync(w.Event, default)).Error),
        ["Count"] = (Permission.EditProfiles, async (w, u) => (await new EventProfileQueries(w.Db, u, w.Clock).CountAsync(w.Event, default)).Error),
        ["Consents"] = (Permission.ViewParticipants, async (w, u) => (await new ConsentQueries(w.Db, u, w.Clock).ForParticipantAsync(w.Person, default)).Error),
        ["EmployerView"] = (Permission.ViewProfiles, async (w, u) => (await new EmployerProfileQueries(w.Db, u, w.Clock).ForEventAsync(w.Event, default)).Error),
        ["EmployerFind"] = (Permission.ViewProfiles, async (w, u) => (await new EmployerProfileQueries(w.Db, u, w.Clock).FindAsync("EL", default)).Error),
        ["Recall"] = (Permission.PrintProfiles, async (w, u) => (await new RecallQueries(w.Db, u).ForEventAsync(w.Event, default)).Error),
    };

    // These name no record: a foreign organisation's user simply has none of their own.
    private static readonly HashSet<string> WithoutRecord = [nameof(ReleaseProfilesForEvent), nameof(ExpireReleases), nameof(DeleteOldReleases), "OtherCells", "List", "Count", "EmployerView", "Recall"];

    public static TheoryData<string> Names => new(Calls.Keys);

    public static TheoryData<string> NamesOfRecords => new(Calls.Keys.Where(name => !WithoutRecord.Contains(name)));

    [Fact]
    public void EveryUseCase_IsAmongTheCalls()
    {
        var useCases = typeof(SaveShortProfile).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(SaveShortProfile).Namespace && type.GetMethod("ExecuteAsync") is not null).Select(type => type.Name).ToList();
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
            Assert.Equal(Errors.Forbidden, await call(world, TestUser.With(world.Organisation, role)));
        }

        Assert.NotEqual(Errors.Forbidden, await call(world, TestUser.CaseManager(world.Organisation)));
    }

    [Theory, MemberData(nameof(NamesOfRecords))]
    public async Task ForeignRecord_IsNotFound(string name)
    {
        await using var world = await World.CreateAsync();
        var other = await world.Db.OrganisationAsync();
        Assert.Equal(Errors.NotFound, await Calls[name].Call(world, TestUser.CaseManager(other.Id)));
    }

    [Fact]
    public async Task ForeignCaseManager_SeesAndPrintsNothing()
    {
        await using var world = await World.CreateAsync();
        var foreign = TestUser.CaseManager((await world.Db.OrganisationAsync()).Id);
        Assert.Empty((await new EventProfileQueries(world.Db, foreign, world.Clock).ListAsync(world.Event, default)).Value!);
        Assert.Empty((await new EmployerProfileQueries(world.Db, foreign, world.Clock).ForEventAsync(world.Event, default)).Value!);
        Assert.Empty((await new ReleaseProfilesForEvent(world.Db, foreign, world.Clock).ExecuteAsync(world.Event, default)).Value!);
        Assert.Equal(0, (await new ExpireReleases(world.Db, foreign, world.Clock).ExecuteAsync(default)).Value);
    }

    /// <summary>The employer service acts for employers and sees every participating organisation's sheets, without the people.</summary>
    [Fact]
    public async Task EmployerService_SeesReleasedSheetsWhereItsOrganisationTakesPart()
    {
        await using var world = await World.CreateAsync();
        var service = TestUser.With((await world.Db.OrganisationAsync()).Id, Role.EmployerService);
        Assert.Empty((await new EmployerProfileQueries(world.Db, service, world.Clock).ForEventAsync(world.Event, default)).Value!);
        await world.Db.SaveAsync(new JobEventHost { JobEventId = world.Event, OrganisationId = service.OrganisationId });
        Assert.Single((await new EmployerProfileQueries(world.Db, service, world.Clock).ForEventAsync(world.Event, default)).Value!);
        await using var db = world.Db.CreateDbContext();
        Assert.False(await db.ProfileReleases.VisibleTo(service).AnyAsync());
    }

    private sealed class World(ProfileWorld inner) : IAsyncDisposable
    {
        public TestDatabase Db => inner.Database;

        public TimeProvider Clock => inner.Clock;

        public OrganisationId Organisation => inner.Organisation.Id;

        public JobEventId Event => inner.Event.Id;

        public ParticipantId Person { get; private set; }

        public ConsentId Consent { get; private set; }

        public ProfileReleaseId Release { get; private set; }

        public ShortProfileId Profile { get; private set; }

        public Guid Version { get; private set; }

        public RecordConsent.Form Form => inner.ConsentForm(Person, 1);

        public ShortProfileQueries Queries(ICurrentUser user) => new(Db, user, Clock, new CodeCatalogSource(Db, Clock));

        public static async Task<World> CreateAsync()
        {
            var inner = await ProfileWorld.CreateAsync();
            var (person, consent, release) = await inner.ReleasedAsync();
            var profile = await inner.ProfileAsync(person.Id);
            return new World(inner) { Person = person.Id, Consent = consent, Release = release.Id, Profile = profile.Id, Version = profile.Version };
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
