using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.DoorDrill;

/// <summary>Contexts on the drill's database.</summary>
internal sealed class Contexts(DatabaseOptions options) : IDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        options.Apply(builder);
        return new AppDbContext(builder.Options);
    }
}
