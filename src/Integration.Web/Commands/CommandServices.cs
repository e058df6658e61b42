using System.Globalization;
using Integration.Access;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Events;
using Integration.Organisations;
using Integration.Web.Hosting;
using Integration.Web.Messaging;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Commands;

/// <summary>The parts that a command needs beside the web host.</summary>
internal static class CommandServices
{
    /// <summary>Core on the configured database, acting as <paramref name="user"/>. The data folder is made when it is missing.</summary>
    public static ServiceProvider Services(this CommandInput input, ICurrentUser? user = null)
    {
        var configuration = input.Configuration();
        Directory.CreateDirectory(DataFolder.Of(configuration).Folder);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(DataFolder.Of(configuration));
        services.AddPortalAddress(configuration);
        services.AddPortalClock(configuration);
        services.AddIntegrationCore(PortalData.DatabaseOf(configuration));
        if (user is not null)
        {
            services.AddSingleton(user);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Brings the database into the state in which <c>serve</c> would: the embedded one migrated, in demo mode seeded when empty.</summary>
    /// <returns>Whether it can be used; on a server only an administrator's <c>migrate</c> changes it.</returns>
    public static async Task<bool> PrepareAsync(this IServiceProvider services, bool demo, CancellationToken ct)
    {
        if (services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Sqlite)
        {
            await services.GetRequiredService<DatabaseSetup>().MigrateAsync(ct);
        }
        else
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                return false;
            }
        }

        if (demo)
        {
            await services.GetRequiredService<DemoSeed>().RunAsync(ct);
        }

        return true;
    }

    /// <summary>Whether the command runs in demo mode.</summary>
    public static bool Demo(this CommandInput input) => DemoMode.IsOn(input.Configuration(), CommandInput.EnvironmentName);

    /// <summary>The organisation with that key.</summary>
    public static async Task<Organisation?> OrganisationAsync(this IServiceProvider services, string key, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Key == key, ct);
    }

    /// <summary>The event with that key.</summary>
    public static async Task<JobEvent?> JobEventAsync(this IServiceProvider services, string key, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return await db.JobEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Key == key, ct);
    }

    /// <summary>Says that a key is unknown.</summary>
    public static int Unknown(this CommandOutput output, string option, string? key) =>
        output.Fail(string.Format(CultureInfo.CurrentCulture, CommandTexts.UnknownKey, option, key));
}
