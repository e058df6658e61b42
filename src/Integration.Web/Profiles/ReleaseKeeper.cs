using Integration.Access;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Profiles;

/// <summary>Ends the releases whose last day is over and empties those that ended long ago, for each organisation as the portal itself.
/// What employers see never waits for it: the queries look at the day themselves.</summary>
public sealed class ReleaseKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, RetentionOptions retention, ILogger<ReleaseKeeper> log)
    : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var organisation in await db.Organisations.AsNoTracking().Select(o => o.Id).ToListAsync(ct))
        {
            var portal = FixedUser.PortalFor(organisation);
            await new ExpireReleases(contexts, portal, Clock).ExecuteAsync(ct);
            while ((await new DeleteOldReleases(contexts, portal, Clock, retention).ExecuteAsync(ct)).Value > 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
    }
}
