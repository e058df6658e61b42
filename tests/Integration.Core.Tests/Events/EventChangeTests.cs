using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Events;

public sealed class EventChangeTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task WhatBelongsToAnEvent_TellsOfItsSaving_OnceASave(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var (one, other) = (await database.JobEventAsync(organisation.Id), await database.JobEventAsync(organisation.Id));
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(new Room { JobEventId = one.Id, Name = "Saal" }, new Room { JobEventId = one.Id, Name = "Foyer" });
            await db.SaveChangesAsync();
            db.Remove(await db.Rooms.FirstAsync(room => room.Name == "Foyer"));
            await db.SaveChangesAsync();
        }

        Assert.Equal((3, 1), (await ChangesAsync(database, one.Id), await ChangesAsync(database, other.Id)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhatIsRolledBack_TellsNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await using (var db = database.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new Room { JobEventId = jobEvent.Id, Name = "Saal" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, await ChangesAsync(database, jobEvent.Id));
    }

    private static async Task<int> ChangesAsync(TestDatabase database, JobEventId jobEvent)
    {
        await using var db = database.CreateDbContext();
        return await db.EventChanges.CountAsync(change => change.JobEventId == jobEvent);
    }
}
