using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Counts of an event's people.</summary>
internal static class DoorCounts
{
    public static async Task<DoorCount> OfAsync(AppDbContext db, JobEventId id, CancellationToken ct)
    {
        var came = await db.Attendances.Where(a => a.JobEventId == id && a.InAt != null)
            .GroupBy(a => a.OutAt != null).Select(group => new { Left = group.Key, Count = group.Count() }).ToListAsync(ct);
        return new DoorCount(
            await db.Registrations.Where(r => r.JobEventId == id).HoldingAPlace().CountAsync(ct),
            came.Sum(row => row.Count), came.Where(row => row.Left).Sum(row => row.Count),
            await db.WalkIns.CountAsync(guest => guest.JobEventId == id, ct));
    }
}
