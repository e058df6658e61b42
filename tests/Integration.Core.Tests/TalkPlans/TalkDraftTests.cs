using Integration.Common;
using Integration.Data;
using Integration.Planning.Talks;
using Integration.TalkPlans;
using Integration.Testing;

namespace Integration.Core.Tests.TalkPlans;

public sealed class TalkDraftTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task MovedTalk_StandsThereAndIsTakenBack(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(1, provider);
        await world.WishAsync(0, 0);
        await world.NeedsAsync(0, "ara");
        await world.InterpreterAsync("ara");
        var id = await world.PlannedAsync();
        var before = Assert.Single(await world.TalksAsync(id));
        var to = before.StartsAt == new TimeOnly(10, 10) ? new TimeOnly(10, 30) : new TimeOnly(10, 10);

        var moved = await MoveAsync(world, id, before.Id, to);

        Assert.Null(moved.Error);
        Assert.Empty(moved.Value!.Warnings);
        var after = Assert.Single(await world.TalksAsync(id));
        Assert.Equal((to, to.AddMinutes(15), before.InterpreterId, "ara"), (after.StartsAt, after.EndsAt, after.InterpreterId, after.Language));
        Assert.Equal(1, (await world.BoardAsync(id)).Schedule.Steps);

        Assert.Null((await UndoAsync(world, id)).Error);
        var back = Assert.Single(await world.TalksAsync(id));
        Assert.Equal((before.StartsAt, before.EndsAt, before.Table, before.InterpreterId), (back.StartsAt, back.EndsAt, back.Table, back.InterpreterId));
        Assert.Equal(TalkPlanErrors.NothingToUndo, (await UndoAsync(world, id)).Error);
    }

    [Fact]
    public async Task MoveThatBreaksARule_IsDoneAndSaidInWords()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        await world.WishAsync(0, 1);
        var id = await world.PlannedAsync();
        var talks = await world.TalksAsync(id);

        var moved = await MoveAsync(world, id, talks[0].Id, talks[1].StartsAt);

        var warning = Assert.Single(moved.Value!.Warnings);
        Assert.Equal(TalkBreachKind.PersonTwice, warning.Kind);
        Assert.Contains(world.Releases[0].Chiffre, warning.Words);
        Assert.Equal(talks.Select(talk => talk.Id).ToHashSet(), warning.Talks.ToHashSet());
        Assert.Equal("TalkPlan_Broken", (await world.PublishAsync(id)).Error?.Code);
    }

    [Fact]
    public async Task WrongTimeTableTalkOrVersion_IsRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        var id = await world.PlannedAsync();
        var talk = Assert.Single(await world.TalksAsync(id)).Id;
        Assert.Equal(TalkPlanErrors.NoSuchTime, (await MoveAsync(world, id, talk, new TimeOnly(9, 31))).Error);
        Assert.Equal(TalkPlanErrors.NoSuchTable, (await MoveAsync(world, id, talk, new TimeOnly(9, 30), table: 2)).Error);
        Assert.Equal(Errors.NotFound, (await MoveAsync(world, id, ScheduledTalkId.New(), new TimeOnly(9, 30))).Error);
        var old = await world.VersionAsync(id);
        Assert.Null((await MoveAsync(world, id, talk, new TimeOnly(9, 50))).Error);
        Assert.Equal(Errors.Conflict, (await new PinTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(id, old, talk, true, default)).Error);
    }

    [Fact]
    public async Task PinnedTalk_StaysInARepair()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAllAsync();
        var id = await world.PlannedAsync();
        var talk = (await world.TalksAsync(id))[0];
        Assert.Null((await PinAsync(world, id, talk.Id, true)).Error);
        Assert.Null((await PinAsync(world, id, talk.Id, true)).Error);
        Assert.Equal(1, (await world.BoardAsync(id)).Schedule.Steps);

        var repaired = await world.RepairAsync(id, form => form.Absent = [world.Registrations.Select(r => r.Id).First(r => r != talk.RegistrationId)]);

        Assert.Null(repaired.Error);
        var kept = (await world.TalksAsync(repaired.Value)).Single(t => t.RegistrationId == talk.RegistrationId && t.EmployerId == talk.EmployerId);
        Assert.Equal((talk.StartsAt, talk.Table, true), (kept.StartsAt, kept.Table, kept.Pinned));
        Assert.Null((await PinAsync(world, id, talk.Id, false)).Error);
        Assert.DoesNotContain(await world.TalksAsync(id), t => t.Pinned);
    }

    [Fact]
    public async Task DroppedAndInsertedTalks_ComeAndGo()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAsync(0, 0);
        var id = await world.PlannedAsync();
        var talk = Assert.Single(await world.TalksAsync(id));

        Assert.Null((await new DropTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(id, await world.VersionAsync(id), talk.Id, default)).Error);
        Assert.Empty(await world.TalksAsync(id));
        Assert.Equal(talk.EmployerId, Assert.Single(Assert.Single((await world.BoardAsync(id)).Unmet).Talks).EmployerId);

        // Nobody asked for this one.
        Assert.Null((await InsertAsync(world, id, 1, 2, "10:30")).Error);
        Assert.Equal(TalkPlanErrors.AlreadyThere, (await InsertAsync(world, id, 1, 2, "10:50")).Error);
        var put = Assert.Single(await world.TalksAsync(id));
        Assert.Equal((TalkGround.ByHand, new TimeOnly(10, 30), world.Registrations[1].Id), (put.Ground, put.StartsAt, put.RegistrationId));
        Assert.Empty((await world.BoardAsync(id)).Warnings);

        Assert.Null((await UndoAsync(world, id)).Error);
        var undone = await UndoAsync(world, id);
        Assert.Empty(undone.Value!.Warnings);
        Assert.Equal((talk.StartsAt, TalkGround.Mutual), (Assert.Single(await world.TalksAsync(id)).StartsAt, Assert.Single(await world.TalksAsync(id)).Ground));
    }

    [Fact]
    public async Task WhoDoesNotCome_CannotBePutIn()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAsync(0, 0);
        var id = await world.PlannedAsync();
        await world.WithdrawAsync(1);
        Assert.Equal(Errors.NotFound, (await InsertAsync(world, id, 1, 0, "10:30")).Error);
    }

    [Fact]
    public async Task PublishedPlan_IsNotChangedOrDeletedByHand()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        var id = await world.PublishedAsync();
        var talk = Assert.Single(await world.TalksAsync(id)).Id;
        Assert.Equal(TalkPlanErrors.NotADraft, (await MoveAsync(world, id, talk, new TimeOnly(9, 50))).Error);
        Assert.Equal(TalkPlanErrors.NotADraft, (await new DeleteTalkDraft(world.Database, world.Organiser, world.Clock).ExecuteAsync(id, default)).Error);
        Assert.Equal(TalkPlanErrors.NotADraft, (await world.PublishAsync(id)).Error);
    }

    [Fact]
    public async Task OldDraftsAndReplacedPlans_GoAndWhatIsWorkedOnStays()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        var replaced = await world.PublishedAsync();
        var published = await world.PublishedAsync();
        var (old, worked) = (await world.PlannedAsync(), await world.PlannedAsync());
        world.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Null((await PinAsync(world, worked, Assert.Single(await world.TalksAsync(worked)).Id, true)).Error);
        world.Clock.Advance(TimeSpan.FromDays(4.5));
        var fresh = await world.PlannedAsync();

        Assert.Equal(2, (await new DeleteOldTalkPlans(world.Database, world.Organiser, world.Clock, new Integration.Privacy.RetentionOptions()).ExecuteAsync(default)).Value);

        var left = (await world.Plans().OpenAsync(world.Event.Id, default)).Value!.Schedules.Select(row => row.Id).ToList();
        Assert.Equal([fresh, worked, published], left);
        Assert.Empty(await world.TalksAsync(old));
        Assert.Empty(await world.TalksAsync(replaced));
    }

    private static async Task<Result<ChangedDraft>> MoveAsync(TalkPlanWorld world, TalkScheduleId id, ScheduledTalkId talk, TimeOnly to, int table = 1) =>
        await new MoveTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(id, await world.VersionAsync(id), new() { TalkId = talk, StartsAt = to, Table = table }, default);

    private static async Task<Result<ChangedDraft>> PinAsync(TalkPlanWorld world, TalkScheduleId id, ScheduledTalkId talk, bool pinned) =>
        await new PinTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(id, await world.VersionAsync(id), talk, pinned, default);

    private static async Task<Result<ChangedDraft>> UndoAsync(TalkPlanWorld world, TalkScheduleId id) =>
        await new UndoTalkChange(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(id, await world.VersionAsync(id), default);

    private static async Task<Result<ChangedDraft>> InsertAsync(TalkPlanWorld world, TalkScheduleId id, int person, int company, string at) =>
        await new InsertTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(
            id, await world.VersionAsync(id), new() { RegistrationId = world.Registrations[person].Id, EmployerId = world.Companies[company].OrganisationId, StartsAt = TalkPlanWorld.Time(at) }, default);
}
