using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Hosting;

/// <summary>Lets the database count its tables again, so that lists stay quick while they grow.</summary>
public sealed class DatabaseKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, ILogger<DatabaseKeeper> log) : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await QueryStatistics.RefreshAsync(db, ct);
    }
}
