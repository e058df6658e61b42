using Integration.Data;
using Integration.Web.Events;
using Integration.Web.Talks;
using Microsoft.AspNetCore.DataProtection;

namespace Integration.Web.Hosting;

/// <summary>Where the portal keeps its data.</summary>
/// <param name="Folder">Full path of the data folder.</param>
public sealed record DataFolder(string Folder)
{
    /// <summary>The embedded database.</summary>
    public string Database => Path.Combine(Folder, "portal.db");

    /// <summary>Where mail is written when no mail server is configured.</summary>
    public string Mail => Path.Combine(Folder, "mail");

    /// <summary>Reads the setting <c>Data</c>; a relative path means the folder the caller stands in.</summary>
    public static DataFolder Of(IConfiguration configuration) => new(Path.GetFullPath(configuration["Data"] is { Length: > 0 } folder ? folder : "data"));
}

/// <summary>Database and keys.</summary>
public static class PortalData
{
    private const int FewestThreads = 32;

    /// <summary>The database of the section <c>Database</c>, or <c>portal.db</c> in the data folder.</summary>
    public static DatabaseOptions DatabaseOf(IConfiguration configuration)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.Provider == DatabaseProvider.Sqlite && database.ConnectionString.Length == 0)
        {
            database.ConnectionString = $"Data Source={DataFolder.Of(configuration).Database}";
        }

        return database;
    }

    /// <summary>Adds the clock, Core, the data folder and the data-protection keys, which live in the database so that several nodes share them.</summary>
    public static void AddPortalData(this WebApplicationBuilder builder)
    {
        var database = DatabaseOf(builder.Configuration);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            KeepThreads();
        }

        builder.Services.AddSingleton(DataFolder.Of(builder.Configuration));
        builder.Services.AddPortalClock(builder.Configuration);
        builder.Services.AddIntegrationCore(database);
        builder.Services.AddDataProtection().SetApplicationName("Integrationsportal").PersistKeysToDbContext<AppDbContext>();
        builder.Services.AddHostedService<DatabaseKeeper>();
        builder.Services.AddHostedService<OfferKeeper>();
        builder.Services.AddHostedService<ChangesKeeper>();
        builder.Services.AddSingleton<EventWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EventWatch>());
        builder.Services.AddHostedService<ReminderKeeper>();
        builder.Services.AddHostedService<TalkLetterKeeper>();
        builder.Services.AddHostedService<RequestKeeper>();
        builder.Services.AddHostedService<Outcomes.FeedbackKeeper>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    // SQLite works on the thread that asks, and a writer waits there for another one's disk: with no more threads than cores, two such writers would hold up
    // every reader of a hall.
    private static void KeepThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, FewestThreads), ports);
    }

    /// <summary>Maps <c>/health</c>: 200 while the database answers, for balancers and monitors.</summary>
    public static void MapHealth(this WebApplication app) => app.MapHealthChecks("/health").AllowAnonymous();
}
