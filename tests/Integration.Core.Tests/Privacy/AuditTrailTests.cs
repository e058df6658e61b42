using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Privacy;

public sealed class AuditTrailTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task ParallelWriters_MakeOneUnbrokenChain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var user = TestUser.CaseManager(organisation.Id);
        await WriteAsync(database, user);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await WriteAsync(database, user);
            }
        })));

        await using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.Where(e => e.OrganisationId == organisation.Id).OrderBy(e => e.Sequence).AsNoTracking().ToListAsync();
        Assert.Equal(41, entries.Count);
        Assert.Null(AuditChain.FirstBreak(entries));
        entries[20].Count++;
        Assert.Equal(21, AuditChain.FirstBreak(entries));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WritersOfTwoChains_InEitherOrder_DoNotWaitForEachOther(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (one, other) = (TestUser.CaseManager((await database.OrganisationAsync()).Id), TestUser.CaseManager((await database.OrganisationAsync()).Id));
        await WriteAsync(database, one, other);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await (writer % 2 == 0 ? WriteAsync(database, one, other) : WriteAsync(database, other, one));
            }
        })));

        await using var db = database.CreateDbContext();
        foreach (var chain in new[] { one.OrganisationId, other.OrganisationId })
        {
            var entries = await db.AuditEntries.Where(e => e.OrganisationId == chain).OrderBy(e => e.Sequence).AsNoTracking().ToListAsync();
            Assert.Equal(101, entries.Count);
            Assert.Null(AuditChain.FirstBreak(entries));
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Entries_CanNeitherBeChangedNorDeleted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        await WriteAsync(database, TestUser.CaseManager(organisation.Id));

        await using var db = database.CreateDbContext();
        await Assert.ThrowsAnyAsync<Exception>(() => db.AuditEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.Count, 7)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.AuditEntries.ExecuteDeleteAsync());
        var entry = await db.AuditEntries.SingleAsync();
        db.Remove(entry);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Equal(1, entry.Count);
    }

    private static async Task WriteAsync(TestDatabase database, params Integration.Access.ICurrentUser[] users)
    {
        await using var db = database.CreateDbContext();
        foreach (var user in users)
        {
            db.Note(user, TimeProvider.System, AuditAct.Viewed, "Participant", ParticipantId.New().Value);
        }

        await db.SaveChangesAsync();
    }
}
