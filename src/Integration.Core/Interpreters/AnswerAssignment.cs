using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>An interpreter says yes or no by the link of the request. The link is the right: nobody is signed in. It counts once, for the
/// request that is open, and no more when the assignment is over; a yes is confirmed by mail.</summary>
public sealed class AnswerAssignment(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Where the link leads, before the token.</summary>
    public const string Path = "/interpreting/";

    /// <summary>Answers.</summary>
    /// <param name="token">The secret of the link.</param>
    /// <param name="accept">Yes or no.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The state now, also when the same answer was given before; LinkVoid for an unknown, replaced or old link; AlreadyAnswered when
    /// it was answered otherwise or taken back.</returns>
    public async Task<Result<AssignmentState>> ExecuteAsync(string token, bool accept, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = InvitationToken.HashOf(token);
        var assignment = await db.InterpreterAssignments.SingleOrDefaultAsync(a => a.AnswerTokenHash == hash, ct);
        if (assignment is null || await db.WhyNoAnswerAsync(assignment, clock, ct) is not null)
        {
            return InterpreterErrors.LinkVoid;
        }

        var wanted = accept ? AssignmentState.Confirmed : AssignmentState.Declined;
        if (assignment.State != AssignmentState.Requested)
        {
            return assignment.State == wanted ? wanted : InterpreterErrors.AlreadyAnswered;
        }

        var interpreter = await db.Interpreters.AsNoTracking().SingleAsync(i => i.Id == assignment.InterpreterId, ct);
        (assignment.State, assignment.AnsweredAt) = (wanted, clock.GetUtcNow().UtcDateTime);
        if (accept)
        {
            await db.MailAsync(clock, await codes.GetAsync(ct), assignment, interpreter, "InterpreterConfirmed", "", ct);
        }

        var self = new FixedUser(interpreter.UserId ?? UserId.System, assignment.OrganisationId, new HashSet<Role>(), interpreter.DisplayName);
        db.Note(self, clock, AuditAct.Changed, nameof(InterpreterAssignment), assignment.Id.Value, assignment.JobEventId);
        return await db.SavedAsync(ct) ? wanted : InterpreterErrors.AlreadyAnswered;
    }
}
