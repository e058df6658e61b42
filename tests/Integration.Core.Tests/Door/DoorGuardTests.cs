using Integration.Data;
using Integration.Door;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Door;

/// <summary>Writers that looked before they wrote and saw nobody inside: the key of the attendance lets one through. Without it all get through,
/// so that it is the key that makes "in, once" true and not the luck of the moment.</summary>
public sealed class DoorGuardTests
{
    private const int Writers = 5;

    public static MatrixTheoryData<DatabaseProvider, bool> ProvidersWithGuardOnAndOff =>
        new([.. TestDatabase.Providers().Select(row => row.Data)], [true, false]);

    [Theory, MemberData(nameof(ProvidersWithGuardOnAndOff))]
    public async Task WritersThatAllSawNobody_AreStoppedByTheKeyAlone(DatabaseProvider provider, bool guard)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var guest = await world.GuestAsync();
        if (!guard)
        {
            await DropKeyAsync(world.Database, provider);
        }

        var writers = Enumerable.Range(0, Writers).Select(_ => world.Database.CreateDbContext()).ToList();
        foreach (var db in writers)
        {
            Assert.False(await db.Attendances.AnyAsync(a => a.RegistrationId == guest.Id));
        }

        var saved = await Task.WhenAll(writers.Select(db => Task.Run(async () =>
        {
            db.Add(new Attendance { RegistrationId = guest.Id, JobEventId = world.Event.Id, InAt = world.Now });
            try
            {
                await db.SaveChangesAsync();
                return 1;
            }
            catch (DbUpdateException)
            {
                return 0;
            }
        })));

        Assert.Equal(guard ? 1 : Writers, saved.Sum());
        foreach (var db in writers)
        {
            await db.DisposeAsync();
        }
    }

    private static async Task DropKeyAsync(TestDatabase database, DatabaseProvider provider)
    {
        string[] statements = provider switch
        {
            // SQLite cannot drop a key: a table with the same columns and none takes the place.
            DatabaseProvider.Sqlite => ["""ALTER TABLE "Attendances" RENAME TO "Guarded" """, """CREATE TABLE "Attendances" AS SELECT * FROM "Guarded" """],
            DatabaseProvider.SqlServer => ["ALTER TABLE [Attendances] DROP CONSTRAINT [PK_Attendances]"],
            _ => ["""ALTER TABLE "Attendances" DROP CONSTRAINT "PK_Attendances" """],
        };
        await using var db = database.CreateDbContext();
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
    }
}
