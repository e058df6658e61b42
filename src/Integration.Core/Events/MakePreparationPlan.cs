using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Makes the dated tasks of the preparation plan for an event that the caller's organisation leads. Lines that are there already stay as
/// they are; lines that were removed come back.</summary>
public sealed class MakePreparationPlan(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Makes what is missing.</summary>
    /// <returns>How many tasks were made; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<int>> ExecuteAsync(JobEventId id, CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => MakeAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result<int>> MakeAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var known = await db.EventTasks.Where(t => t.JobEventId == id && t.SourceKey != null).Select(t => t.SourceKey).ToListAsync(ct);
        var missing = PreparationPlan.Steps.Where(step => !known.Contains(step.Key)).ToList();
        db.AddRange(missing.Select(step => new EventTask { JobEventId = id, Title = step.German, DueOn = jobEvent.Date.AddDays(step.Days), SourceKey = step.Key }));
        if (missing.Count > 0)
        {
            db.Note(user, clock, AuditAct.Created, nameof(EventTask), null, id, missing.Count);
            await db.SaveChangesAsync(ct);
        }

        return missing.Count;
    }
}
