using Integration.Data;
using Integration.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Events;

/// <summary>Forgets the changes of events that are more than an hour old: pages that were open then have long seen them.</summary>
public sealed class ChangesKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, ILogger<ChangesKeeper> log) : HourlyRound(clock, log)
{
    private long _last;

    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.EventChanges.Where(change => change.Id <= _last).ExecuteDeleteAsync(ct);
        _last = await db.EventChanges.MaxAsync(change => (long?)change.Id, ct) ?? 0;
    }
}
