using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>Takes a tour away with its groups and all sizes noted for it.</summary>
public sealed class RemoveTour(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Removes.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result> ExecuteAsync(TourId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await TourSeats.HoldAsync(db, id, ct);
        var tour = await db.Tours.Where(t => t.Id == id).Where(t => db.JobEvents.EditableBy(user).Any(e => e.Id == t.JobEventId)).SingleOrDefaultAsync(ct);
        if (tour is null)
        {
            return Errors.NotFound;
        }

        await db.TourSeats.Where(s => s.TourId == id).ExecuteDeleteAsync(ct);
        db.Remove(tour);
        db.Note(user, clock, AuditAct.Changed, nameof(Tour), id.Value, tour.JobEventId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
