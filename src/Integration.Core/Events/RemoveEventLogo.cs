using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Takes a logo away.</summary>
public sealed class RemoveEventLogo(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Removes.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(EventLogoId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var logo = await db.EventLogos.Where(l => l.Id == id).Where(l => db.JobEvents.EditableBy(user).Any(e => e.Id == l.JobEventId)).SingleOrDefaultAsync(ct);
        if (logo is null)
        {
            return Errors.NotFound;
        }

        db.Remove(logo);
        db.Note(user, clock, AuditAct.Changed, nameof(EventLogo), id.Value, logo.JobEventId);
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
