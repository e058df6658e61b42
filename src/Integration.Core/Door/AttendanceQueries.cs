using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>How it was with a person of the own organisation.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Participant">The person.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Registered">State of the registration.</param>
/// <param name="State">State; <see langword="null"/> for not recorded. That somebody is not excused is shown to the case manager in charge alone,
/// because it says that the person was asked to report; colleagues read "not recorded".</param>
/// <param name="InAt">When they came (UTC).</param>
/// <param name="OutAt">When they left (UTC).</param>
/// <param name="Means">How it was recorded; <see langword="null"/> for not recorded.</param>
/// <param name="Door">By which door they came; empty where none was named.</param>
/// <param name="Excuse">Class of reasons, code of the list ExcuseReasons.</param>
/// <param name="MayBeUnexcused">Whether the reader is the case manager in charge of somebody who was asked to report.</param>
public sealed record AttendanceRow(
    RegistrationId Registration, ParticipantId Participant, string FamilyName, string GivenName, RegistrationState Registered,
    AttendanceState? State, DateTime? InAt, DateTime? OutAt, AttendanceMeans? Means, string Door, string Excuse, bool MayBeUnexcused);

/// <summary>A change by hand.</summary>
/// <param name="Before">How it stood before; <see langword="null"/> for not recorded.</param>
/// <param name="After">How it stood then; <see langword="null"/> for not recorded.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who, by the name that colleagues know.</param>
public sealed record CorrectionRow(AttendanceState? Before, AttendanceState? After, DateTime At, string By);

/// <summary>What passed at one door.</summary>
/// <param name="Door">Its name; empty for devices without one.</param>
/// <param name="In">How often somebody came in.</param>
/// <param name="Out">How often somebody left.</param>
public sealed record DoorPassages(string Door, int In, int Out);

/// <summary>How an event fills, at this moment.</summary>
/// <param name="Count">How many.</param>
/// <param name="Doors">By door, by name.</param>
public sealed record Arrivals(DoorCount Count, IReadOnlyList<DoorPassages> Doors);

/// <summary>Reads of attendance beyond the door: numbers for organisers, own people for their case managers.</summary>
public sealed class AttendanceQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>How many came to an event. Numbers alone, for everybody who sees the event.</summary>
    public async Task<Result<DoorCount>> CountAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobEvents.VisibleTo(user).AnyAsync(e => e.Id == id, ct) ? await DoorCounts.OfAsync(db, id, ct) : Errors.NotFound;
    }

    /// <summary>How many came, and by which door. Numbers alone, for everybody who sees the event.</summary>
    public async Task<Result<Arrivals>> ArrivalsAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.JobEvents.VisibleTo(user).AnyAsync(e => e.Id == id, ct))
        {
            return Errors.NotFound;
        }

        List<DoorOutcome> passed = [DoorOutcome.Admitted, DoorOutcome.BackIn, DoorOutcome.CheckedOut, DoorOutcome.TakenBack];
        var scans = await db.DoorScans.Where(s => s.JobEventId == id && passed.Contains(s.Outcome))
            .GroupBy(s => new { s.Device, s.Outcome }).Select(group => new { group.Key.Device, group.Key.Outcome, Count = group.Count() }).ToListAsync(ct);
        var doors = scans.GroupBy(row => row.Device).Select(door => new DoorPassages(
            door.Key,
            door.Sum(row => row.Outcome switch { DoorOutcome.Admitted or DoorOutcome.BackIn => row.Count, DoorOutcome.TakenBack => -row.Count, _ => 0 }),
            door.Sum(row => row.Outcome == DoorOutcome.CheckedOut ? row.Count : 0)));
        return new Arrivals(await DoorCounts.OfAsync(db, id, ct), doors.OrderBy(door => door.Door, StringComparer.CurrentCulture).ToList());
    }

    /// <summary>The registered people of the caller's own organisation; nobody for those who may not see people.</summary>
    public async Task<IReadOnlyList<AttendanceRow>> OwnAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reader = user.Id;
        var rows = await db.Registrations.VisibleTo(user).AsNoTracking().Where(r => r.JobEventId == id)
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(row => row.p.SortName)
            .LeftJoin(db.Attendances, row => row.r.Id, a => a.RegistrationId, (row, a) => new
            {
                row.r.Id, row.r.ParticipantId, row.p.FamilyName, row.p.GivenName, row.r.State, row.r.Invitation, InCharge = row.p.OwnerId == reader, Attendance = a,
            })
            .ToListAsync(ct);
        return rows.ConvertAll(row =>
        {
            var seen = row.Attendance is { } a && (a.State != AttendanceState.Unexcused || row.InCharge) ? a : null;
            return new AttendanceRow(
                row.Id, row.ParticipantId, row.FamilyName, row.GivenName, row.State, seen?.State, seen?.InAt, seen?.OutAt, seen?.Means, seen?.Door ?? "", seen?.Excuse ?? "",
                row.InCharge && row.Invitation == InvitationKind.RequestToReport);
        });
    }

    /// <summary>What was changed by hand about a person of the own organisation, the latest first. Colleagues of the case manager in charge read
    /// "not recorded" wherever somebody was not excused.</summary>
    public async Task<IReadOnlyList<CorrectionRow>> CorrectionsAsync(RegistrationId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reader = user.Id;
        var inCharge = await db.Registrations.VisibleTo(user).Where(r => r.Id == id)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => (bool?)(p.OwnerId == reader)).SingleOrDefaultAsync(ct);
        if (inCharge is not { } seesAll)
        {
            return [];
        }

        var rows = await db.AttendanceCorrections.AsNoTracking().Where(c => c.RegistrationId == id).OrderByDescending(c => c.At).ToListAsync(ct);
        var names = await NamesAsync(db, rows.Select(row => row.By.Value).Distinct().ToList(), ct);
        return [.. rows.Select(row => new CorrectionRow(Seen(row.Before), Seen(row.After), row.At, names.GetValueOrDefault(row.By.Value, "")))
            .Where((row, i) => seesAll || row.Before != row.After || rows[i].Before == rows[i].After)];

        AttendanceState? Seen(AttendanceState? state) => state == AttendanceState.Unexcused && !seesAll ? null : state;
    }

    private static Task<Dictionary<Guid, string>> NamesAsync(AppDbContext db, List<Guid> ids, CancellationToken ct) =>
        db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
}
