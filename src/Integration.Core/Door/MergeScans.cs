using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Takes what a device has collected, in the order in which it happened. A device that had no network may come until two days after the
/// event; what it says then counts for the time at which it happened.</summary>
public sealed class MergeScans(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CheckInDesk desk)
{
    /// <summary>Most scans in one message.</summary>
    public const int Most = 500;

    /// <summary>Saves the scans and answers each when all are on the disk.</summary>
    /// <returns>Forbidden, NotFound as for <see cref="CheckIn"/>, or <see cref="DoorErrors.TooMany"/>.</returns>
    public async Task<Result<IReadOnlyList<ScanAnswer>>> ExecuteAsync(JobEventId jobEvent, IReadOnlyList<Scan> scans, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewTodaysArrivals))
        {
            return Errors.Forbidden;
        }

        if (scans.Count > Most)
        {
            return DoorErrors.TooMany;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.OpenAsync(user, clock, jobEvent, reports: true, ct) is not { } door)
        {
            return Errors.NotFound;
        }

        // Queued in order and decided in order, also where the desk takes them in several bites.
        return await Task.WhenAll(scans.Select(scan => desk.SaveAsync(door.OnDesk(scan, scan.Direction, user, clock), ct)));
    }
}
