using Integration.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integration.Web;

/// <summary>Makes contexts for <c>dotnet ef</c>; <c>INTEGRATION_PROVIDER</c> says for which server. It never connects.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    /// <inheritdoc/>
    public AppDbContext CreateDbContext(string[] args)
    {
        var provider = Enum.Parse<DatabaseProvider>(Environment.GetEnvironmentVariable("INTEGRATION_PROVIDER") ?? nameof(DatabaseProvider.Sqlite));
        var options = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider == DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Server=localhost;Database=integration",
        };
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        options.Apply(builder);
        return new AppDbContext(builder.Options);
    }
}
