using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Takes the picture of a hall away. Its stands stay where they are, on the plain grid.</summary>
public sealed class RemoveFloorPlan(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Removes.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(FloorPlanId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var plan = await db.FloorPlans.Where(p => p.Id == id).Where(p => db.JobEvents.EditableBy(user).Any(e => e.Id == p.JobEventId)).SingleOrDefaultAsync(ct);
        if (plan is null)
        {
            return Errors.NotFound;
        }

        foreach (var stand in await db.Stands.Where(s => s.FloorPlanId == id).ToListAsync(ct))
        {
            stand.FloorPlanId = null;
        }

        db.Remove(plan);
        db.Note(user, clock, AuditAct.Changed, nameof(FloorPlan), id.Value, plan.JobEventId);
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
