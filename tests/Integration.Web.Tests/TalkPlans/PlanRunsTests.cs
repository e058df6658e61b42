using Integration.Access;
using Integration.Common;
using Integration.Testing;
using Integration.Web.Resources;
using Integration.Web.TalkPlans;
using Integration.Web.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Web.Tests.TalkPlans;

/// <summary>Searches beside the pages, with a search that only pretends.</summary>
public sealed class PlanRunsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly MovingClock _clock = new();
    private readonly PlanRuns _runs;
    private readonly FixedUser _lead = TestUser.With(OrganisationId.New(), Role.Organiser);
    private readonly JobEventId _event = JobEventId.New();
    private readonly PlanOrder _order = new(TimeSpan.FromSeconds(20), 1);

    public PlanRunsTests() => _runs = new PlanRuns(_services.GetRequiredService<IServiceScopeFactory>(), _clock, NullLogger<PlanRuns>.Instance);

    public void Dispose()
    {
        _runs.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task Search_LeavesItsDraftAndItsCurve()
    {
        var draft = Guid.CreateVersion7();
        var run = _runs.Start(_lead, _event, _order, (_, _, progress, _) =>
        {
            progress(new PlanPoint(TimeSpan.FromSeconds(1), 90, 120));
            progress(new PlanPoint(TimeSpan.FromSeconds(2), 100, 100));
            return Task.FromResult<Result<PlanOutcome>>(new PlanOutcome(draft, "steht"));
        });
        await EndAsync(run);
        Assert.Equal((PlanRunState.Done, draft, "steht"), (run.State, run.Draft, run.Text));
        Assert.Equal([0.25, 0], run.Points.Select(point => point.Gap));
    }

    [Fact]
    public async Task SecondStart_JoinsTheSearchUnderWay()
    {
        var (go, started) = (new TaskCompletionSource(), 0);
        var first = _runs.Start(_lead, _event, _order, Wait);
        var second = _runs.Start(TestUser.With(_lead.OrganisationId, Role.Organiser), _event, _order, Wait);
        Assert.Same(first, second);
        go.SetResult();
        await EndAsync(first);
        Assert.Equal(1, started);
        // The control: once it has ended, another one starts.
        Assert.NotSame(first, _runs.Start(_lead, _event, _order, Wait));

        async Task<Result<PlanOutcome>> Wait(IServiceProvider services, FixedUser user, Action<PlanPoint> progress, CancellationToken stop)
        {
            Interlocked.Increment(ref started);
            await go.Task;
            return new PlanOutcome(Guid.Empty, "");
        }
    }

    [Fact]
    public async Task Stop_KeepsTheBestSoFar()
    {
        var run = _runs.Start(_lead, _event, _order, async (_, _, progress, stop) =>
        {
            progress(new PlanPoint(TimeSpan.FromSeconds(1), 90, 120));
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new PlanOutcome(Guid.CreateVersion7(), "so weit");
        });
        await UntilAsync(() => run.Points.Count == 1);
        _runs.Stop(_lead, _event);
        await EndAsync(run);
        Assert.Equal((PlanRunState.Done, "so weit"), (run.State, run.Text));
    }

    [Fact]
    public async Task RefusalFaultAndEarlyStop_EndInWords()
    {
        var refused = _runs.Start(_lead, JobEventId.New(), _order, (_, _, _, _) => Task.FromResult<Result<PlanOutcome>>(Errors.NotFound));
        await EndAsync(refused);
        var faulty = _runs.Start(_lead, JobEventId.New(), _order, (_, _, _, _) => throw new InvalidOperationException("defect"));
        await EndAsync(faulty);
        var stopped = _runs.Start(_lead, _event, _order, async (_, _, _, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new PlanOutcome(Guid.Empty, "nie");
        });
        _runs.Stop(_lead, _event);
        await EndAsync(stopped);
        Assert.Equal((PlanRunState.Failed, Texts.Of(Errors.NotFound)), (refused.State, refused.Text));
        Assert.Equal((PlanRunState.Failed, TalkPlanTexts.Broken), (faulty.State, faulty.Text));
        Assert.Equal((PlanRunState.Failed, TalkPlanTexts.StoppedEarly), (stopped.State, stopped.Text));
    }

    [Fact]
    public async Task OthersThanTheLead_NeitherSeeNorStopIt()
    {
        var go = new TaskCompletionSource();
        var run = _runs.Start(_lead, _event, _order, async (_, _, _, _) =>
        {
            await go.Task;
            return new PlanOutcome(Guid.Empty, "fertig");
        });
        var foreign = TestUser.With(OrganisationId.New(), Role.Organiser);
        var without = TestUser.With(_lead.OrganisationId, Role.CaseManager);
        foreach (var other in new[] { foreign, without })
        {
            Assert.Null(_runs.Find(other, _event));
            _runs.Stop(other, _event);
            Assert.False(run.Stopping);
        }

        // The control: a colleague who plans does both.
        var colleague = TestUser.With(_lead.OrganisationId, Role.Organiser);
        Assert.Same(run, _runs.Find(colleague, _event));
        _runs.Stop(colleague, _event);
        Assert.True(run.Stopping);
        go.SetResult();
        await EndAsync(run);
    }

    [Fact]
    public async Task EndedSearch_IsShownForAnHour()
    {
        var run = _runs.Start(_lead, _event, _order, (_, _, _, _) => Task.FromResult<Result<PlanOutcome>>(new PlanOutcome(Guid.Empty, "fertig")));
        await EndAsync(run);
        Assert.NotNull(_runs.Find(_lead, _event));
        _clock.Now += PlanRuns.KeptFor + TimeSpan.FromMinutes(1);
        Assert.Null(_runs.Find(_lead, _event));
    }

    [Fact]
    public async Task ClosingPortal_EndsSearchesAndWaitsForThem()
    {
        var stored = false;
        var run = _runs.Start(_lead, _event, _order, async (_, _, _, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stored = true;
            return new PlanOutcome(Guid.Empty, "");
        });
        await UntilAsync(() => run.State == PlanRunState.Running);
        await _runs.StopAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.True(stored);
        Assert.Equal(PlanRunState.Done, run.State);
    }

    [Fact]
    public void ManyPoints_AreThinnedToFirstAndLast()
    {
        var run = new PlanRun(_event, _lead, _order, _clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i <= 1000; i++)
        {
            run.Add(new PlanPoint(TimeSpan.FromMilliseconds(i), i, 2000));
        }

        Assert.True(run.Points.Count <= PlanRun.MostPoints);
        Assert.Equal((0, 1000), (run.Points[0].Value, run.Points[^1].Value));
        Assert.Equal(run.Points.OrderBy(point => point.At), run.Points);
    }

    private static Task EndAsync(PlanRun run) => UntilAsync(() => !run.Open);

    private static async Task UntilAsync(Func<bool> reached)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!reached())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(20), "The search does not get there.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
