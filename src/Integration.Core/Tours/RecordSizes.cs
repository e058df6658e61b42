using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>Notes which sizes one of the caller's own people wears on a tour. The host learns how many of each size, never whose.</summary>
public sealed class RecordSizes(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Notes them.</summary>
    /// <param name="id">The tour.</param>
    /// <param name="registrationId">Whose.</param>
    /// <param name="shoeSize">EU size; <see langword="null"/> when it is not known.</param>
    /// <param name="clothingSize">Size of clothes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c> (also for who is in no group yet), <see cref="TourErrors.ShoeSize"/>.</returns>
    public async Task<Result> ExecuteAsync(TourId id, RegistrationId registrationId, int? shoeSize, ClothingSize? clothingSize, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        if (shoeSize is < TourSeat.LeastShoeSize or > TourSeat.MostShoeSize)
        {
            return TourErrors.ShoeSize;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var registration = await db.Registrations.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == registrationId, ct);
        var seat = registration is null ? null : await db.TourSeats.SingleOrDefaultAsync(s => s.TourId == id && s.RegistrationId == registrationId, ct);
        if (registration is null || seat is null)
        {
            return Errors.NotFound;
        }

        (seat.ShoeSize, seat.ClothingSize) = (shoeSize, clothingSize);
        db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), registration.ParticipantId.Value, registration.JobEventId);
        db.Touched(registration.JobEventId);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
