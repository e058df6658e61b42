using Microsoft.EntityFrameworkCore;

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
}
