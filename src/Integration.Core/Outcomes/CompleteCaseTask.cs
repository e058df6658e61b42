using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Marks a case manager's task as done, or as open again.</summary>
public sealed class CompleteCaseTask(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Marks; what is so already stays.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(CaseTaskId id, bool done, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await db.CaseTasks.VisibleTo(user).SingleOrDefaultAsync(t => t.Id == id, ct);
        if (task is null)
        {
            return Errors.NotFound;
        }

        if (task.DoneAt is not null == done)
        {
            return Result.Ok;
        }

        (task.DoneAt, task.DoneBy, task.DoneStepId) = (done ? clock.GetUtcNow().UtcDateTime : null, done ? user.Id : null, null);
        db.Note(user, clock, AuditAct.Changed, nameof(CaseTask), id.Value, task.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }
}
