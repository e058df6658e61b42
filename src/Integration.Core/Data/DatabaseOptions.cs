using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Data;

/// <summary>The database servers the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; the default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}

/// <summary>Which database, and where. Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The server.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string; for SQLite built from the data folder when empty.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Configures a context for these options, with the provider's migrations.</summary>
    public void Apply(DbContextOptionsBuilder builder)
    {
        // Identity reads the version of its tables from the host's services: contexts made without a host get the same answer.
        if (builder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            builder.UseApplicationServiceProvider(WithoutHost);
        }

        switch (Provider)
        {
            case DatabaseProvider.Sqlite:
                builder.UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly("Integration.Migrations.Sqlite"));
                builder.AddInterceptors(SqlitePragmas.Instance);
                break;
            case DatabaseProvider.SqlServer:
                builder.UseSqlServer(ConnectionString, server => server.MigrationsAssembly("Integration.Migrations.SqlServer"));
                break;
            case DatabaseProvider.Postgres:
                builder.UseNpgsql(ConnectionString, server => server.MigrationsAssembly("Integration.Migrations.Postgres"));
                break;
            default:
                throw new InvalidOperationException($"Unknown database provider {Provider}.");
        }
    }

    /// <summary>Contexts for whoever runs without the portal's host.</summary>
    public IDbContextFactory<AppDbContext> Contexts()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        Apply(builder);
        return new Factory(builder.Options);
    }

    private static IServiceProvider WithoutHost { get; } = new ServiceCollection().AddIdentitySchema().BuildServiceProvider();

    private sealed class Factory(DbContextOptions<AppDbContext> options) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => new(options);
    }
}

/// <summary>The version of Identity's tables.</summary>
internal static class IdentitySchema
{
    /// <summary>Passkeys need the third version.</summary>
    public static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
}
