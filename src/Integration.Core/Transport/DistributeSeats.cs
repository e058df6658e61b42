using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Transport;

/// <summary>How the people of an event got into its buses.</summary>
/// <param name="Seated">New seats.</param>
/// <param name="Released">Seats of people who do not come any more.</param>
/// <param name="NoStop">How many live where no bus stops, by municipality as it is written in their records.</param>
/// <param name="NoSeat">How many find their bus full.</param>
public sealed record SeatOutcome(int Seated, int Released, IReadOnlyDictionary<string, int> NoStop, int NoSeat);

/// <summary>Puts everybody who has a place at an event on the bus stop of their municipality, and takes the seats of those who do not come any more.
/// The organiser learns numbers, no names.</summary>
public sealed class DistributeSeats(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Distributes.</summary>
    /// <returns>What came of it; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<SeatOutcome>> ExecuteAsync(JobEventId jobEventId, CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => OnceAsync(jobEventId, ct)) : Errors.Forbidden;

    private async Task<Result<SeatOutcome>> OnceAsync(JobEventId jobEventId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == jobEventId, ct))
        {
            return Errors.NotFound;
        }

        var lines = await db.BusLines.AsNoTracking().Include(line => line.Stops).Where(line => line.JobEventId == jobEventId).ToListAsync(ct);
        var ids = lines.ConvertAll(line => line.Id);
        var seats = await db.BusSeats.Where(seat => ids.Contains(seat.LineId)).ToListAsync(ct);
        var coming = await db.Registrations.Where(r => r.JobEventId == jobEventId).HoldingAPlace()
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, p.Town }).ToListAsync(ct);
        var come = coming.Select(row => row.Id).ToHashSet();
        var released = seats.Where(seat => !come.Contains(seat.RegistrationId)).ToList();
        db.RemoveRange(released);
        var kept = seats.Except(released).ToList();
        var seated = kept.Select(seat => seat.RegistrationId).ToHashSet();
        var towns = coming.ToDictionary(row => row.Id, row => row.Town);
        var plan = SeatPlan.Distribute(
            lines, kept, coming.Where(row => !seated.Contains(row.Id)).OrderBy(row => row.Id.Value).Select(row => new Rider(row.Id, NameTokens.Fold(row.Town), false)), NameTokens.Fold);
        db.AddRange(plan.Seats);
        db.Note(user, clock, AuditAct.Changed, nameof(BusLine), null, jobEventId, plan.Seats.Count + released.Count);
        db.Touched(jobEventId);
        await db.SaveChangesAsync(ct);
        return new SeatOutcome(
            plan.Seats.Count, released.Count, plan.NoStop.GroupBy(rider => towns[rider.Registration]).ToDictionary(town => town.Key, town => town.Count()), plan.NoSeat.Count);
    }
}
