using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Takes an item off the programme of an event that the caller's organisation leads.</summary>
public sealed class RemoveProgrammeItem(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Removes.</summary>
    /// <returns>The item as it was, to be saved again by who did not mean it; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<ProgrammeItem>> ExecuteAsync(ProgrammeItemId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var item = await db.ProgrammeItems.Where(i => i.Id == id)
            .Where(i => db.JobEvents.EditableBy(user).Any(e => e.Id == i.JobEventId)).SingleOrDefaultAsync(ct);
        if (item is null)
        {
            return Errors.NotFound;
        }

        db.Remove(item);
        db.Note(user, clock, AuditAct.Changed, nameof(ProgrammeItem), id.Value, item.JobEventId);
        await db.SaveChangesAsync(ct);
        return item;
    }
}
