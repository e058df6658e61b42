using System.Collections.Concurrent;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Events;

/// <summary>Tells open pages that something of their event was saved, by whomever and on whichever node: while somebody looks, the events that are
/// looked at are asked for new changes twice a second, all at once.</summary>
public sealed partial class EventWatch(IDbContextFactory<AppDbContext> contexts, ILogger<EventWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<Guid, Watcher> _watchers = new();

    /// <summary>Begins to watch. What is saved from now on is told at least once.</summary>
    /// <param name="jobEvent">The event.</param>
    /// <param name="changed">Called from any thread; must not throw.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Disposing it ends the watching.</returns>
    public async Task<IDisposable> BeginAsync(JobEventId jobEvent, Action changed, CancellationToken ct)
    {
        var watcher = new Watcher(jobEvent, changed, watcher => _watchers.TryRemove(watcher.Key, out _));
        var state = await ReadAsync([jobEvent], ct);
        watcher.Seen = state.GetValueOrDefault(jobEvent);
        _watchers[watcher.Key] = watcher;
        return watcher;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away for a while; what was missed is seen at the next look.
                LogFailed(failure.GetType().Name);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var watchers = _watchers.Values.ToList();
        if (watchers.Count == 0)
        {
            return;
        }

        var states = await ReadAsync([.. watchers.Select(watcher => watcher.JobEvent).Distinct()], ct);
        foreach (var watcher in watchers)
        {
            var state = states.GetValueOrDefault(watcher.JobEvent);
            if (watcher.Seen != state)
            {
                watcher.Seen = state;
                watcher.Changed();
            }
        }
    }

    // Counted as well: a transaction that began earlier may end later.
    private async Task<Dictionary<JobEventId, (long Last, int Count)>> ReadAsync(List<JobEventId> events, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.EventChanges.Where(change => events.Contains(change.JobEventId)).GroupBy(change => change.JobEventId)
            .Select(group => new { group.Key, Last = group.Max(change => change.Id), Count = group.Count() }).ToListAsync(ct);
        return rows.ToDictionary(row => row.Key, row => (row.Last, row.Count));
    }

    [LoggerMessage(LogLevel.Warning, "Changes of events could not be read: {Reason}")]
    private partial void LogFailed(string reason);

    private sealed class Watcher(JobEventId jobEvent, Action changed, Action<Watcher> end) : IDisposable
    {
        public Guid Key { get; } = Guid.CreateVersion7();

        public JobEventId JobEvent { get; } = jobEvent;

        public Action Changed { get; } = changed;

        public (long Last, int Count) Seen { get; set; }

        public void Dispose() => end(this);
    }
}
