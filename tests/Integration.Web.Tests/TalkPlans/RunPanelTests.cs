using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Planning.Talks;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Web.Resources;
using Integration.Web.TalkPlans;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.TalkPlans;

public sealed class RunPanelTests : IAsyncLifetime
{
    private readonly JobEventId _event = JobEventId.New();
    private readonly FixedUser _lead = TestUser.With(OrganisationId.New(), Role.Organiser);
    private TestDatabase _database = null!;
    private PageContext _context = null!;

    private PlanRuns Runs => _context.Services.GetRequiredService<PlanRuns>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _context = new PageContext(_database, _lead);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task RunningSearch_ShowsItsCurveInWordsAndCanBeEnded()
    {
        var found = new TaskCompletionSource<Action<PlanPoint>>(TaskCreationOptions.RunContinuationsAsynchronously);
        Runs.Start(_lead, _event, new PlanOrder(TimeSpan.FromSeconds(20), 1), async (_, _, progress, stop) =>
        {
            progress(new PlanPoint(TimeSpan.FromSeconds(1), 90, 120));
            found.SetResult(progress);
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new PlanOutcome(Guid.CreateVersion7(), "Der Plan steht.");
        });
        await found.Task;
        var ended = 0;
        var panel = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, true).Add(x => x.OnEnded, () => ended++));
        Assert.Contains("25", panel.WaitForElement(".gap-curve figcaption").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.Find(".gap-curve svg").GetAttribute("aria-label")!);

        await panel.Find("button").ClickAsync(new MouseEventArgs());
        panel.WaitForAssertion(() => Assert.Contains("Der Plan steht.", panel.Find("[role=status]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        panel.WaitForAssertion(() => Assert.True(ended > 0), TimeSpan.FromSeconds(20));
        Assert.NotNull(panel.Find("form"));
    }

    [Fact]
    public void NothingToPlan_CannotBeStarted()
    {
        var panel = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, false));
        Assert.True(panel.Find("button[type=submit]").HasAttribute("disabled"));
        var ready = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, true));
        Assert.False(ready.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Form_OrdersWhatItSays()
    {
        PlanOrder? order = null;
        var panel = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, true).Add(x => x.OnStart, (PlanOrder given) => order = given));
        await panel.Find("input[name=Seconds]").ChangeAsync(new() { Value = "45" });
        await panel.Find("input[name=Seed]").ChangeAsync(new() { Value = "7" });
        await panel.Find("input[name=Name]").ChangeAsync(new() { Value = " Vormittag " });
        await panel.Find("form").SubmitAsync();
        Assert.Equal(new PlanOrder(TimeSpan.FromSeconds(45), 7, "Vormittag"), order);
    }

    [Fact]
    public async Task OrderOfTheAims_IsChangedStepByStepAndTakenBack()
    {
        PlanOrder? order = null;
        var panel = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, true).Add(x => x.OnStart, (PlanOrder given) => order = given));
        Assert.All(panel.FindAll(".aims li"), row => Assert.All(row.QuerySelectorAll("button"), button => Assert.Contains(Words(row), button.GetAttribute("aria-label"), StringComparison.Ordinal)));
        Assert.True(panel.Find("#aim-up-0").HasAttribute("disabled"));
        Assert.True(panel.Find("#aim-down-5").HasAttribute("disabled"));

        // Few gaps before nobody without a talk, and full tables before everything.
        await panel.Find("#aim-up-2").ClickAsync(new MouseEventArgs());
        for (var at = 5; at > 0; at--)
        {
            await panel.Find($"#aim-up-{at}").ClickAsync(new MouseEventArgs());
        }

        Assert.Contains(TalkAim.FullTables.Label(), panel.Find(".aims [role=status]").TextContent, StringComparison.Ordinal);
        await panel.Find("form").SubmitAsync();
        Assert.Equal([TalkAim.FullTables, TalkAim.MutualTalks, TalkAim.FewGaps, TalkAim.NobodyWithout, TalkAim.ShortWalks, TalkAim.EvenLoad], order!.Aims);

        await panel.Find(".aims > button").ClickAsync(new MouseEventArgs());
        await panel.Find("form").SubmitAsync();
        Assert.Null(order.Aims);
        Assert.Equal(TalkAim.MutualTalks.Label(), Words(panel.Find(".aims li")));
    }

    [Fact]
    public async Task FixedTalks_AreKeptOfThePlanThatIsChosen()
    {
        PlanOrder? order = null;
        var (pinned, free) = (Row(2, TalkScheduleState.Draft, 2), Row(1, TalkScheduleState.Draft, 0));
        var without = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, true).Add(x => x.Schedules, [free, Row(3, TalkScheduleState.Replaced, 2)]));
        Assert.Empty(without.FindAll("select[name=Keep]"));
        var panel = _context.Render<RunPanel>(p => p.Add(x => x.Event, _event).Add(x => x.Ready, true).Add(x => x.Schedules, [pinned, free]).Add(x => x.OnStart, (PlanOrder given) => order = given));
        await panel.Find("form").SubmitAsync();
        Assert.Null(order!.KeepFixedOf);
        await panel.Find("select[name=Keep]").ChangeAsync(new() { Value = pinned.Id.ToString() });
        await panel.Find("form").SubmitAsync();
        Assert.Equal(pinned.Id, order.KeepFixedOf);
    }

    [Fact]
    public void Curve_FallsAndNeverSpeaksTwiceOfOneMilestone()
    {
        var curve = _context.Render<GapCurve>(p => p.Add(x => x.Points, [new PlanPoint(TimeSpan.FromSeconds(1), 50, 100)]).Add(x => x.Limit, TimeSpan.FromSeconds(20)));
        var spoken = curve.Find("[role=status]").TextContent;
        Assert.Contains("50", spoken, StringComparison.Ordinal);
        curve.Render(p => p.Add(x => x.Points, [new PlanPoint(TimeSpan.FromSeconds(1), 50, 100), new PlanPoint(TimeSpan.FromSeconds(2), 55, 100)]));
        Assert.Equal(spoken, curve.Find("[role=status]").TextContent);
        curve.Render(p => p.Add(x => x.Points, [new PlanPoint(TimeSpan.FromSeconds(1), 50, 100), new PlanPoint(TimeSpan.FromSeconds(3), 100, 100)]));
        Assert.Equal(Format(TalkPlanTexts.CurveProven, "3"), curve.Find("[role=status]").TextContent);
    }

    private static TalkScheduleRow Row(int number, TalkScheduleState state, int pinned) =>
        new(TalkScheduleId.New(), number, "", state, PlanStatus.Feasible, 98, 100, 20, 1, default, null, 9, 9, 0, null, pinned);

    private static string Words(AngleSharp.Dom.IElement row) => row.QuerySelector("span")!.TextContent.Trim()[1..].Trim();

    private static string Format(string text, string value) => Integration.Web.Shared.Format.Fill(text, value);
}
