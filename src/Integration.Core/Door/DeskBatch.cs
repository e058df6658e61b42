using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Scans that are answered together: read at once, decided in the order in which they came, saved in one transaction. When somebody else
/// wrote meanwhile, the database's keys refuse the whole batch and nothing of it is there.</summary>
internal sealed class DeskBatch(AppDbContext db, IReadOnlyList<DeskScan> scans)
{
    private sealed record Holder(
        RegistrationId Id, JobEventId Event, string Ticket, RegistrationState State, string BadgeName, string GivenName, string FamilyName, bool Hidden, DateOnly Date)
    {
        public string Name => DoorNames.ShowsName(State) ? DoorNames.Display(BadgeName, GivenName, FamilyName, Hidden) : "";
    }

    private readonly Dictionary<(Guid, JobEventId), (DoorOutcome Outcome, RegistrationId? Registration)> _said = [];
    private readonly Dictionary<RegistrationId, Attendance> _attendances = [];
    private readonly Dictionary<RegistrationId, DateTime> _left = [];
    private readonly HashSet<RegistrationId> _seenAgain = [];
    private Dictionary<RegistrationId, Holder> _holders = [];
    private Dictionary<string, Holder> _byTicket = [];

    /// <summary>Decides and saves. The answers stand in the order of the scans.</summary>
    /// <exception cref="DbUpdateException">Somebody else wrote; nothing was saved.</exception>
    public async Task<IReadOnlyList<ScanAnswer>> SaveAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var answers = scans.Select(Answer).ToList();
        await db.SaveChangesAsync(ct);
        return answers;
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var nonces = scans.Select(scan => scan.Nonce).Concat(scans.Select(scan => scan.Undoes).OfType<Guid>()).Distinct().ToList();
        foreach (var known in await db.DoorScans.AsNoTracking().Where(s => nonces.Contains(s.Nonce))
                     .Select(s => new { s.Nonce, s.JobEventId, s.Outcome, s.RegistrationId }).ToListAsync(ct))
        {
            _said[(known.Nonce, known.JobEventId)] = (known.Outcome, known.RegistrationId);
        }

