using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks;

/// <summary>Contexts on the measured database.</summary>
internal sealed class Contexts(DatabaseOptions options) : IDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        options.Apply(builder);
        return new AppDbContext(builder.Options);
    }
}
