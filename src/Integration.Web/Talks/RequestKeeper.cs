using Integration.Access;
using Integration.Data;
using Integration.Messaging;
using Integration.Talks;
using Integration.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Talks;

/// <summary>Reminds of open requests and notes which released names have lost their consent, for each organisation as the portal itself. It answers no
/// request, and what companies see never waits for it.</summary>
public sealed class RequestKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, PortalAddress address, ILogger<RequestKeeper> log)
    : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var organisation in await db.Contacts.AsNoTracking().Select(contact => contact.OrganisationId).Distinct().ToListAsync(ct))
        {
            var portal = FixedUser.PortalFor(organisation);
            await new WithdrawExpiredNames(contexts, portal, Clock).ExecuteAsync(ct);
            await new RemindOfRequests(contexts, portal, Clock, address).ExecuteAsync(ct);
        }
    }
}
