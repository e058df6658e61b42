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
        var data = app.Services.GetRequiredService<DataFolder>();
        // On a server several nodes share the database; the folder then only holds mail.
        var embedded = app.Services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Sqlite;
        using var folder = embedded ? FolderLock.TryTake(data) : null;
        if (embedded && folder is null)
        {
            return input.Output.Fail(CommandTexts.PortalRuns);
        }

        var demo = DemoMode.IsOn(app.Configuration, app.Environment.EnvironmentName);
        if (!await app.Services.PrepareAsync(demo, ct))
        {
            return input.Output.Fail(CommandTexts.MigrateFirst);
        }

        await app.StartAsync(ct);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var lines = addresses.Select(address => string.Format(CultureInfo.CurrentCulture, CommandTexts.Serving, address)).ToList();
        string? setup = null;
        if (demo)
        {
            lines.AddRange(DemoSignIns());
        }
        else if (await IsEmptyAsync(app, ct))
        {
            setup = app.Services.GetRequiredService<PortalAddress>().Of(Links.FirstSetup(app.Services.GetRequiredService<SetupLink>().Token));
            lines.Add(string.Format(CultureInfo.CurrentCulture, CommandTexts.FirstSetup, setup));
        }

        input.Output.Result(new { addresses, demo, setup }, [.. lines]);
        await app.WaitForShutdownAsync(ct);
        return CommandLine.Done;
    }

    private static IEnumerable<string> DemoSignIns() =>
        DemoUsers.All.Select(user => $"  {user.Email,-32} {DemoUsers.Password}").Prepend(CommandTexts.DemoSignIns);

    private static async Task<bool> IsEmptyAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserQueries>().NobodyYetAsync(ct);
    }
}
