using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Profiles;
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

/// <summary>Somebody on a boarding list: no more than a first name (DOMAIN §4.1).</summary>
/// <param name="Stop">Where.</param>
/// <param name="Name">Given name or the name chosen for the badge; empty for people who are not to be listed anywhere.</param>
/// <param name="Chiffre">The short profile's Chiffre; empty without one.</param>
/// <param name="Seat">Number of the seat.</param>
/// <param name="Wheelchair">Whether they come in a wheelchair.</param>
public sealed record Boarding(BusStopId Stop, string Name, string Chiffre, int Seat, bool Wheelchair);

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

    /// <summary>Who gets on where, for those who lead the event.</summary>
    public async Task<Result<IReadOnlyList<Boarding>>> BoardingAsync(BusLineId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var line = await db.BusLines.AsNoTracking().Where(l => l.Id == id)
            .Where(l => db.JobEvents.EditableBy(user).Any(e => e.Id == l.JobEventId)).SingleOrDefaultAsync(ct);
        if (line is null)
        {
            return Errors.NotFound;
        }

        var rows = await db.BusSeats.Where(s => s.LineId == id)
            .Join(db.Registrations, s => s.RegistrationId, r => r.Id, (s, r) => new { s, r })
            .Join(db.Participants, row => row.r.ParticipantId, p => p.Id, (row, p) => new
            {
                row.s.StopId, row.s.Number, row.s.Wheelchair, p.BadgeName, p.GivenName, p.NotPubliclyPresent,
                Chiffre = db.ProfileReleases.Where(x => x.ParticipantId == p.Id && x.JobEventId == line.JobEventId && x.State == ProfileState.Released)
                    .Select(x => x.Chiffre).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new Boarding(
            row.StopId, row.NotPubliclyPresent ? "" : row.BadgeName.Length > 0 ? row.BadgeName : row.GivenName, row.NotPubliclyPresent ? "" : row.Chiffre ?? "", row.Number, row.Wheelchair));
    }
}
