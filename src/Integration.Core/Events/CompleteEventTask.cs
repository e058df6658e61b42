using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Marks a task of an event as done, or opens it again: by the leading organisation, or by the one that took it over.</summary>
public sealed class CompleteEventTask(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Marks.</summary>
    /// <returns>Done, also where it was so already; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(EventTaskId id, bool done, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.OrganisationId;
        var leads = db.JobEvents.EditableBy(user);
        var task = await db.EventTasks.VisibleTo(user, db).SingleOrDefaultAsync(t => t.Id == id && (t.OwnerOrganisationId == own || leads.Any(e => e.Id == t.JobEventId)), ct);
        if (task is null)
        {
            return Errors.NotFound;
        }

        if (task.DoneAt is not null == done)
        {
            return Result.Ok;
        }

        (task.DoneAt, task.DoneBy) = done ? (clock.GetUtcNow().UtcDateTime, user.Id) : ((DateTime?)null, (UserId?)null);
        db.Note(user, clock, AuditAct.Changed, nameof(EventTask), id.Value, task.JobEventId);
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
