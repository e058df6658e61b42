using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Takes a stretch for talks out of an event. Plans keep their talks; what no longer lies in any stretch is said there.</summary>
public sealed class RemoveTalkTimes(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Takes it out.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(TalkTimesId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var times = await db.TalkTimes.Where(t => t.Id == id).Where(t => db.JobEvents.EditableBy(user).Any(e => e.Id == t.JobEventId)).SingleOrDefaultAsync(ct);
        if (times is null)
        {
            return Errors.NotFound;
        }

        db.Remove(times);
        db.Note(user, clock, AuditAct.Changed, nameof(TalkTimes), id.Value, times.JobEventId);
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
