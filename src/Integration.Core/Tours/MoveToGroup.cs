using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>Puts somebody into a group of their choice, or out of the tour. A later forming leaves them there. No group is ever fuller than it may be,
/// however many people are moved at the same moment.</summary>
public sealed class MoveToGroup(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Moves.</summary>
    /// <param name="id">The tour.</param>
    /// <param name="registrationId">Whom.</param>
    /// <param name="groupId">Where to; <see langword="null"/> for out of the tour.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="TourErrors.GroupFull"/>.</returns>
    public async Task<Result> ExecuteAsync(TourId id, RegistrationId registrationId, TourGroupId? groupId, CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => OnceAsync(id, registrationId, groupId, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(TourId id, RegistrationId registrationId, TourGroupId? groupId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await TourSeats.HoldAsync(db, id, ct);
        var tour = await db.Tours.AsNoTracking().Include(t => t.Groups).Where(t => t.Id == id).Where(t => db.JobEvents.EditableBy(user).Any(e => e.Id == t.JobEventId)).SingleOrDefaultAsync(ct);
        var coming = tour is not null && await db.Registrations.Where(r => r.Id == registrationId && r.JobEventId == tour.JobEventId).HoldingAPlace().AnyAsync(ct);
        if (tour is null || !coming || (groupId is { } wanted && !tour.Groups.Exists(group => group.Id == wanted)))
        {
            return Errors.NotFound;
        }

        var seat = await db.TourSeats.SingleOrDefaultAsync(s => s.TourId == id && s.RegistrationId == registrationId, ct);
        if (groupId is not { } target)
        {
            db.RemoveRange(new[] { seat }.OfType<TourSeat>());
        }
        else
        {
            if (seat?.GroupId != target && await db.TourSeats.CountAsync(s => s.GroupId == target, ct) >= tour.Capacity)
            {
                return TourErrors.GroupFull;
            }

            seat ??= db.Add(new TourSeat { TourId = id, RegistrationId = registrationId }).Entity;
            (seat.GroupId, seat.ByHand) = (target, true);
        }

        db.Note(user, clock, AuditAct.Changed, nameof(Tour), id.Value, tour.JobEventId);
        db.Touched(tour.JobEventId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
