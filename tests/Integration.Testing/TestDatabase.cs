using Integration.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Integration.Testing;

/// <summary>A real database of its own for one test: a SQLite file, or a PostgreSQL or SQL Server database where a connection
/// string is given (<c>INTEGRATION_TEST_POSTGRES</c>, <c>INTEGRATION_TEST_SQLSERVER</c>). It is removed afterwards.</summary>
public sealed class TestDatabase : IDbContextFactory<AppDbContext>, IAsyncDisposable
{
    private readonly DbContextOptions<AppDbContext> _options;
    private readonly Func<Task> _remove;

    private TestDatabase(DatabaseOptions database, Func<Task> remove)
    {
        Options = database;
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        database.Apply(builder);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            builder.AddInterceptors(SqlServerDryRun.Instance);
        }

        _options = builder.Options;
        _remove = remove;
    }

    /// <summary>How to reach it.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The providers that tests run on here: SQLite always, servers where a connection string is given.</summary>
    public static TheoryData<DatabaseProvider> Providers()
    {
        var providers = new TheoryData<DatabaseProvider>(DatabaseProvider.Sqlite);
        if (ServerOf(DatabaseProvider.Postgres) is not null || RequiresAll)
        {
            providers.Add(DatabaseProvider.Postgres);
        }

        if (ServerOf(DatabaseProvider.SqlServer) is not null)
        {
            providers.Add(DatabaseProvider.SqlServer);
        }

        return providers;
    }

    /// <summary>Whether a missing optional part is a failure: <c>INTEGRATION_REQUIRE_ALL=1</c>, as in the build.</summary>
    public static bool RequiresAll => Environment.GetEnvironmentVariable("INTEGRATION_REQUIRE_ALL") == "1";

    /// <summary>Makes and migrates a database.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = provider switch
        {
            DatabaseProvider.Sqlite => await SqliteAsync(),
            DatabaseProvider.Postgres => await PostgresAsync(),
            _ => SqlServer(),
        };
        await new DatabaseSetup(database).MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <inheritdoc/>
    public AppDbContext CreateDbContext() => new(_options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _remove();

    private static string? ServerOf(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Postgres => Environment.GetEnvironmentVariable("INTEGRATION_TEST_POSTGRES"),
        DatabaseProvider.SqlServer => Environment.GetEnvironmentVariable("INTEGRATION_TEST_SQLSERVER"),
        _ => null,
    };

    private static string NewName() => "integration_test_" + Guid.CreateVersion7().ToString("N");

    // Migrating takes a second, copying a migrated file a millisecond.
    private static readonly Lazy<Task<string>> Template = new(async () =>
    {
        var path = Path.Combine(Path.GetTempPath(), NewName() + ".db");
        var template = new TestDatabase(SqliteOptions(path), () => Task.CompletedTask);
        await new DatabaseSetup(template).MigrateAsync(CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    });

    private static DatabaseOptions SqliteOptions(string path) =>
        new() { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={path};Pooling=False" };

    private static async Task<TestDatabase> SqliteAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), NewName() + ".db");
        File.Copy(await Template.Value, path);
        return new TestDatabase(SqliteOptions(path), () =>
        {
            foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            {
                File.Delete(file);
            }

            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> PostgresAsync()
    {
        var server = ServerOf(DatabaseProvider.Postgres)
            ?? throw new InvalidOperationException("INTEGRATION_REQUIRE_ALL=1, but INTEGRATION_TEST_POSTGRES names no server.");
        var name = NewName();
        await using (var connection = new NpgsqlConnection(server))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync();
        }

        var own = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString;
        return new TestDatabase(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = own }, async () =>
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
            await drop.ExecuteNonQueryAsync();
        });
    }

    private static TestDatabase SqlServer()
    {
        var own = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(ServerOf(DatabaseProvider.SqlServer)) { InitialCatalog = NewName() };
        var database = new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = own.ConnectionString };
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        database.Apply(builder);
        return new TestDatabase(database, async () =>
        {
            await using var db = new AppDbContext(builder.Options);
            await db.Database.EnsureDeletedAsync();
        });
    }
}
