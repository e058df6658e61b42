using Integration.Access;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Profiles;

/// <summary>Once an hour ends the releases whose last day is over and empties those that ended long ago, for each organisation as the portal itself.
/// What employers see never waits for it: the queries look at the day themselves.</summary>
internal sealed partial class ReleaseKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, RetentionOptions retention, ILogger<ReleaseKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>One round over all organisations.</summary>
    internal async Task RunOnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var organisation in await db.Organisations.AsNoTracking().Select(o => o.Id).ToListAsync(ct))
        {
            var portal = FixedUser.PortalFor(organisation);
            await new ExpireReleases(contexts, portal, clock).ExecuteAsync(ct);
            while ((await new DeleteOldReleases(contexts, portal, clock, retention).ExecuteAsync(ct)).Value > 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away for a while; the next round makes up for it.
                LogFailed(failure.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Releases could not be looked through: {Reason}")]
    private partial void LogFailed(string reason);
}
