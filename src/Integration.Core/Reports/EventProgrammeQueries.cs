using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>The programme of an event with all that does not fit in it.</summary>
public sealed record EventProgramme(
    JobEvent Event, bool Editable, IReadOnlyList<EventStage> Stages, IReadOnlyList<Room> Rooms, IReadOnlyList<ProgrammeItem> Items, IReadOnlyList<ProgrammeWarning> Warnings);

/// <summary>Reads programmes and checks them.</summary>
public sealed class EventProgrammeQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, EventInterpreterQueries interpreters)
{
    /// <summary>The programme, its items in the order of the day.</summary>
    public async Task<Result<EventProgramme>> OpenAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var stages = await db.EventStages.AsNoTracking().Where(s => s.JobEventId == id).OrderBy(s => s.Number).ToListAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.JobEventId == id).OrderBy(r => r.Name).ToListAsync(ct);
        var items = await db.ProgrammeItems.AsNoTracking().Where(i => i.JobEventId == id).ToListAsync(ct);
        var zone = clock.LocalTimeZone;
        // Only those who staff the event learn who interprets; for others these warnings are left out.
        var staff = (await interpreters.OpenAsync(id, null, ct)).Value;
        var facts = new ProgrammeFacts(
            jobEvent.BeginsAt(zone), jobEvent.IsOverAt(zone),
            await CheckedItemsAsync(db, jobEvent, stages, rooms, items, ct),
            [.. (staff?.Assignments ?? []).Where(row => row.Assignment.State.TakesTime()).Select(Checked)],
            [.. (staff?.Need ?? []).Select(row => new CheckedLanguage(row.Language, row.Needed, row.Confirmed))],
            await BusesAsync(db, jobEvent, ct))
        {
            TourGroups = await TourGroupsAsync(db, jobEvent, ct),
        };
        return new EventProgramme(
            jobEvent,
            user.Has(Permission.EditEvents) && jobEvent.OrganisationId == user.OrganisationId,
            stages, rooms,
            [.. items.OrderBy(item => From(jobEvent, item)).ThenBy(item => item.Title, StringComparer.CurrentCulture)],
            ProgrammeCheck.Find(facts));
    }

    private CheckedAssignment Checked(EventAssignment row)
    {
        var a = row.Assignment;
        var zone = clock.LocalTimeZone;
        return new CheckedAssignment(row.Interpreter, a.InterpreterId.Value, new PlannedTime(
            a.Id.Value, a.Task, EventTimes.Instant(zone, a.Day, a.StartsAt), EventTimes.EndInstant(zone, a.Day, a.StartsAt, a.EndsAt)));
    }

    private async Task<List<CheckedItem>> CheckedItemsAsync(
        AppDbContext db, JobEvent jobEvent, List<EventStage> stages, List<Room> rooms, List<ProgrammeItem> items, CancellationToken ct)
    {
        var coming = await db.Registrations.Where(r => r.JobEventId == jobEvent.Id).HoldingAPlace().CountAsync(ct);
        return items.ConvertAll(item =>
        {
            var room = rooms.Find(r => r.Id == item.RoomId);
            return new CheckedItem(
                new PlannedTime(item.Id.Value, item.Title, From(jobEvent, item), To(jobEvent, item)),
                room?.Name ?? "", room?.Seats,
                // Only what everybody attends at once can be too many for a room without having been limited.
                item.Capacity ?? (item.Kind is ProgrammeKind.Welcome or ProgrammeKind.Closing ? coming : 0),
                item.Speakers,
                stages.Exists(s => s.Id == item.StageId && s.Cancelled),
                item.Kind is ProgrammeKind.SetUp or ProgrammeKind.Transfer or ProgrammeKind.Arrival);
        });
    }

    private async Task<List<CheckedBus>> BusesAsync(AppDbContext db, JobEvent jobEvent, CancellationToken ct)
    {
        var lines = await db.BusLines.AsNoTracking().Where(l => l.JobEventId == jobEvent.Id).Select(l => new { l.Name, l.ArrivesAt, l.LateByMinutes }).ToListAsync(ct);
        return lines.ConvertAll(l => new CheckedBus(l.Name, EventTimes.Instant(clock.LocalTimeZone, jobEvent.Date, l.ArrivesAt).AddMinutes(l.LateByMinutes)));
    }

    private async Task<List<CheckedTourGroup>> TourGroupsAsync(AppDbContext db, JobEvent jobEvent, CancellationToken ct)
    {
        var groups = await db.Tours.Where(t => t.JobEventId == jobEvent.Id)
            .Join(db.TourGroups, t => t.Id, g => g.TourId, (t, g) => new { t.Title, g.Number, Starts = g.StartsAt ?? t.StartsAt, g.Guide, t.Capacity, People = db.TourSeats.Count(s => s.GroupId == g.Id) }).ToListAsync(ct);
        return groups.ConvertAll(g => new CheckedTourGroup(g.Title, g.Number, EventTimes.Instant(clock.LocalTimeZone, jobEvent.DayOf(g.Starts), g.Starts), g.Guide, g.People, g.Capacity));
    }

    private DateTime From(JobEvent jobEvent, ProgrammeItem item) => EventTimes.Instant(clock.LocalTimeZone, jobEvent.DayOf(item.StartsAt), item.StartsAt);

    private DateTime To(JobEvent jobEvent, ProgrammeItem item) => EventTimes.EndInstant(clock.LocalTimeZone, jobEvent.DayOf(item.StartsAt), item.StartsAt, item.EndsAt);
}
