using Integration.Access;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>An assignment of the edition before, and what speaks against it on the new day; <see langword="null"/> when nothing does.</summary>
internal sealed record CopiedInterpreter(InterpreterAssignment Old, Interpreter Interpreter, CopyConflict? Conflict);

/// <summary>The interpreters of an event, looked at for another day. Whoever said no, and tasks for one person, are not taken over.</summary>
internal static class CopiedInterpreters
{
    public static async Task<List<CopiedInterpreter>> ReadAsync(AppDbContext db, ICurrentUser user, JobEvent jobEvent, DateOnly day, CancellationToken ct)
    {
        var old = await db.InterpreterAssignments.VisibleTo(user).AsNoTracking().Where(a => a.JobEventId == jobEvent.Id && a.ParticipantId == null
            && a.State != AssignmentState.Declined && a.State != AssignmentState.Cancelled).ToListAsync(ct);
        var ids = old.Select(a => a.InterpreterId).Distinct().ToList();
        var interpreters = await db.Interpreters.VisibleTo(user).Where(i => ids.Contains(i.Id) && i.Active).ToDictionaryAsync(i => i.Id, ct);
        var (before, after) = (day.AddDays(-1), day.AddDays(1));
        var taken = await db.InterpreterAssignments.AsNoTracking().Where(a => ids.Contains(a.InterpreterId) && a.Day >= before && a.Day <= after
            && a.State != AssignmentState.Declined && a.State != AssignmentState.Cancelled).ToListAsync(ct);
        var events = taken.Select(a => a.JobEventId).Distinct().ToList();
        var titles = await db.JobEvents.VisibleTo(user).Where(e => events.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, ct);
        return [.. old.Where(a => interpreters.ContainsKey(a.InterpreterId)).OrderBy(a => a.StartsAt).ThenBy(a => a.Id.Value).Select(a =>
        {
            var interpreter = interpreters[a.InterpreterId];
            // A night's work may lie on the day after the event's.
            var work = Stretch.Of(day.AddDays(a.Day.DayNumber - jobEvent.Date.DayNumber), a.StartsAt, a.EndsAt);
            var other = taken.Find(t => t.InterpreterId == a.InterpreterId && t.Time.Overlaps(work));
            return new CopiedInterpreter(a, interpreter,
                other is not null ? new CopyConflict(CopyConflictKind.InterpreterDouble, interpreter.DisplayName, 1, titles.ContainsKey(other.JobEventId) ? other.JobEventId : null, titles.GetValueOrDefault(other.JobEventId, ""))
                : Availability.At(interpreter, work) == false ? new CopyConflict(CopyConflictKind.InterpreterUnavailable, interpreter.DisplayName)
                : null);
        })];
    }
}
