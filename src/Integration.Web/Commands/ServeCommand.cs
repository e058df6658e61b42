using System.Globalization;
using Integration.Access;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Messaging;
using Integration.Web.Account;
using Integration.Web.Hosting;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Commands;

/// <summary><c>serve</c>: runs the portal.</summary>
internal static class ServeCommand
{
    public static Command Command { get; } = new("serve", File: false, [new("--urls", "URLS")], RunAsync);

    private static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        var settings = input.Settings.ToList();
        if (input["--urls"] is { } urls)
        {
            settings.AddRange(["--urls", urls]);
        }

        await using var app = Program.Build([.. settings]);
        Directory.CreateDirectory(app.Services.GetRequiredService<DataFolder>().Folder);
        if (!await PrepareAsync(app, ct))
        {
            return input.Output.Fail(CommandTexts.MigrateFirst);
        }

        var demo = DemoMode.IsOn(app.Configuration, app.Environment);
        if (demo)
        {
            await app.Services.GetRequiredService<DemoSeed>().RunAsync(ct);
        }

        await app.StartAsync(ct);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var lines = addresses.Select(address => string.Format(CultureInfo.CurrentCulture, CommandTexts.Serving, address)).ToList();
        string? setup = null;
        if (demo)
        {
            lines.AddRange(DemoSignIns());
        }
        else if (await app.Services.CreateScope().ServiceProvider.GetRequiredService<SetUpPortal>().IsNeededAsync(ct))
        {
            setup = app.Services.GetRequiredService<PortalAddress>().Of(Links.FirstSetup(app.Services.GetRequiredService<SetupLink>().Token));
            lines.Add(string.Format(CultureInfo.CurrentCulture, CommandTexts.FirstSetup, setup));
        }

        input.Output.Result(new { addresses, demo, setup }, [.. lines]);
        await app.WaitForShutdownAsync(ct);
        return CommandLine.Done;
    }

    // The embedded database has one user, this portal. On a server, several nodes and an administrator share it:
    // there an upgrade is a step of its own.
    private static async Task<bool> PrepareAsync(WebApplication app, CancellationToken ct)
    {
        if (app.Services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Sqlite)
        {
            await app.Services.GetRequiredService<DatabaseSetup>().MigrateAsync(ct);
            return true;
        }

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    private static IEnumerable<string> DemoSignIns() =>
        DemoUsers.All.Select(user => $"  {user.Email,-32} {DemoUsers.Password}").Prepend(CommandTexts.DemoSignIns);
}
