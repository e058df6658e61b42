using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Takes a stand away from an event that the caller's organisation leads.</summary>
public sealed class RemoveStand(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Removes.</summary>
    /// <returns>The stand as it was, to be saved again by who did not mean it; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<Stand>> ExecuteAsync(StandId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var stand = await db.Stands.Where(s => s.Id == id).Where(s => db.JobEvents.EditableBy(user).Any(e => e.Id == s.JobEventId)).SingleOrDefaultAsync(ct);
        if (stand is null)
        {
            return Errors.NotFound;
        }

        db.Remove(stand);
        db.Note(user, clock, AuditAct.Changed, nameof(Stand), id.Value, stand.JobEventId);
        await db.SaveChangesAsync(ct);
        return stand;
    }
}
