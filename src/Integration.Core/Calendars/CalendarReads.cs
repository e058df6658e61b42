using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Messaging;
using Integration.TalkPlans;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Calendars;

/// <summary>What the reads of calendars share.</summary>
internal static class CalendarReads
{
    /// <summary>The maker of appointments for the portal's own address and zone.</summary>
    public static CalendarEntries Entries(this PortalAddress address, TimeProvider clock) => new(clock.LocalTimeZone, address.Base().Host);

    /// <summary>Assignments as appointments, the earliest first.</summary>
    public static async Task<List<CalendarFacts>> AssignmentEntriesAsync(
        this AppDbContext db, IQueryable<InterpreterAssignment> assignments, CodeCatalog catalog, CalendarEntries entries, DateOnly today, CancellationToken ct)
    {
        var rows = await assignments.AsNoTracking()
            .Join(db.JobEvents, a => a.JobEventId, e => e.Id, (a, e) => new { a, e })
            .Join(db.Organisations, row => row.a.OrganisationId, o => o.Id, (row, o) => new { row.a, row.e, o })
            .OrderBy(row => row.a.Day).ThenBy(row => row.a.Id).ToListAsync(ct);
        var talks = await db.TalksOfInterpretersAsync([.. rows.Where(row => row.a.State is AssignmentState.Confirmed or AssignmentState.Done).Select(row => row.a)], today, ct);
        return rows.ConvertAll(row => entries.Of(row.a, row.e, row.o, catalog.Label("Languages", row.a.Language, row.a.Day), talks(row.a)));
    }

    /// <summary>The talks of an event's published plan, while their people's profiles are in force, by registration and time.</summary>
    /// <param name="db">The context.</param>
    /// <param name="jobEvent">The event.</param>
    /// <param name="only">One registration; <see langword="null"/> for all.</param>
    /// <param name="today">The day.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ILookup<RegistrationId, CalendarTalk>> TalksOfAsync(this AppDbContext db, JobEvent jobEvent, RegistrationId? only, DateOnly today, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var rows = await db.ScheduledTalks.AsNoTracking().Published(db).Where(talk => talk.JobEventId == id && (only == null || talk.RegistrationId == only)).InForce(db, today)
            .Join(db.Organisations, known => known.Talk.EmployerId, o => o.Id, (known, o) => new { known.Talk.RegistrationId, Talk = new CalendarTalk(known.Talk.StartsAt, known.Talk.EndsAt, o.Name, known.Talk.Table) })
            .ToListAsync(ct);
        return rows.OrderBy(row => jobEvent.DayOf(row.Talk.From)).ThenBy(row => row.Talk.From).ToLookup(row => row.RegistrationId, row => row.Talk);
    }

    // The talks of each table once, in the assignment in whose time they begin.
    private static async Task<Func<InterpreterAssignment, IReadOnlyList<CalendarTalk>>> TalksOfInterpretersAsync(
        this AppDbContext db, IReadOnlyList<InterpreterAssignment> assignments, DateOnly today, CancellationToken ct)
    {
        var interpreters = assignments.Select(a => (InterpreterId?)a.InterpreterId).Distinct().ToList();
        var events = assignments.Select(a => a.JobEventId).Distinct().ToList();
        if (assignments.Count == 0)
        {
            return _ => [];
        }

        var rows = await db.ScheduledTalks.AsNoTracking().Published(db).Where(talk => events.Contains(talk.JobEventId) && interpreters.Contains(talk.InterpreterId)).InForce(db, today)
            .Join(db.Organisations, known => known.Talk.EmployerId, o => o.Id, (known, o) => new { known.Talk, o.Name })
            .Join(db.JobEvents, row => row.Talk.JobEventId, e => e.Id, (row, e) => new { row.Talk, row.Name, Event = e }).ToListAsync(ct);
        var talks = rows.DistinctBy(row => (row.Event.Id, row.Talk.InterpreterId, row.Talk.StartsAt))
            .Select(row => (row.Talk, row.Name, At: row.Event.DayOf(row.Talk.StartsAt).ToDateTime(row.Talk.StartsAt))).OrderBy(row => row.At).ToList();
        return assignment => assignments.Contains(assignment)
            ? [.. talks.Where(row => row.Talk.JobEventId == assignment.JobEventId && row.Talk.InterpreterId == assignment.InterpreterId && row.At >= assignment.Time.Start && row.At < assignment.Time.End)
                .Select(row => new CalendarTalk(row.Talk.StartsAt, row.Talk.EndsAt, row.Name, row.Talk.Table))]
            : [];
    }

    /// <summary>The bus that a registered person goes by, and where they get on.</summary>
    public static async Task<(BusLine? Line, BusStop? Stop)> BusOfAsync(this AppDbContext db, RegistrationId id, CancellationToken ct)
    {
        var row = await db.BusSeats.AsNoTracking().Where(s => s.RegistrationId == id)
            .Join(db.BusLines, s => s.LineId, l => l.Id, (s, l) => new { Line = l, Stop = l.Stops.First(stop => stop.Id == s.StopId) }).SingleOrDefaultAsync(ct);
        return (row?.Line, row?.Stop);
    }
}
