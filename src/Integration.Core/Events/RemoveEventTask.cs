using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Takes a task off the plan of an event that the caller's organisation leads.</summary>
public sealed class RemoveEventTask(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Removes.</summary>
    /// <returns>The task as it was, to be saved again by who did not mean it; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<EventTask>> ExecuteAsync(EventTaskId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await db.EventTasks.EditableBy(user, db).SingleOrDefaultAsync(t => t.Id == id, ct);
        if (task is null)
        {
            return Errors.NotFound;
        }

        db.Remove(task);
        db.Note(user, clock, AuditAct.Changed, nameof(EventTask), id.Value, task.JobEventId);
        await db.SaveChangesAsync(ct);
        return task;
    }
}
