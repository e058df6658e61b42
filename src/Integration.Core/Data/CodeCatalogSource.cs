using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>Keeps the code lists in memory; reads them again after <see cref="Lifetime"/> or <see cref="Forget"/>.</summary>
public sealed class CodeCatalogSource(IDbContextFactory<AppDbContext> contexts, TimeProvider clock) : IDisposable
{
    /// <summary>How long a change made on another node may stay unseen.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (CodeCatalog Catalog, DateTimeOffset ReadAt)? _current;

    /// <summary>The lists.</summary>
    public async ValueTask<CodeCatalog> GetAsync(CancellationToken ct = default)
    {
        if (_current is { } fresh && clock.GetUtcNow() - fresh.ReadAt < Lifetime)
        {
            return fresh.Catalog;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (_current is { } read && clock.GetUtcNow() - read.ReadAt < Lifetime)
            {
                return read.Catalog;
            }

            await using var db = await contexts.CreateDbContextAsync(ct);
            var catalog = new CodeCatalog(await db.Codes.AsNoTracking().ToListAsync(ct));
            _current = (catalog, clock.GetUtcNow());
            return catalog;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Reads the lists anew at the next call.</summary>
    public void Forget() => _current = null;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
