using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Records who took printed copies, where it is not the employer of their folder: a loose sheet given away at the stand.</summary>
public sealed class RecordHandover(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Sets the taker of copies.</summary>
    /// <param name="copies">Row numbers of the copies (see <see cref="PrintRunQueries"/>).</param>
    /// <param name="takenBy">The employer or colleague, at most <see cref="PrintRunItem.HandedToMaxLength"/> characters; empty takes the entry back.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> ExecuteAsync(IReadOnlyCollection<long> copies, string takenBy, CancellationToken ct = default)
    {
        if (!user.Has(Permission.PrintProfiles))
        {
            return Errors.Forbidden;
        }

        var taker = takenBy.Trim();
        if (taker.Length > PrintRunItem.HandedToMaxLength)
        {
            return Errors.TooLong(nameof(PrintRunItem.HandedTo), PrintRunItem.HandedToMaxLength);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = copies.Distinct().ToList();
        var items = await db.PrintRunItems.VisibleTo(user, db).Where(item => item.ReleaseId != null && ids.Contains(item.Id)).ToListAsync(ct);
        if (ids.Count == 0 || items.Count != ids.Count)
        {
            return Errors.NotFound;
        }

        foreach (var item in items)
        {
            item.HandedTo = taker;
        }

        foreach (var run in items.GroupBy(item => item.PrintRunId))
        {
            db.Note(user, clock, AuditAct.Changed, nameof(PrintRun), run.Key.Value, count: run.Count());
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
