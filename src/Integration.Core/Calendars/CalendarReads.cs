using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Messaging;
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
        this AppDbContext db, IQueryable<InterpreterAssignment> assignments, CodeCatalog catalog, CalendarEntries entries, CancellationToken ct)
    {
        var rows = await assignments.AsNoTracking()
            .Join(db.JobEvents, a => a.JobEventId, e => e.Id, (a, e) => new { a, e })
            .Join(db.Organisations, row => row.a.OrganisationId, o => o.Id, (row, o) => new { row.a, row.e, o })
            .OrderBy(row => row.a.Day).ThenBy(row => row.a.Id).ToListAsync(ct);
        return rows.ConvertAll(row => entries.Of(row.a, row.e, row.o, catalog.Label("Languages", row.a.Language, row.a.Day)));
    }

    /// <summary>The bus that a registered person goes by, and where they get on.</summary>
    public static async Task<(BusLine? Line, BusStop? Stop)> BusOfAsync(this AppDbContext db, RegistrationId id, CancellationToken ct)
    {
        var row = await db.BusSeats.AsNoTracking().Where(s => s.RegistrationId == id)
            .Join(db.BusLines, s => s.LineId, l => l.Id, (s, l) => new { Line = l, Stop = l.Stops.First(stop => stop.Id == s.StopId) }).SingleOrDefaultAsync(ct);
        return (row?.Line, row?.Stop);
    }
}
