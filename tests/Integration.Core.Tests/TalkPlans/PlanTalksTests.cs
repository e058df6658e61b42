using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Planning.Talks;
using Integration.Privacy;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.TalkPlans;

public sealed class PlanTalksTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Planning_KeepsADraftThatTheCheckerAccepts(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(4, provider);
        await world.WishAllAsync();
        await world.NeedsAsync(0, "ara");
        await world.InterpreterAsync("ara");
        var told = new List<PlanningProgress>();

        var planned = await new PlanTalks(world.Database, world.Organiser, world.Clock).ExecuteAsync(world.Event.Id, new() { Seconds = 10, Name = " Erster " }, told.Add, default);

        Assert.Null(planned.Error);
        var board = await world.BoardAsync(planned.Value);
        Assert.Equal(("Erster", 1, TalkScheduleState.Draft, PlanStatus.Optimal), (board.Schedule.Name, board.Schedule.Number, board.Schedule.State, board.Schedule.Status));
        Assert.Empty(board.Warnings);
        Assert.Empty(board.Unmet);
        Assert.Equal((12, 12, 0), (board.Score.Held, board.Score.MutualHeld, board.Score.WithoutTalk));
        Assert.Equal(12, board.Sittings.Sum(sitting => sitting.Seats.Count));
        Assert.Equal(3, board.Sittings.Count(sitting => sitting is { Language: "ara", Interpreter: "Stimme ara" }));
        Assert.NotEmpty(told);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(AuditAct.Created, (await db.AuditEntries.SingleAsync(entry => entry.SubjectId == planned.Value.Value)).Act);
    }

    [Fact]
    public async Task SameSeed_GivesTheSamePlan()
    {
        await using var world = await TalkPlanWorld.CreateAsync(4);
        await world.WishAllAsync();
        var (one, other) = (await world.PlannedAsync(), await world.PlannedAsync());
        Assert.Empty((await world.Schedules().CompareAsync(one, other, default)).Value!.Changes);
    }

    [Fact]
    public async Task Unmet_IsSaidWithTheReasonInWords()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAllAsync();
        await world.NeedsAsync(0, "tir");
        var board = await world.BoardAsync(await world.PlannedAsync());
        var unmet = Assert.Single(board.Unmet);
        Assert.Equal((UnmetReason.NoInterpreterOfLanguage, 3), (unmet.Reason, unmet.Talks.Count));
        Assert.Contains("Tigrinya", unmet.Words);
        Assert.Contains("3", unmet.Words);
    }

    [Fact]
    public async Task SmallGroup_SharesTableAndInterpreter()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        foreach (var person in Enumerable.Range(0, 3))
        {
            await world.WishAsync(person, 0);
            await world.NeedsAsync(person, "ukr");
        }

        await world.ChangeAsync<TalkVenue>(v => v.EmployerId == world.Companies[0].OrganisationId, v => v.GroupSize = 3);
        // There for one talk alone.
        await world.InterpreterAsync("ukr", "09:30", "09:45");

        var board = await world.BoardAsync(await world.PlannedAsync());

        Assert.Equal(3, Assert.Single(board.Sittings).Seats.Count);
        Assert.Empty(board.Warnings);
    }

    [Fact]
    public async Task FitOffered_AsksForTalksThatNobodyAskedFor()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.Database.SaveAsync(new Integration.Employers.JobOffer
        {
            EmployerId = world.Companies[0].OrganisationId, Title = "Lager", OccupationGroup = world.Releases[0].Content.OccupationGroup, WorkForm = "HELFER", Town = "Haren (Ems)", Places = 2,
        });
        var form = new PlanTalks.Form { LeastFit = 50 };
        var without = await world.SummaryAsync();
        var offered = (await world.Plans().CountAsync(world.Event.Id, form, default)).Value!;
        Assert.Equal((0, 0), (without.Requests, without.Offered));
        Assert.InRange(offered.Offered, 1, 3);
        var board = await world.BoardAsync(await world.PlannedAsync(f => f.LeastFit = 50));
        Assert.All(board.Sittings.SelectMany(sitting => sitting.Seats), seat => Assert.Equal(TalkGround.Fit, seat.Ground));
        Assert.Equal(offered.Offered, board.Score.Held);
    }

    [Fact]
    public async Task OrderOfTheAims_IsAskedOfTheSearchAndOfEveryRepair()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        TalkAim[] order = [.. new TalkAims().Order.Reverse()];
        var plan = await world.PlannedAsync(form => form.Aims = order);
        var usual = await world.PlannedAsync();
        Assert.Equal(order, (await world.BoardAsync(plan)).Settings.Aims);
        Assert.Null((await world.BoardAsync(usual)).Settings.Aims);
        // The same talks are worth something else.
        Assert.NotEqual((await world.BoardAsync(usual)).Score.Value, (await world.BoardAsync(plan)).Score.Value);

        var repaired = await world.RepairAsync(plan, _ => { });
        Assert.Null(repaired.Error);
        Assert.Equal(order, (await world.BoardAsync(repaired.Value)).Settings.Aims);
        Assert.Equal(TalkPlanErrors.WrongSettings, (await world.PlanAsync(change: form => form.Aims = order[1..])).Error);
        Assert.Equal(TalkPlanErrors.WrongSettings, (await world.PlanAsync(change: form => form.Aims = [.. order[1..], order[1]])).Error);
    }

    [Fact]
    public async Task FixedTalksOfAnotherPlan_StayWhereTheyAre()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        var (first, free) = (await world.PlannedAsync(), await world.TalksAsync(await world.PlannedAsync(form => form.Seed = 7)));
        Assert.DoesNotContain(free, row => row.Pinned);
        // Where the search of itself would not have it.
        var (talks, slots) = (await world.TalksAsync(first), (await world.BoardAsync(first)).Slots);
        var (talk, slot) = (from row in talks
                            from time in slots
                            where talks.All(other => other.RegistrationId != row.RegistrationId || other.StartsAt != time.StartsAt)
                                && !free.Any(other => other.RegistrationId == row.RegistrationId && other.StartsAt == time.StartsAt)
                            select (row, time)).First();
        await world.ChangeAsync<ScheduledTalk>(row => row.Id == talk.Id, row => (row.StartsAt, row.EndsAt, row.Pinned) = (slot.StartsAt, slot.EndsAt, true));

        var again = await world.PlannedAsync(form => (form.KeepFixedOf, form.Seed) = (first, 7));
        var kept = Assert.Single(await world.TalksAsync(again), row => row.Pinned);
        Assert.Equal((talk.RegistrationId, talk.EmployerId, slot.StartsAt, talk.Table), (kept.RegistrationId, kept.EmployerId, kept.StartsAt, kept.Table));
        Assert.Equal(Errors.NotFound, (await world.PlanAsync(change: form => form.KeepFixedOf = TalkScheduleId.New())).Error);
    }

    [Fact]
    public async Task NothingToPlanOverOrWrong_IsRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        Assert.Equal(TalkPlanErrors.NothingToPlan, (await world.PlanAsync()).Error);
        Assert.Equal(TalkPlanErrors.WrongSettings, (await world.PlanAsync(change: form => form.Seconds = 0)).Error);
        Assert.Equal(TalkPlanErrors.WrongSettings, (await world.PlanAsync(change: form => form.LeastFit = 101)).Error);
        Assert.Equal("TooLong", (await world.PlanAsync(change: form => form.Name = new string('x', TalkSchedule.NameMaxLength + 1))).Error?.Code);
        await world.ChangeAsync<JobEvent>(e => e.Id == world.Event.Id, e => e.State = JobEventState.Closed);
        Assert.Equal(TalkPlanErrors.EventOver, (await world.PlanAsync()).Error);
    }

    [Fact]
    public async Task ForeignEvent_IsNotFoundByAnything()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAllAsync();
        var (id, stranger) = (await world.PlannedAsync(), TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Organiser));
        Assert.Equal(Errors.NotFound, (await world.PlanAsync(stranger)).Error);
        Assert.Equal(Errors.NotFound, (await world.Plans(stranger).OpenAsync(world.Event.Id, default)).Error);
        Assert.Equal(Errors.NotFound, (await world.Plans(stranger).CountAsync(world.Event.Id, new(), default)).Error);
        Assert.Equal(Errors.NotFound, (await world.Schedules(stranger).BoardAsync(id, default)).Error);
        Assert.Equal(Errors.NotFound, (await world.Schedules(stranger).CompareAsync(id, id, default)).Error);
        Assert.Equal(Errors.NotFound, (await world.PublishAsync(id, stranger)).Error);
        Assert.Equal(Errors.NotFound, (await world.RepairAsync(id, _ => { }, stranger)).Error);
        Assert.Equal(Errors.NotFound, (await new DeleteTalkDraft(world.Database, stranger, world.Clock).ExecuteAsync(id, default)).Error);
        Assert.Equal(Errors.NotFound, (await new UndoTalkChange(world.Database, stranger, world.Clock, world.Codes).ExecuteAsync(id, await world.VersionAsync(id), default)).Error);
        Assert.Equal(Errors.NotFound, (await new SetUpTalkVenues(world.Database, stranger, world.Clock).ExecuteAsync(world.Event.Id, default)).Error);
        Assert.Equal(Errors.NotFound, (await new SaveTalkTimes(world.Database, stranger, world.Clock).ExecuteAsync(world.Event.Id, Times("12:00", "12:30"), default)).Error);
        Assert.Equal(Errors.NotFound, (await new SaveTalkVenue(world.Database, stranger, world.Clock, world.Codes).ExecuteAsync(world.Event.Id, new() { EmployerId = world.Companies[0].OrganisationId }, default)).Error);
        Assert.Equal(0, (await new DeleteOldTalkPlans(world.Database, stranger, world.Clock, new RetentionOptions { TalkDraftDays = -1 }).ExecuteAsync(default)).Value);
    }

    [Fact]
    public async Task RolesThatDoNotLeadEvents_AreRefusedEverything()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAllAsync();
        var id = await world.PlannedAsync();
        var version = await world.VersionAsync(id);
        var talk = (await world.TalksAsync(id))[0].Id;
        Assert.NotEmpty(TestUser.RolesWithout(Permission.EditEvents));
        foreach (var user in TestUser.RolesWithout(Permission.EditEvents).Select(role => TestUser.With(world.Event.OrganisationId, role)))
        {
            Error?[] refused =
            [
                (await world.PlanAsync(user)).Error, (await world.Plans(user).OpenAsync(world.Event.Id, default)).Error, (await world.Plans(user).CountAsync(world.Event.Id, new(), default)).Error,
                (await world.Schedules(user).BoardAsync(id, default)).Error, (await world.Schedules(user).CompareAsync(id, id, default)).Error, (await world.PublishAsync(id, user)).Error,
                (await world.RepairAsync(id, _ => { }, user)).Error, (await new DeleteTalkDraft(world.Database, user, world.Clock).ExecuteAsync(id, default)).Error,
                (await new MoveTalk(world.Database, user, world.Clock, world.Codes).ExecuteAsync(id, version, new() { TalkId = talk }, default)).Error,
                (await new PinTalk(world.Database, user, world.Clock, world.Codes).ExecuteAsync(id, version, talk, true, default)).Error,
                (await new DropTalk(world.Database, user, world.Clock, world.Codes).ExecuteAsync(id, version, talk, default)).Error,
                (await new InsertTalk(world.Database, user, world.Clock, world.Codes).ExecuteAsync(id, version, new(), default)).Error,
                (await new UndoTalkChange(world.Database, user, world.Clock, world.Codes).ExecuteAsync(id, version, default)).Error,
                (await new SetUpTalkVenues(world.Database, user, world.Clock).ExecuteAsync(world.Event.Id, default)).Error,
                (await new SaveTalkTimes(world.Database, user, world.Clock).ExecuteAsync(world.Event.Id, Times("12:00", "12:30"), default)).Error,
                (await new RemoveTalkTimes(world.Database, user, world.Clock).ExecuteAsync(TalkTimesId.New(), default)).Error,
                (await new SaveTalkVenue(world.Database, user, world.Clock, world.Codes).ExecuteAsync(world.Event.Id, new() { EmployerId = world.Companies[0].OrganisationId }, default)).Error,
                (await new DeleteOldTalkPlans(world.Database, user, world.Clock, new RetentionOptions()).ExecuteAsync(default)).Error,
            ];
            Assert.All(refused, error => Assert.Equal(Errors.Forbidden, error));
        }

        Assert.Equal(version, await world.VersionAsync(id));
    }

    internal static SaveTalkTimes.Form Times(string from, string until, int minutes = 15, int between = 5) =>
        new() { StartsAt = TalkPlanWorld.Time(from), EndsAt = TalkPlanWorld.Time(until), Minutes = minutes, MinutesBetween = between };
}
