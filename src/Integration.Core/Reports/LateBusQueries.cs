using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Tours;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>What a late bus means for the event. Numbers alone.</summary>
/// <param name="Line">The line.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">How late it is.</param>
/// <param name="ArrivesAt">When it arrives now, local time.</param>
/// <param name="People">How many have a seat in it.</param>
/// <param name="ByOrganisation">How many of them each organisation registered, by name.</param>
/// <param name="Missed">What begins between the planned arrival and the new one.</param>
/// <param name="Tours">Tours that begin before the bus is there, with how many of its people walk in them.</param>
public sealed record LateBus(
    BusLineId Line, string Name, int Minutes, TimeOnly ArrivesAt, int People, IReadOnlyDictionary<string, int> ByOrganisation, IReadOnlyList<MissedItem> Missed,
    IReadOnlyList<MissedTour> Tours);

/// <summary>A tour that begins before a late bus is there.</summary>
/// <param name="Title">Its title.</param>
/// <param name="StartsAt">When its first group with people of the bus begins, local time.</param>
/// <param name="People">How many of the bus walk in groups that begin too early for them.</param>
public sealed record MissedTour(string Title, TimeOnly StartsAt, int People);

/// <summary>An item of the programme that begins before a late bus is there.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="StartsAt">When it begins, local time.</param>
public sealed record MissedItem(ProgrammeItemId Id, string Title, ProgrammeKind Kind, TimeOnly StartsAt);

/// <summary>Reads what late buses mean.</summary>
public sealed class LateBusQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The late lines of an event by name, for everybody who sees it.</summary>
    public async Task<IReadOnlyList<LateBus>> ListAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } jobEvent)
        {
            return [];
        }

        var lines = await db.BusLines.AsNoTracking().Where(l => l.JobEventId == id && l.LateByMinutes > 0).OrderBy(l => l.Name).ToListAsync(ct);
        if (lines.Count == 0)
        {
            return [];
        }

        var ids = lines.ConvertAll(l => l.Id);
        var people = await db.BusSeats.Where(s => ids.Contains(s.LineId))
            .Join(db.Registrations, s => s.RegistrationId, r => r.Id, (s, r) => new { s.LineId, r.OrganisationId })
            .GroupBy(row => row).Select(group => new { group.Key.LineId, group.Key.OrganisationId, Count = group.Count() })
            .Join(db.Organisations, row => row.OrganisationId, o => o.Id, (row, o) => new { row.LineId, o.Name, row.Count }).ToListAsync(ct);
        var items = await db.ProgrammeItems.AsNoTracking()
            .Where(i => i.JobEventId == id && i.Kind != ProgrammeKind.SetUp && i.Kind != ProgrammeKind.Arrival && i.Kind != ProgrammeKind.Break
                && !db.EventStages.Any(s => s.Id == i.StageId && s.Cancelled))
            .Select(i => new MissedItem(i.Id, i.Title, i.Kind, i.StartsAt)).ToListAsync(ct);

        var walking = await db.TourSeats.Join(db.BusSeats.Where(s => ids.Contains(s.LineId)), t => t.RegistrationId, s => s.RegistrationId, (t, s) => new { s.LineId, t.GroupId, t.TourId })
            .Join(db.Tours.Where(t => t.JobEventId == id), row => row.TourId, t => t.Id, (row, t) => new { row.LineId, row.GroupId, t.Title, t.StartsAt })
            .Join(db.Set<TourGroup>(), row => row.GroupId, g => g.Id, (row, g) => new { row.LineId, row.Title, StartsAt = g.StartsAt ?? row.StartsAt }).ToListAsync(ct);

        return lines.ConvertAll(line =>
        {
            var planned = At(line.ArrivesAt);
            var now = planned.AddMinutes(line.LateByMinutes);
            var inIt = people.Where(row => row.LineId == line.Id).ToList();
            return new LateBus(
                line.Id, line.Name, line.LateByMinutes, line.ArrivesAt.AddMinutes(line.LateByMinutes), inIt.Sum(row => row.Count),
                inIt.GroupBy(row => row.Name).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
                [.. items.Where(item => At(item.StartsAt) is var at && at >= planned && at < now).OrderBy(item => At(item.StartsAt)).ThenBy(item => item.Title, StringComparer.CurrentCulture)],
                [.. walking.Where(row => row.LineId == line.Id && At(row.StartsAt) < now).GroupBy(row => row.Title)
                    .Select(tour => new MissedTour(tour.Key, tour.Min(row => row.StartsAt), tour.Count())).OrderBy(tour => At(tour.StartsAt)).ThenBy(tour => tour.Title, StringComparer.CurrentCulture)]);
        });

        DateTime At(TimeOnly time) => EventTimes.Instant(clock.LocalTimeZone, jobEvent.DayOf(time), time);
    }
}
