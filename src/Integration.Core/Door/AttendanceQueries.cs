using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>How it was with a person of the own organisation.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Participant">The person.</param>
/// <param name="State">State; <see langword="null"/> for not recorded. That somebody is not excused is shown to the case manager in charge alone,
/// because it says that the person was asked to report; colleagues read "not recorded".</param>
/// <param name="InAt">When they came (UTC).</param>
/// <param name="OutAt">When they left (UTC).</param>
/// <param name="Excuse">Class of reasons, code of the list ExcuseReasons.</param>
public sealed record AttendanceRow(RegistrationId Registration, ParticipantId Participant, AttendanceState? State, DateTime? InAt, DateTime? OutAt, string Excuse);

/// <summary>Reads of attendance beyond the door: numbers for organisers, own people for their case managers.</summary>
public sealed class AttendanceQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>How many came to an event. Numbers alone, for everybody who sees the event.</summary>
    public async Task<Result<DoorCount>> CountAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobEvents.VisibleTo(user).AnyAsync(e => e.Id == id, ct) ? await DoorCounts.OfAsync(db, id, ct) : Errors.NotFound;
    }

    /// <summary>The registered people of the caller's own organisation; nobody for those who may not see people.</summary>
    public async Task<IReadOnlyList<AttendanceRow>> OwnAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reader = user.Id;
        var rows = await db.Registrations.VisibleTo(user).AsNoTracking().Where(r => r.JobEventId == id)
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(row => row.p.SortName)
            .LeftJoin(db.Attendances, row => row.r.Id, a => a.RegistrationId, (row, a) => new { row.r.Id, row.r.ParticipantId, InCharge = row.p.OwnerId == reader, Attendance = a })
            .ToListAsync(ct);
        return rows.ConvertAll(row => row.Attendance is not { } a || (a.State == AttendanceState.Unexcused && !row.InCharge)
            ? new AttendanceRow(row.Id, row.ParticipantId, null, null, null, "")
            : new AttendanceRow(row.Id, row.ParticipantId, a.State, a.InAt, a.OutAt, a.Excuse));
    }
}
