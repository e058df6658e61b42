using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Lets somebody in at the door of today's event: by their ticket, or by the list. However often and from wherever it is said, the person is in once.</summary>
public sealed class CheckIn(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CheckInDesk desk)
{
    /// <summary>Saves the scan, whatever its direction says, and answers when it is on the disk.</summary>
    /// <returns>Forbidden, or NotFound for an event that is not led or hosted by the user's organisation or not today.</returns>
    public async Task<Result<ScanAnswer>> ExecuteAsync(JobEventId jobEvent, Scan scan, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewTodaysArrivals))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobEvents.OpenAsync(user, clock, jobEvent, reports: false, ct) is { } door
            ? await desk.SaveAsync(door.OnDesk(scan, ScanDirection.In, user, clock), ct)
            : Errors.NotFound;
    }
}
