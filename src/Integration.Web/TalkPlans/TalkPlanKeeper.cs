using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.TalkPlans;
using Integration.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.TalkPlans;

/// <summary>Deletes old drafts of plans of talks, and plans that were replaced long ago, for each organisation as the portal itself.</summary>
public sealed class TalkPlanKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, RetentionOptions retention, ILogger<TalkPlanKeeper> log)
    : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var planning = db.TalkSchedules.Select(schedule => schedule.JobEventId);
        foreach (var organisation in await db.JobEvents.Where(e => planning.Contains(e.Id)).Select(e => e.OrganisationId).Distinct().ToListAsync(ct))
        {
            var portal = new FixedUser(UserId.System, organisation, new HashSet<Role> { Role.Organiser }, "Integrationsportal");
            await new DeleteOldTalkPlans(contexts, portal, Clock, retention).ExecuteAsync(ct);
        }
    }
}
