using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Transport;

/// <summary>Puts one person of the caller's organisation on a stop of their choice, or takes their seat away. A later distribution leaves it.</summary>
public sealed class SeatInBus(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Seats.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="stopId">The stop; <see langword="null"/> for no bus.</param>
    /// <param name="wheelchair">Whether the person comes in a wheelchair.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="TransportErrors.BusFull"/>.</returns>
    public async Task<Result> ExecuteAsync(RegistrationId id, BusStopId? stopId, bool wheelchair, CancellationToken ct) =>
        user.Has(Permission.RegisterForEvents) ? await Persistently.RunAsync(() => OnceAsync(id, stopId, wheelchair, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(RegistrationId id, BusStopId? stopId, bool wheelchair, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var registration = await db.Registrations.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        var line = stopId is null || registration is null ? null : await db.BusLines.AsNoTracking()
            .SingleOrDefaultAsync(l => l.JobEventId == registration.JobEventId && l.Stops.Any(s => s.Id == stopId), ct);
        if (registration is null || (stopId is not null && line is null))
        {
            return Errors.NotFound;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var seat = await db.BusSeats.SingleOrDefaultAsync(s => s.RegistrationId == id, ct);
        if (seat is not null)
        {
            db.Remove(seat);
            // The number must be free before somebody, perhaps the same person, takes it.
            await db.SaveChangesAsync(ct);
        }

        if (line is not null)
        {
            var taken = await db.BusSeats.Where(s => s.LineId == line.Id).Select(s => s.Number).ToListAsync(ct);
            var free = Enumerable.Range(1, line.Seats).Except(taken).ToList();
            var number = wheelchair ? free.Find(n => n <= line.WheelchairPlaces) : free.LastOrDefault();
            if (number == 0)
            {
                return TransportErrors.BusFull;
            }

            db.Add(new BusSeat { RegistrationId = id, LineId = line.Id, StopId = stopId!.Value, Number = number, Wheelchair = wheelchair, ByHand = true });
        }

        db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), registration.ParticipantId.Value, registration.JobEventId);
        db.Touched(registration.JobEventId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
