using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Transport;

/// <summary>A bus line with how many get on where.</summary>
public sealed record BusLineRow(BusLine Line, int Taken, IReadOnlyList<BusStopRow> Stops);

/// <summary>A stop with how many get on there.</summary>
public sealed record BusStopRow(BusStop Stop, int People, int Wheelchairs);

/// <summary>The buses of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Editable">Whether the reader can change them.</param>
/// <param name="Lines">The lines by name.</param>
/// <param name="WithoutSeat">People with a place at the event and no seat in a bus.</param>
public sealed record EventBuses(JobEvent Event, bool Editable, IReadOnlyList<BusLineRow> Lines, int WithoutSeat);

/// <summary>Reads of buses.</summary>
public sealed class BusQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>The lines of an event and their numbers.</summary>
    public async Task<Result<EventBuses>> ListAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var lines = await db.BusLines.AsNoTracking().Include(l => l.Stops).Where(l => l.JobEventId == id).OrderBy(l => l.Name).ToListAsync(ct);
        var ids = lines.ConvertAll(l => l.Id);
        var people = await db.BusSeats.Where(s => ids.Contains(s.LineId)).GroupBy(s => s.StopId)
            .Select(group => new { Stop = group.Key, People = group.Count(), Wheelchairs = group.Count(s => s.Wheelchair) }).ToDictionaryAsync(row => row.Stop, ct);
        var without = await db.Registrations.Where(r => r.JobEventId == id).HoldingAPlace().CountAsync(r => !db.BusSeats.Any(s => s.RegistrationId == r.Id), ct);
        return new EventBuses(
            jobEvent,
            user.Has(Permission.EditEvents) && jobEvent.OrganisationId == user.OrganisationId,
            lines.ConvertAll(line =>
            {
                var stops = line.Stops.OrderBy(s => s.Number).Select(s => new BusStopRow(
                    s, people.GetValueOrDefault(s.Id)?.People ?? 0, people.GetValueOrDefault(s.Id)?.Wheelchairs ?? 0)).ToList();
                return new BusLineRow(line, stops.Sum(s => s.People), stops);
            }),
            without);
    }

    /// <summary>The seats of the caller's own people at an event; nobody's for those who may not see people.</summary>
    public async Task<IReadOnlyDictionary<RegistrationId, BusSeat>> OwnSeatsAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Registrations.VisibleTo(user).Where(r => r.JobEventId == id)
            .Join(db.BusSeats.AsNoTracking(), r => r.Id, seat => seat.RegistrationId, (r, seat) => seat).ToDictionaryAsync(seat => seat.RegistrationId, ct);
    }
}
