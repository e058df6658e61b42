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
        await AppendOnly.EnsureAsync(db, ct);
        return pending;
    }
}
