using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Moves a stand on its plan. What would reach beyond the edge is pushed back.</summary>
public sealed class PlaceStand(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Moves.</summary>
    /// <param name="id">The stand.</param>
    /// <param name="place">Where to.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The stand as it stands now; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>.</returns>
    public async Task<Result<Stand>> ExecuteAsync(StandId id, StandPlace place, Guid version, CancellationToken ct)
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

        if (stand.Version != version)
        {
            return Errors.Conflict;
        }

        (stand.X, stand.Y, stand.Width, stand.Height) = place.OnPlan();
        if (!db.ChangeTracker.HasChanges())
        {
            return stand;
        }

        db.Note(user, clock, AuditAct.Changed, nameof(Stand), id.Value, stand.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return stand;
    }
}
