using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>How somebody stands at the door.</summary>
public enum DoorStanding
{
    /// <summary>Not here yet.</summary>
    Expected,

    /// <summary>In the house.</summary>
    In,

    /// <summary>Was here and has left.</summary>
    Out,

    /// <summary>Waits for a place.</summary>
    Waiting,

    /// <summary>Said no, or the registration was taken back.</summary>
    Withdrawn,
}

/// <summary>An event whose doors are open.</summary>
/// <param name="Id">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its day.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="EndsAt">When it ends, local time.</param>
/// <param name="Place">Where.</param>
/// <param name="ClosesAt">When its doors close and devices forget its people (UTC).</param>
public sealed record DoorEvent(JobEventId Id, string Title, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, DateTime ClosesAt);

/// <summary>A person as the door knows them, and nothing else of them.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Ticket">The ticket's code.</param>
/// <param name="Name">Chosen badge name, or given name and one letter; empty for people shown by ticket alone and for those who do not come.</param>
/// <param name="Standing">How they stand.</param>
public sealed record DoorRow(RegistrationId Registration, string Ticket, string Name, DoorStanding Standing);

/// <summary>How many people came to an event.</summary>
/// <param name="Expected">Registered people who have a place.</param>
/// <param name="Came">Registered people who came.</param>
/// <param name="Left">Those of them who have left.</param>
/// <param name="WalkIns">Guests without a registration; nobody notes when they leave.</param>
public sealed record DoorCount(int Expected, int Came, int Left, int WalkIns)
{
    /// <summary>How many are in the house, guests included.</summary>
    public int Inside => Came - Left + WalkIns;
}

/// <summary>Reads for reception: today's events of the own organisation, with people of every organisation.</summary>
public sealed class DoorQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The events at whose doors the user may stand now, by time.</summary>
    public async Task<IReadOnlyList<DoorEvent>> TodayAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, today) = (clock.GetUtcNow().UtcDateTime, clock.Today());
        var yesterday = today.AddDays(-1);
        var events = await db.JobEvents.AtTheDoorOf(user).AsNoTracking().Where(e => e.Date == today || e.Date == yesterday).ToListAsync(ct);
        return [.. events.Select(e => (Event: e, Times: DoorTimes.Of(e, clock.LocalTimeZone))).Where(row => row.Times.IsOpenAt(now))
            .OrderBy(row => row.Event.Date).ThenBy(row => row.Event.StartsAt).Select(row => View(row.Event, row.Times))];
    }

    /// <summary>One of these events.</summary>
    /// <returns>NotFound for every other event.</returns>
    public async Task<Result<DoorEvent>> OpenAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobEvents.OpenAsync(user, clock, id, reports: false, ct) is { } door ? View(door.Event, door.Times) : Errors.NotFound;
    }

    /// <summary>Everybody who is registered, in the order of their names. Noted in the audit trail: it is handed to a device.</summary>
    public async Task<Result<IReadOnlyList<DoorRow>>> ListAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.OpenAsync(user, clock, id, reports: false, ct) is null)
        {
            return Errors.NotFound;
        }

        var rows = await db.Registrations.AsNoTracking().Where(r => r.JobEventId == id)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r, p })
            .LeftJoin(db.Attendances, row => row.r.Id, a => a.RegistrationId, (row, a) => new
            {
                row.r.Id, row.r.TicketCode, row.r.State, row.p.BadgeName, row.p.GivenName, row.p.FamilyName, row.p.NotPubliclyPresent,
                In = a != null && a.InAt != null, Out = a != null && a.OutAt != null,
            })
            .ToListAsync(ct);
        db.Note(user, clock, AuditAct.Viewed, nameof(Registration), null, id, rows.Count);
        await db.SaveChangesAsync(ct);
        return rows
            .Select(row => new DoorRow(
                row.Id, row.TicketCode,
                DoorNames.ShowsName(row.State) ? DoorNames.Display(row.BadgeName, row.GivenName, row.FamilyName, row.NotPubliclyPresent) : "",
                Standing(row.State, row.In, row.Out)))
            .OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Ticket, StringComparer.Ordinal).ToList();
    }

    /// <summary>How many are here.</summary>
    public async Task<Result<DoorCount>> CountAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobEvents.OpenAsync(user, clock, id, reports: false, ct) is null ? Errors.NotFound : await DoorCounts.OfAsync(db, id, ct);
    }

    /// <summary>The event and the registration of a ticket.</summary>
    /// <returns>NotFound for every ticket that is not one of an event at whose door the user may stand now.</returns>
    public async Task<Result<(JobEventId Event, RegistrationId Registration)>> FindTicketAsync(string scanned, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ticket = DoorNames.Ticket(scanned);
        var found = user.Has(Permission.ViewTodaysArrivals) && ticket.Length > 0
            ? await db.Registrations.AsNoTracking().Where(r => r.TicketCode == ticket).Select(r => new { r.Id, r.JobEventId }).SingleOrDefaultAsync(ct)
            : null;
        return found is not null && await db.JobEvents.OpenAsync(user, clock, found.JobEventId, reports: false, ct) is not null
            ? (found.JobEventId, found.Id)
            : Errors.NotFound;
    }

    private static DoorEvent View(JobEvent jobEvent, DoorTimes times) =>
        new(jobEvent.Id, jobEvent.Title, jobEvent.Date, jobEvent.StartsAt, jobEvent.EndsAt, jobEvent.Place, times.ClosesAt);

    private static DoorStanding Standing(RegistrationState state, bool cameIn, bool left) =>
        cameIn ? left ? DoorStanding.Out : DoorStanding.In
        : DoorRules.Refusal(state) switch
        {
            DoorOutcome.Withdrawn => DoorStanding.Withdrawn,
            DoorOutcome.WaitingList => DoorStanding.Waiting,
            _ => DoorStanding.Expected,
        };
}
