using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>The places of one tour, held by one transaction at a time: whoever changes groups waits here until the one before has committed.
/// The lock is the tour's own row, so that it holds between processes and servers too.</summary>
internal static class TourSeats
{
    /// <summary>Waits for the tour's places, until the transaction of the context ends.</summary>
    public static Task HoldAsync(AppDbContext db, TourId tour, CancellationToken ct) =>
        db.Tours.Where(t => t.Id == tour).ExecuteUpdateAsync(set => set.SetProperty(t => t.SeatChanges, t => t.SeatChanges + 1), ct);
}
