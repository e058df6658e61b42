using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Asks an interpreter by mail. The link is in the mail alone, the database keeps its hash; asking again makes a new link and
/// voids the one before.</summary>
public sealed class RequestInterpreter(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>Asks.</summary>
    /// <returns>Done; or Forbidden, NotFound, Transition, NoEmail, TimeOver, Conflict.</returns>
    public async Task<Result> ExecuteAsync(InterpreterAssignmentId id, CancellationToken ct)
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

        if (!AssignmentStates.Allows(assignment.State, AssignmentState.Requested))
        {
            return InterpreterErrors.Transition(assignment.State, AssignmentState.Requested);
        }

        var interpreter = await db.Interpreters.AsNoTracking().SingleAsync(i => i.Id == assignment.InterpreterId, ct);
        if (interpreter.Email.Length == 0)
        {
            return InterpreterErrors.NoEmail;
        }

        if (await db.WhyNoAnswerAsync(assignment, clock, ct) is { } over)
        {
            return over;
        }

        var token = InvitationToken.New();
        (assignment.State, assignment.RequestedAt, assignment.AnswerTokenHash) = (AssignmentState.Requested, clock.GetUtcNow().UtcDateTime, InvitationToken.HashOf(token));
        await db.MailAsync(clock, await codes.GetAsync(ct), assignment, interpreter, "InterpreterRequest", address.Of(AnswerAssignment.Path + token), ct);
        db.Note(user, clock, AuditAct.Changed, nameof(InterpreterAssignment), assignment.Id.Value, assignment.JobEventId);
        return await db.SavedAsync(ct) ? Result.Ok : Errors.Conflict;
    }
}