        var tickets = scans.Where(scan => scan.Ticket.Length > 0).Select(scan => scan.Ticket).Distinct().ToList();
        var ids = scans.Select(scan => scan.Registration).Concat(_said.Values.Select(said => said.Registration)).OfType<RegistrationId>().Distinct().ToList();
        var holders = await db.Registrations.AsNoTracking().Where(r => tickets.Contains(r.TicketCode) || ids.Contains(r.Id))
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r, p })
            .Join(db.JobEvents, row => row.r.JobEventId, e => e.Id, (row, e) => new Holder(
                row.r.Id, row.r.JobEventId, row.r.TicketCode, row.r.State, row.p.BadgeName, row.p.GivenName, row.p.FamilyName, row.p.NotPubliclyPresent, e.Date))
            .ToListAsync(ct);
        _holders = holders.ToDictionary(holder => holder.Id);
        _byTicket = holders.ToDictionary(holder => holder.Ticket);

        var found = _holders.Keys.ToList();
        foreach (var attendance in await db.Attendances.Where(a => found.Contains(a.RegistrationId)).ToListAsync(ct))
        {
            _attendances[attendance.RegistrationId] = attendance;
        }

        await ReadLeaversAsync(ct);
        await ReadSeenAgainAsync(ct);
    }

    // Somebody came in at a device without network and left by another door before that device could tell.
    private async Task ReadLeaversAsync(CancellationToken ct)
    {
        var late = scans.Where(scan => scan is { IsLate: true, Direction: ScanDirection.In }).Select(scan => Find(scan)?.Id).OfType<RegistrationId>().Distinct().ToList();
        if (late.Count == 0)
        {
            return;
        }

        foreach (var scan in await db.DoorScans.AsNoTracking()
                     .Where(s => s.Direction == ScanDirection.Out && s.Outcome != DoorOutcome.TakenBack && s.RegistrationId != null && late.Contains(s.RegistrationId.Value))
                     .Select(s => new { s.RegistrationId, s.ScannedAt }).ToListAsync(ct))
        {
            var id = scan.RegistrationId!.Value;
            _left[id] = _left.TryGetValue(id, out var last) && last > scan.ScannedAt ? last : scan.ScannedAt;
        }
    }

    private async Task ReadSeenAgainAsync(CancellationToken ct)
    {
        var undone = scans.Where(scan => scan.Undoes is not null).Select(scan => Find(scan)?.Id).OfType<RegistrationId>().Distinct().ToList();
        if (undone.Count > 0)
        {
            var again = await db.DoorScans.Where(s => s.Outcome == DoorOutcome.AlreadyIn && s.RegistrationId != null && undone.Contains(s.RegistrationId.Value))
                .Select(s => s.RegistrationId!.Value).Distinct().ToListAsync(ct);
            _seenAgain.UnionWith(again);
        }
    }

    private Holder? Find(DeskScan scan) =>
        scan.Ticket.Length > 0 ? _byTicket.GetValueOrDefault(scan.Ticket)
        : scan.Registration is { } id ? _holders.GetValueOrDefault(id)
        : null;

    private ScanAnswer Answer(DeskScan scan)
    {
        if (_said.TryGetValue((scan.Nonce, scan.Event), out var said))
        {
            var known = said.Registration is { } id ? _holders.GetValueOrDefault(id) : null;
            return new ScanAnswer(scan.Nonce, said.Outcome, known?.Name ?? "", said.Registration);
        }

        var found = Find(scan);
        var holder = found?.Event == scan.Event ? found : null;
        var outcome = Decide(scan, found, holder);
        _said[(scan.Nonce, scan.Event)] = (outcome, holder?.Id);
        db.Add(new DoorScan
        {
            Nonce = scan.Nonce,
            JobEventId = scan.Event,
            Device = scan.Device,
            RegistrationId = holder?.Id,
            Ticket = holder is null ? scan.Ticket : "",
            Direction = scan.Direction,
            Means = scan.Means,
            ScannedAt = scan.At,
            ReceivedAt = scan.ReceivedAt,
            Outcome = outcome,
            By = scan.By,
        });
        return new ScanAnswer(scan.Nonce, outcome, outcome == DoorOutcome.EventNotOpen ? "" : holder?.Name ?? "", holder?.Id);
    }

    private DoorOutcome Decide(DeskScan scan, Holder? found, Holder? holder)
    {
        if (!scan.Times.IsOpenAt(scan.At) || (scan.Closed && !scan.IsLate))
        {
            return DoorOutcome.EventNotOpen;
        }

        if (holder is null)
        {
            return found is null ? DoorOutcome.UnknownTicket : found.Date == scan.Date ? DoorOutcome.OtherEvent : DoorOutcome.OtherDay;
        }

        var attendance = _attendances.GetValueOrDefault(holder.Id);
        if (scan.Undoes is { } undone)
        {
            return TakeBack(scan, attendance, holder.Id, undone);
        }

        if (scan.Direction == ScanDirection.Out)
        {
            return DoorRules.Out(attendance, scan.At);
        }

        if (DoorRules.Refusal(holder.State) is { } refused)
        {
            return refused;
        }

        attendance ??= New(scan, holder);
        var outcome = DoorRules.In(attendance, scan.At);
        if (outcome == DoorOutcome.Admitted)
        {
            (attendance.Means, attendance.Door) = (scan.Means, scan.Device);
            if (_left.TryGetValue(holder.Id, out var left) && left > scan.At)
            {
                attendance.OutAt = left;
            }
        }
        else if (outcome == DoorOutcome.AlreadyIn)
        {
            _seenAgain.Add(holder.Id);
        }

        return outcome;
    }

    // What that one scan did, and no more: whoever was in before, was seen at a door since, or was noted at a desk is really here.
    private DoorOutcome TakeBack(DeskScan scan, Attendance? attendance, RegistrationId id, Guid undone)
    {
        var (outcome, registration) = _said.GetValueOrDefault((undone, scan.Event));
        if (attendance is not { IsInside: true } || registration != id)
        {
            return DoorOutcome.NotIn;
        }

        if (_seenAgain.Contains(id) || attendance.Means == AttendanceMeans.Desk || outcome is not (DoorOutcome.Admitted or DoorOutcome.BackIn))
        {
            return DoorOutcome.AlreadyIn;
        }

        if (outcome == DoorOutcome.BackIn)
        {
            attendance.OutAt = scan.At;
        }
        else
        {
            db.Remove(attendance);
            _attendances.Remove(id);
        }

        return DoorOutcome.TakenBack;
    }

    private Attendance New(DeskScan scan, Holder holder)
    {
        var attendance = new Attendance { RegistrationId = holder.Id, JobEventId = scan.Event };
        _attendances[holder.Id] = attendance;
        db.Add(attendance);
        return attendance;
    }
}
