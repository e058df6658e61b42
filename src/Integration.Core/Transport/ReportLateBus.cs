using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Transport;

/// <summary>Notes on the day that a bus is late, or in time after all.</summary>
public sealed class ReportLateBus(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Latest that a bus can be said to be, in minutes.</summary>
    public const int MostMinutes = 600;

    /// <summary>Notes it.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result> ExecuteAsync(BusLineId id, int minutes, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var line = await db.BusLines.Where(l => l.Id == id).Where(l => db.JobEvents.EditableBy(user).Any(e => e.Id == l.JobEventId)).SingleOrDefaultAsync(ct);
        if (line is null)
        {
            return Errors.NotFound;
        }

        line.LateByMinutes = Math.Clamp(minutes, 0, MostMinutes);
        db.Note(user, clock, AuditAct.Changed, nameof(BusLine), id.Value, line.JobEventId);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
