using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Privacy;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.TalkPlans;

public sealed class PublishTalksTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publishing_ReplacesWhatWasPublished(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(2, provider);
        await world.WishAllAsync();
        await world.NeedsAsync(0, "ara");
        var interpreter = await world.InterpreterAsync("ara");
        var first = await world.PlannedAsync();
        var changed = (await world.PublishAsync(first)).Value!.Changed;
        Assert.Equal(world.Registrations.Select(r => r.Id).ToHashSet(), changed.ToHashSet());

        var second = await world.PlannedAsync();
        var talk = (await world.TalksAsync(second)).First(t => t.RegistrationId == world.Registrations[1].Id);
        Assert.Null((await new DropTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(second, await world.VersionAsync(second), talk.Id, default)).Error);
        Assert.Equal([world.Registrations[1].Id], (await world.PublishAsync(second)).Value!.Changed);

        await using var db = world.Database.CreateDbContext();
        var states = await db.TalkSchedules.OrderBy(s => s.Number).Select(s => new { s.State, s.PublishedFor }).ToListAsync();
        Assert.Equal([(TalkScheduleState.Replaced, null), (TalkScheduleState.Published, (JobEventId?)world.Event.Id)], states.Select(s => (s.State, s.PublishedFor)));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.TalksPublished));
        // Calendars take an entry for newer whose day has changed.
        Assert.Equal([1, 2], await db.Registrations.OrderBy(r => r.CalendarSequence).Select(r => r.CalendarSequence).ToListAsync());
        Assert.Equal(1, await db.InterpreterAssignments.Where(a => a.InterpreterId == interpreter.Id).Select(a => a.CalendarSequence).SingleAsync());
    }

    [Fact]
    public async Task WhatTheRecordsNoLongerCarry_IsSaidAndRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAllAsync();
        await world.NeedsAsync(0, "ara");
        var interpreter = await world.InterpreterAsync("ara");
        var id = await world.PlannedAsync();
        await world.ChangeAsync<InterpreterAssignment>(a => a.InterpreterId == interpreter.Id, a => a.State = AssignmentState.Cancelled);

        var refused = await world.PublishAsync(id);

        Assert.Equal(("TalkPlan_Broken", 3), (refused.Error?.Code, refused.Error?.Arguments[0]));
        Assert.All((await world.BoardAsync(id)).Warnings, warning => Assert.Null(warning.Kind));

        await world.ChangeAsync<InterpreterAssignment>(a => a.InterpreterId == interpreter.Id, a => a.State = AssignmentState.Confirmed);
        await world.WithdrawAsync(1);
        Assert.Equal(3, (await world.PublishAsync(id)).Error?.Arguments[0]);
        Assert.DoesNotContain((await world.BoardAsync(id)).Sittings.SelectMany(s => s.Seats), seat => seat.Chiffre == world.Releases[1].Chiffre);
    }

    [Fact]
    public async Task OldVersionOrEventOver_IsRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAllAsync();
        var id = await world.PlannedAsync();
        Assert.Equal(Errors.Conflict, (await new PublishTalks(world.Database, world.Organiser, world.Clock, world.Codes, TalkPlanWorld.Address).ExecuteAsync(id, Guid.Empty, default)).Error);
        await world.ChangeAsync<JobEvent>(e => e.Id == world.Event.Id, e => e.State = JobEventState.Cancelled);
        Assert.Equal(TalkPlanErrors.EventOver, (await world.PublishAsync(id)).Error);
    }

    public static TheoryData<DatabaseProvider, bool> ProvidersWithGuardOnAndOff()
    {
        var data = new TheoryData<DatabaseProvider, bool>();
        foreach (var row in TestDatabase.Providers())
        {
            data.Add(row.Data, true);
            data.Add(row.Data, false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task ManyPublishAtOnce_OneHolds(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(1, provider);
        var drafts = await DraftsAsync(world, 4);

        var published = await Task.WhenAll(drafts.Select(id => Task.Run(() => world.PublishAsync(id))));

        Assert.All(published, result => Assert.Null(result.Error));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.TalkSchedules.CountAsync(s => s.State == TalkScheduleState.Published));
        Assert.Equal(3, await db.TalkSchedules.CountAsync(s => s.State == TalkScheduleState.Replaced));
    }

    /// <summary>Publishers who looked before they wrote and saw nothing: the unique index lets one through. Without it all get through.</summary>
    [Theory, MemberData(nameof(ProvidersWithGuardOnAndOff))]
    public async Task PublishersThatAllSawNothing_AreStoppedByTheIndexAlone(DatabaseProvider provider, bool guard)
    {
        await using var world = await TalkPlanWorld.CreateAsync(1, provider);
        var drafts = await DraftsAsync(world, 3);
        if (!guard)
        {
            await using var db = world.Database.CreateDbContext();
            await db.Database.ExecuteSqlRawAsync(
                provider == DatabaseProvider.SqlServer ? "DROP INDEX [IX_TalkSchedules_PublishedFor] ON [TalkSchedules]" : "DROP INDEX \"IX_TalkSchedules_PublishedFor\"");
        }

        var writers = drafts.ConvertAll(id => (Db: world.Database.CreateDbContext(), Id: id));
        foreach (var (db, id) in writers)
        {
            Assert.False(await db.TalkSchedules.AnyAsync(s => s.PublishedFor == world.Event.Id));
            var draft = await db.TalkSchedules.SingleAsync(s => s.Id == id);
            (draft.State, draft.PublishedFor) = (TalkScheduleState.Published, world.Event.Id);
        }

        var saved = await Task.WhenAll(writers.Select(writer => Task.Run(async () =>
        {
            try
            {
                await writer.Db.SaveChangesAsync();
                return 1;
            }
            catch (DbUpdateException)
            {
                return 0;
            }
        })));

        Assert.Equal(guard ? 1 : drafts.Count, saved.Sum());
        foreach (var (db, _) in writers)
        {
            await db.DisposeAsync();
        }
    }

    private static async Task<List<TalkScheduleId>> DraftsAsync(TalkPlanWorld world, int count)
    {
        await world.WishAsync(0, 0);
        var drafts = new List<TalkScheduleId>();
        foreach (var _ in Enumerable.Range(0, count))
        {
            drafts.Add(await world.PlannedAsync());
        }

        return drafts;
    }
}
