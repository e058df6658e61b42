using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>Brings a database up to the current model and its shipped data. Running it again changes nothing.</summary>
public sealed class DatabaseSetup(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>Applies pending migrations, the append-only triggers and the shipped code lists.</summary>
    /// <returns>Names of the migrations that were applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await db.Database.MigrateAsync(ct);
        await SqliteFile.MarkAsync(db, ct);
        await AppendOnly.EnsureAsync(db, ct);
        await AddShippedCodesAsync(db, ct);
        await QueryStatistics.RefreshAsync(db, ct);
        return pending;
    }

    // Only what is missing: an operator's wording stays.
    private static async Task AddShippedCodesAsync(AppDbContext db, CancellationToken ct)
    {
        var known = (await db.Codes.AsNoTracking().Select(code => new { code.List, code.Code, code.ValidFrom }).ToListAsync(ct)).ToHashSet();
        db.Codes.AddRange(CodeCatalog.Shipped().Where(code => !known.Contains(new { code.List, code.Code, code.ValidFrom })));
        await db.SaveChangesAsync(ct);
    }
}
