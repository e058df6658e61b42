using System.Collections.Concurrent;
using Integration.Access;
using Integration.Common;
using Integration.Web.Resources;

namespace Integration.Web.TalkPlans;

/// <summary>Says which search has moved.</summary>
public sealed class PlanRunEventArgs(PlanRun run) : EventArgs
{
    /// <summary>The search.</summary>
    public PlanRun Run => run;
}

/// <summary>The searches for plans, one an event at a time: they go on when a page is left, everybody of the leading organisation who plans sees them,
/// and what they have found can be kept at any moment.</summary>
public sealed partial class PlanRuns(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PlanRuns> log) : IHostedService, IDisposable
{
    /// <summary>How long the end of a search is shown.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>Pages hear of a running search at most this often: a search may improve a hundred times a second.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Searches at the same time: each takes a processor, and the pages want one too.</summary>
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly ConcurrentDictionary<JobEventId, PlanRun> _runs = [];

    /// <summary>Tells pages that a search has moved. Called from the search's thread.</summary>
    public event EventHandler<PlanRunEventArgs>? Changed;

    /// <summary>Starts the search for an event; the one that is under way, where there is one.</summary>
    public PlanRun Start(ICurrentUser user, JobEventId jobEvent, PlanOrder order, PlanWork work)
    {
        var owner = new FixedUser(user.Id, user.OrganisationId, user.Roles, user.DisplayName);
        var mine = new PlanRun(jobEvent, owner, order, clock.GetUtcNow().UtcDateTime);
        var run = _runs.AddOrUpdate(jobEvent, mine, (_, known) => known.Open ? known : mine);
        if (run == mine)
        {
            run.Ended = Task.Run(() => RunAsync(run, work));
            Tell(run);
        }

        return run;
    }

    /// <summary>The search for an event, while it goes on and for an hour after; <see langword="null"/> for everybody who does not plan it.</summary>
    public PlanRun? Find(ICurrentUser user, JobEventId jobEvent) =>
        _runs.TryGetValue(jobEvent, out var run) && run.Owner.OrganisationId == user.OrganisationId && user.Has(Permission.EditEvents)
        && !(run.EndedAt < clock.GetUtcNow().UtcDateTime - KeptFor) ? run : null;

    /// <summary>Asks a search for the best it has so far.</summary>
    public void Stop(ICurrentUser user, JobEventId jobEvent)
    {
        if (Find(user, jobEvent) is { Open: true } run)
        {
            run.Stop.Cancel();
            Tell(run);
        }
    }

    /// <summary>Forgets a search that has ended.</summary>
    public void Forget(ICurrentUser user, JobEventId jobEvent)
    {
        if (Find(user, jobEvent) is { Open: false } run && _runs.TryRemove(new(jobEvent, run)))
        {
            Tell(run);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends all searches; each may still store what it has.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var open = _runs.Values.Where(run => run.Open).ToList();
        open.ForEach(run => run.Stop.Cancel());
        await Task.WhenAll(open.Select(run => run.Ended)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in _runs.Values)
        {
            run.Stop.Cancel();
        }

        _places.Dispose();
    }

    private async Task RunAsync(PlanRun run, PlanWork work)
    {
        try
        {
            await _places.WaitAsync(run.Stop.Token);
            try
            {
                (run.BegunAt, run.State) = (clock.GetUtcNow().UtcDateTime, PlanRunState.Running);
                Tell(run);
                var told = clock.GetTimestamp();
                await using var scope = scopes.CreateAsyncScope();
                var outcome = await work(scope.ServiceProvider, run.Owner, Found, run.Stop.Token);
                if (outcome.Done)
                {
                    run.Draft = outcome.Value.Draft;
                }

                End(run, outcome.Done ? PlanRunState.Done : PlanRunState.Failed, outcome.Done ? outcome.Value.Text : Texts.Of(outcome.Error));

                void Found(PlanPoint point)
                {
                    run.Add(point);
                    if (run.Points.Count == 1 || clock.GetElapsedTime(told) >= Pause)
                    {
                        told = clock.GetTimestamp();
                        Tell(run);
                    }
                }
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            End(run, PlanRunState.Failed, TalkPlanTexts.StoppedEarly);
        }
        catch (Exception failure)
        {
            // Nobody awaits a search: without this, a fault would leave it running on the page for ever.
            LogFailure(failure);
            End(run, PlanRunState.Failed, TalkPlanTexts.Broken);
        }
    }

    private void End(PlanRun run, PlanRunState state, string text)
    {
        (run.Text, run.EndedAt, run.State) = (text, clock.GetUtcNow().UtcDateTime, state);
        Tell(run);
    }

    private void Tell(PlanRun run) => Changed?.Invoke(this, new PlanRunEventArgs(run));

    [LoggerMessage(LogLevel.Error, "A search for a plan of talks has failed.")]
    private partial void LogFailure(Exception failure);
}
