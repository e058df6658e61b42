using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Records that printed copies came back or were destroyed. The first return stands: doing it twice changes nothing.</summary>
public sealed class RecordReturn(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Marks copies as returned or destroyed.</summary>
    /// <param name="copies">Row numbers of the copies (see <see cref="PrintRunQueries"/>).</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many copies were outside until now.</returns>
    public async Task<Result<int>> ExecuteAsync(IReadOnlyCollection<long> copies, CancellationToken ct = default)
    {
        if (!user.Has(Permission.PrintProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = copies.Distinct().ToList();
        var items = await db.PrintRunItems.VisibleTo(user, db).Where(item => item.ReleaseId != null && ids.Contains(item.Id)).ToListAsync(ct);
        if (ids.Count == 0 || items.Count != ids.Count)
        {
            return Errors.NotFound;
        }

        var outside = items.Where(item => item.ReturnedAt is null).ToList();
        if (outside.Count == 0)
        {
            return 0;
        }

        foreach (var item in outside)
        {
            item.ReturnedAt = clock.GetUtcNow().UtcDateTime;
        }

        foreach (var run in outside.GroupBy(item => item.PrintRunId))
        {
            db.Note(user, clock, AuditAct.Changed, nameof(PrintRun), run.Key.Value, count: run.Count());
        }

        await db.SaveChangesAsync(ct);
        return outside.Count;
    }
}
