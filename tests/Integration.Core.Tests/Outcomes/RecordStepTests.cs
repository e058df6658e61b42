using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Privacy;
using Integration.Reports;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Outcomes;

public sealed class RecordStepTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithout => new(TestUser.RolesWithout(Permission.RecordOutcomes));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task OneTap_ManyTimes_IsOneStep_AndUndoLeavesNothingButHistory(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var contact = await world.ContactAsync();
        var form = new RecordStep.Form { Step = "VORSTELLUNGSGESPRAECH_VEREINBART" };

        var taps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Recording(world.Service).ExecuteAsync(contact.Id, form, Ct), Ct)));
        Assert.All(taps, tap => Assert.Equal(form.Id, tap.Value));
        // Another page, the same button: the same step of the same day.
        Assert.Equal(form.Id, (await world.RecordAsync(contact, form.Step)).Value);
        Assert.Equal(OutcomeStage.Interview, (await world.OutcomeOfAsync(contact))!.Stage);

        Assert.True((await world.TakingBack(world.Service).ExecuteAsync(form.Id, Ct)).Done);
        Assert.True((await world.TakingBack(world.Service).ExecuteAsync(form.Id, Ct)).Done);
        var outcome = (await world.OutcomeOfAsync(contact))!;
        Assert.Equal(("", null, OutcomeState.Open), (outcome.Step, outcome.Stage, outcome.State));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal([(1, false), (2, true)], (await db.OutcomeSteps.OrderBy(s => s.Number).ToListAsync(Ct)).Select(s => (s.Number, s.TakesBackId is not null)));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.SubjectKind == nameof(Outcome) && entry.Act == AuditAct.Changed, Ct));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ParallelSteps_KeepAGaplessHistory(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var contact = await world.ContactAsync();
        string[] steps = ["VORSTELLUNGSGESPRAECH_VEREINBART", "HOSPITATION", "PRAKTIKUM", "PROBEARBEIT"];
        var recorded = await Task.WhenAll(steps.Select(step => Task.Run(() => world.RecordAsync(contact, step), Ct)));
        Assert.All(recorded, step => Assert.True(step.Done, step.Error?.Code));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal([1, 2, 3, 4], await db.OutcomeSteps.OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(Ct));
        Assert.Equal(OutcomeStage.Trial, (await world.OutcomeOfAsync(contact))!.Stage);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Mag_OpensADatedTaskBeforeTheStart_AndTheApplicationClosesIt(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var contact = await world.ContactAsync(ContactState.Released);
        var today = world.Clock.Today();

        var intent = await world.RecordedAsync(contact, "MAG_ABSICHT", form => form.StartsOn = today.AddDays(2));
        var task = Assert.Single(await world.TasksAsync());
        Assert.Equal((CaseTaskKind.ApplyBeforeStart, "MAG", today.AddDays(1), null), (task.Kind, task.Form, task.DueOn, task.DoneAt));
        var row = Assert.Single(await world.Queries().TasksAsync(Ct));
        Assert.Equal(contact.ParticipantId, row.Person!.Id);
        Assert.Contains(await TodayAsync(world), line => line is { Kind: WaitingKind.ApplicationsDue, Count: 1 });
        Assert.Empty(await world.Queries(world.Service).TasksAsync(Ct));

        var applied = await world.RecordedAsync(contact, "MAG_BEANTRAGT");
        Assert.NotNull(Assert.Single(await world.TasksAsync()).DoneAt);
        Assert.DoesNotContain(await TodayAsync(world), line => line.Kind == WaitingKind.ApplicationsDue);

        Assert.Equal(OutcomeErrors.NotLast, (await world.TakingBack().ExecuteAsync(intent, Ct)).Error);
        Assert.True((await world.TakingBack().ExecuteAsync(applied, Ct)).Done);
        Assert.Null(Assert.Single(await world.TasksAsync()).DoneAt);
        Assert.True((await world.TakingBack().ExecuteAsync(intent, Ct)).Done);
        Assert.Empty(await world.TasksAsync());
    }

    [Fact]
    public async Task FirstDayThatIsSaidLater_BringsTheApplicationForward()
    {
        await using var world = await OutcomeWorld.CreateAsync();
        var contact = await world.ContactAsync();
        var today = world.Clock.Today();
        await world.RecordedAsync(contact, "MAG_ABSICHT");
        Assert.Equal(WorkingDays.After(today, 3), Assert.Single(await world.TasksAsync()).DueOn);
        await world.RecordedAsync(contact, "MAG_ABSICHT", form => form.StartsOn = today.AddDays(1));
        Assert.Equal(today, Assert.Single(await world.TasksAsync()).DueOn);
    }

    [Fact]
    public async Task Eq_OpensATaskToo_AnInternshipDoesNot()
    {
        await using var world = await OutcomeWorld.CreateAsync();
        await world.RecordedAsync(await world.ContactAsync(), "PRAKTIKUM", form => form.WorkForm = "OPRAKT");
        Assert.Empty(await world.TasksAsync());
        await world.RecordedAsync(await world.ContactAsync(), "EQ");
        var task = Assert.Single(await world.TasksAsync());
        Assert.Equal(("EQ", WorkingDays.After(world.Clock.Today(), 3)), (task.Form, task.DueOn));

        Assert.True((await new CompleteCaseTask(world.Database, world.CaseManager, world.Clock).ExecuteAsync(task.Id, true, Ct)).Done);
        Assert.Equal(world.CaseManager.Id, Assert.Single(await world.TasksAsync()).DoneBy);
        Assert.True((await new CompleteCaseTask(world.Database, world.CaseManager, world.Clock).ExecuteAsync(task.Id, false, Ct)).Done);
        Assert.Null(Assert.Single(await world.TasksAsync()).DoneAt);
        Assert.Equal(Errors.NotFound, (await new CompleteCaseTask(world.Database, world.Service, world.Clock).ExecuteAsync(task.Id, true, Ct)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Refusal_ClosesWithItsReason_AndContractStaysOpen(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var (refused, hired) = (await world.ContactAsync(), await world.ContactAsync());
        await world.RecordedAsync(refused, "ABSAGE_AG", form => form.Reason = "ENTFERNUNG");
        await world.RecordedAsync(hired, "ARBEITSVERTRAG_SV", form => (form.WorkForm, form.StartsOn) = ("HELFER", world.Clock.Today()));

        var outcome = (await world.OutcomeOfAsync(refused))!;
        Assert.Equal((OutcomeState.Closed, "ENTFERNUNG"), (outcome.State, outcome.Reason));
        Assert.Equal(OutcomeErrors.Closed, (await world.RecordAsync(refused, "PRAKTIKUM")).Error);
        Assert.Equal((OutcomeState.Open, OutcomeStage.Contract), ((await world.OutcomeOfAsync(hired))!.State, (await world.OutcomeOfAsync(hired))!.Stage!.Value));
        var board = (await world.Queries().OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Equal([OutcomeStage.Contract, OutcomeStage.Closed], board.Cards.Select(card => card.Stage).Order());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Agreement_IsRecordedAsSigned_AndForAMagOnlyTheIntent(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var contact = await world.ContactAsync();
        var recording = new RecordAgreement(world.Database, world.CaseManager, world.Clock, world.Print.Codes);
        var today = world.Clock.Today();

        Assert.Equal("Required", (await recording.ExecuteAsync(contact.Id, new() { WorkForm = "MAG" }, Ct)).Error!.Code);
        Assert.Equal(OutcomeErrors.NothingSigned, (await recording.ExecuteAsync(contact.Id, new() { WorkForm = "HELFER", StartsOn = today }, Ct)).Error);
        Assert.True((await recording.ExecuteAsync(contact.Id, new() { WorkForm = "MAG", StartsOn = today.AddDays(14), EndsOn = today.AddDays(20), WeeklyHours = 30 }, Ct)).Done);

        await using var db = world.Database.CreateDbContext();
        var step = await db.OutcomeSteps.SingleAsync(Ct);
        Assert.Equal(("MAG_ABSICHT", "MAG", true, 30), (step.Step, step.Form, step.SignedOnPaper, step.WeeklyHours));
        Assert.Single(await world.TasksAsync());
    }

    [Theory, MemberData(nameof(RolesWithout))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var world = await OutcomeWorld.CreateAsync();
        var contact = await world.ContactAsync();
        var step = await world.RecordedAsync(contact, "HOSPITATION");
        var user = TestUser.With(world.Print.Organisation.Id, role);
        Assert.Equal(Errors.Forbidden, (await world.RecordAsync(contact, "HOSPITATION", user: user)).Error);
        Assert.Equal(Errors.Forbidden, (await world.TakingBack(user).ExecuteAsync(step, Ct)).Error);
        Assert.Equal(Errors.Forbidden, (await world.Queries(user).OwnAsync(false, Ct)).Error);
        Assert.Empty(await world.Queries(user).TasksAsync(Ct));
        Assert.Equal(Errors.Forbidden, (await new RecordAgreement(world.Database, user, world.Clock, world.Print.Codes).ExecuteAsync(contact.Id, new(), Ct)).Error);
        Assert.Equal(Errors.Forbidden, (await new CompleteCaseTask(world.Database, user, world.Clock).ExecuteAsync(CaseTaskId.New(), true, Ct)).Error);
        Assert.Equal(Errors.Forbidden, (await new RecordCall(world.Database, user, world.Clock).ExecuteAsync(new(EmployerCallId.New(), contact.JobEventId, contact.EmployerId, true), Ct)).Error);
        Assert.Equal(Errors.Forbidden, (await new CallListQueries(world.Database, user, world.Clock, world.Print.Codes).OfEventAsync(contact.JobEventId, Ct)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Scopes_OwnPeople_OwnEvents_AndNobodyElse(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var other = await world.Database.OrganisationAsync();
        var (own, foreign) = (await world.ContactAsync(), await world.ContactAsync(owner: other));
        var elsewhere = TestUser.With(other.Id, Role.CaseManager);

        // The other organisation's case manager reaches their own person alone; its employer service has no part in the event.
        Assert.Equal(Errors.NotFound, (await world.RecordAsync(own, "HOSPITATION", user: elsewhere)).Error);
        Assert.True((await world.RecordAsync(foreign, "HOSPITATION", user: elsewhere)).Done);
        Assert.Equal(Errors.NotFound, (await world.RecordAsync(foreign, "PRAKTIKUM")).Error);
        Assert.Equal(Errors.NotFound, (await world.RecordAsync(own, "PRAKTIKUM", user: TestUser.With(other.Id, Role.EmployerService))).Error);

        // The employer service of the event reaches both, without a name.
        Assert.True((await world.RecordAsync(own, "PRAKTIKUM", user: world.Service)).Done);
        Assert.True((await world.RecordAsync(foreign, "PRAKTIKUM", user: world.Service)).Done);
        var cards = (await world.Queries(world.Service).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Cards;
        Assert.Equal(2, cards.Count);
        Assert.All(cards, card => Assert.Null(card.Person));
        var mine = Assert.Single((await world.Queries().OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Cards);
        Assert.Equal(own.ParticipantId, mine.Person!.Id);
    }

    private static async Task<IReadOnlyList<Waiting>> TodayAsync(OutcomeWorld world) =>
        await new TodayQueries(world.Database, world.CaseManager, world.Clock, new ParticipantListQueries(world.Database, world.CaseManager, world.Clock)).WaitingAsync(null, Ct);
}
