using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>What the rules need to know about a task and the interpreters around it, read at one moment.</summary>
internal sealed class AssignmentGround
{
    private readonly Dictionary<InterpreterId, List<InterpreterAssignment>> _others;
    private readonly HashSet<InterpreterId> _refused;
    private readonly HashSet<string> _declinedNames;
    private readonly HashSet<InterpreterId> _conflicts;

    private AssignmentGround(
        InterpretingTask task, Dictionary<InterpreterId, List<InterpreterAssignment>> others, HashSet<InterpreterId> refused, HashSet<string> declinedNames,
        HashSet<InterpreterId> conflicts) =>
        (Task, _others, _refused, _declinedNames, _conflicts) = (task, others, refused, declinedNames, conflicts);

    public InterpretingTask Task { get; }

    /// <summary>What the rules say about an interpreter.</summary>
    public Judgement Judge(Interpreter interpreter)
    {
        // A person may have named somebody before the pool knew them: the name counts as much as the row.
        var refused = _refused.Contains(interpreter.Id) || _declinedNames.Contains(NameTokens.Fold(interpreter.DisplayName));
        return AssignmentRules.Judge(Task, interpreter, _others.GetValueOrDefault(interpreter.Id, []), refused, !refused && _conflicts.Contains(interpreter.Id));
    }

    /// <summary>Reads it.</summary>
    /// <returns>NotFound for a foreign event or person, EventOver, TimeOver.</returns>
    public static async Task<Result<AssignmentGround>> ReadAsync(AppDbContext db, ICurrentUser user, TimeProvider clock, AssignmentForm form, CancellationToken ct)
    {
        var jobEvent = await db.JobEvents.AsNoTracking().StaffedBy(user).SingleOrDefaultAsync(e => e.Id == form.JobEventId, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        if (jobEvent.State is JobEventState.Closed or JobEventState.Cancelled)
        {
            return InterpreterErrors.EventOver;
        }

        if (clock.IsPast(form.Day!.Value, form.StartsAt!.Value, form.EndsAt!.Value))
        {
            return InterpreterErrors.TimeOver;
        }

        Participant? person = null;
        if (form.ParticipantId is { } asked)
        {
            person = await db.Participants.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(p => p.Id == asked, ct);
            if (person is null)
            {
                return Errors.NotFound;
            }

            // Whoever is named is understood in their own language or in one that they ticked, not in one that somebody else chose.
            if (LanguageFits.Of(person.WishOf(), form.Language) == LanguageFit.None)
            {
                return InterpreterErrors.NotPossible(AssignmentObstacle.WrongLanguage);
            }
        }

        var (from, to) = (form.Day.Value.AddDays(-1), form.Day.Value.AddDays(1));
        var others = await db.InterpreterAssignments.AsNoTracking().VisibleTo(user)
            .Where(a => a.Day >= from && a.Day <= to && a.State != AssignmentState.Declined && a.State != AssignmentState.Cancelled).ToListAsync(ct);
        var conflicts = await ConflictsAsync(db, form.JobEventId, ct);
        var refused = person is null ? [] : await RefusedAsync(db, person.Id, ct);
        return new AssignmentGround(
            TaskOf(form, jobEvent, person), others.GroupBy(a => a.InterpreterId).ToDictionary(group => group.Key, group => group.ToList()), refused,
            person is null ? [] : [.. person.Interpreter.Declined.Select(NameTokens.Fold)], conflicts);
    }

    private static InterpretingTask TaskOf(AssignmentForm form, JobEvent jobEvent, Participant? person) => new(
        form.Kind, person is null ? new LanguageWish(form.Language) : person.WishOf(),
        form.Time, jobEvent.Town, form.LegallyBinding, person?.Interpreter.PreferredGender);

    // A merged record leads to the one that stays; what was noted on either holds.
    private static async Task<HashSet<InterpreterId>> RefusedAsync(AppDbContext db, ParticipantId person, CancellationToken ct) =>
        [.. await db.InterpreterConflicts
            .Where(c => db.Participants.Any(p => p.Id == c.ParticipantId && (p.Id == person || p.MergedIntoId == person)))
            .Select(c => c.InterpreterId).ToListAsync(ct)];

    private static async Task<HashSet<InterpreterId>> ConflictsAsync(AppDbContext db, JobEventId jobEvent, CancellationToken ct) =>
        [.. await db.InterpreterConflicts
            .Where(c => db.Registrations.Any(r => r.JobEventId == jobEvent && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn
                && db.Participants.Any(p => p.Id == c.ParticipantId && (p.Id == r.ParticipantId || p.MergedIntoId == r.ParticipantId))))
            .Select(c => c.InterpreterId).Distinct().ToListAsync(ct)];
}
