using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Takes an assignment back, or records a yes or no that came by telephone. An interpreter who had been asked is told by mail
/// that it is off.</summary>
public sealed class ChangeAssignment(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Changes the state.</summary>
    /// <param name="id">The assignment.</param>
    /// <param name="state"><see cref="AssignmentState.Confirmed"/>, <see cref="AssignmentState.Declined"/> or <see cref="AssignmentState.Cancelled"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or Forbidden, NotFound, Transition, Conflict.</returns>
    public async Task<Result> ExecuteAsync(InterpreterAssignmentId id, AssignmentState state, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var assignment = await db.InterpreterAssignments.VisibleTo(user).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (assignment is null)
        {
            return Errors.NotFound;
        }

        var (before, byHand) = (assignment.State, state is AssignmentState.Confirmed or AssignmentState.Declined or AssignmentState.Cancelled);
        if (!byHand || !AssignmentStates.Allows(before, state))
        {
            return InterpreterErrors.Transition(before, state);
        }

        var interpreter = await db.Interpreters.AsNoTracking().SingleAsync(i => i.Id == assignment.InterpreterId, ct);
        assignment.State = state;
        if (state == AssignmentState.Cancelled)
        {
            if (before != AssignmentState.Proposed)
            {
                await db.MailAsync(clock, await codes.GetAsync(ct), assignment, interpreter, "InterpreterCancelled", "", ct);
            }
        }
        else
        {
            assignment.AnsweredAt = clock.GetUtcNow().UtcDateTime;
        }

        db.Note(user, clock, AuditAct.Changed, nameof(InterpreterAssignment), assignment.Id.Value, assignment.JobEventId);
        return await db.SavedAsync(ct) ? Result.Ok : Errors.Conflict;
    }
}
