using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Privacy;

public sealed class VerifyAuditTrailTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutTheTrail => new(TestUser.RolesWithout(Permission.ReadAuditTrail));

    [Theory, MemberData(nameof(Providers))]
    public async Task UntouchedTrail_IsIntact_AndVerifyingIsNoted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var officer = await OfficerAsync(database, entries: 5);

        Assert.Equal(new VerifyAuditTrail.Finding(5, null), await VerifyAsync(database, officer));
        Assert.Equal(new VerifyAuditTrail.Finding(6, null), await VerifyAsync(database, officer));
        await using var db = database.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Act == AuditAct.AuditRead && e.SubjectKind == nameof(AuditHead)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedEntry_IsFound(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var officer = await OfficerAsync(database, entries: 5);
        await TamperAsync(database, db => db.AuditEntries.Where(e => e.Sequence == 3)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.UserId, UserId.New())));

        Assert.Equal(new VerifyAuditTrail.Finding(3, 3), await VerifyAsync(database, officer));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedEntryWithANewHash_IsFoundAtItsSuccessor(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var officer = await OfficerAsync(database, entries: 5);
        await TamperAsync(database, async db =>
        {
            var entry = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Sequence == 3);
            entry.Count = 99;
            var hash = AuditChain.HashOf(entry);
            await db.AuditEntries.Where(e => e.Sequence == 3).ExecuteUpdateAsync(set => set.SetProperty(e => e.Count, 99).SetProperty(e => e.Hash, hash));
        });

        Assert.Equal(4, (await VerifyAsync(database, officer)).FirstBreak);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RemovedEntries_AreFoundInTheMiddleAndAtTheEnd(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var middle = await OfficerAsync(database, entries: 5);
        var end = await OfficerAsync(database, entries: 5);
        await TamperAsync(database, async db =>
        {
            await db.AuditEntries.Where(e => e.OrganisationId == middle.OrganisationId && e.Sequence == 2).ExecuteDeleteAsync();
            await db.AuditEntries.Where(e => e.OrganisationId == end.OrganisationId && e.Sequence == 5).ExecuteDeleteAsync();
        });

        Assert.Equal(2, (await VerifyAsync(database, middle)).FirstBreak);
        Assert.Equal(5, (await VerifyAsync(database, end)).FirstBreak);
    }

    [Theory, MemberData(nameof(RolesWithoutTheTrail))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var user = TestUser.With((await database.OrganisationAsync()).Id, role);
        Assert.Equal(Errors.Forbidden, (await new VerifyAuditTrail(database, user, TimeProvider.System).ExecuteAsync(CancellationToken.None)).Error);
        Assert.Equal(Errors.Forbidden, (await new AuditQueries(database, user, TimeProvider.System).OverviewAsync(CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Overview_CountsTheOwnLastDaysAndSaysWhenItWasVerified(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var officer = await OfficerAsync(database, entries: 3);
        await OfficerAsync(database, entries: 2);
        var queries = new AuditQueries(database, officer, TimeProvider.System);
        Assert.Null((await queries.OverviewAsync(CancellationToken.None)).Value!.VerifiedAt);
        await VerifyAsync(database, officer);

        var overview = (await queries.OverviewAsync(CancellationToken.None)).Value!;
        Assert.Equal([(AuditAct.Viewed, 3)], overview.Acts);
        Assert.NotNull(overview.VerifiedAt);
    }

    private static async Task<FixedUser> OfficerAsync(TestDatabase database, int entries)
    {
        var organisation = await database.OrganisationAsync();
        var officer = TestUser.With(organisation.Id, Role.DataProtectionOfficer);
        for (var i = 0; i < entries; i++)
        {
            await using var db = database.CreateDbContext();
            db.Note(officer, TimeProvider.System, AuditAct.Viewed, "Participant", ParticipantId.New().Value);
            await db.SaveChangesAsync();
        }

        return officer;
    }

    private static async Task<VerifyAuditTrail.Finding> VerifyAsync(TestDatabase database, ICurrentUser user) =>
        (await new VerifyAuditTrail(database, user, TimeProvider.System).ExecuteAsync(CancellationToken.None)).Value!;

    // Somebody with the rights of the database's owner takes the triggers away, which the portal's own code never does.
    private static async Task TamperAsync(TestDatabase database, Func<AppDbContext, Task> act)
    {
        await using var db = database.CreateDbContext();
        string[] statements = database.Options.Provider switch
        {
            DatabaseProvider.Sqlite => ["DROP TRIGGER \"AuditEntries_NoUpdate\"", "DROP TRIGGER \"AuditEntries_NoDelete\""],
            DatabaseProvider.Postgres => ["DROP TRIGGER audit_append_only ON \"AuditEntries\""],
            _ => ["DROP TRIGGER [AuditEntries_AppendOnly]"],
        };
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }

        await act(db);
    }
}
