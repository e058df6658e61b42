using Integration.Access;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Integration.Testing;

/// <summary>The whole portal on a real port of this machine, with a data folder of its own and the demo's users. One a test class is
/// usual: starting takes a second.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private TestPortal(WebApplication app, string folder)
    {
        (_app, _folder) = (app, folder);
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its data folder.</summary>
    public string Folder => _folder;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Its database.</summary>
    public IDbContextFactory<AppDbContext> Database => _app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    /// <summary>Starts a portal.</summary>
    /// <param name="settings">Configuration as on the command line: <c>--Key</c>, <c>value</c>.</param>
    /// <param name="configure">Changes before building, for example other services.</param>
    /// <param name="demo">Whether the demo is seeded.</param>
    public static async Task<TestPortal> StartAsync(string[]? settings = null, Action<WebApplicationBuilder>? configure = null, bool demo = true)
    {
        var folder = Directory.CreateTempSubdirectory("integration-portal-").FullName;
        var app = Program.Build(
            ["--Data", folder, "--urls", "http://127.0.0.1:0", "--environment", "Testing", .. settings ?? []],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                // Made once for all tests: dozens of sign-ins would otherwise hash for minutes.
                builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
                builder.Services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(1));
                configure?.Invoke(builder);
            });
        await app.Services.GetRequiredService<DatabaseSetup>().MigrateAsync(CancellationToken.None);
        if (demo)
        {
            await app.Services.GetRequiredService<DemoSeed>().RunAsync(CancellationToken.None);
        }

        await app.StartAsync();
        return new TestPortal(app, folder);
    }

    /// <summary>A browser without a page: keeps cookies, follows no redirect.</summary>
    public TestBrowser Browser(string language = "de") => new(Address, language);

    /// <summary>A browser that has signed in as the demo user with that role.</summary>
    public async Task<TestBrowser> SignInAsync(Role role)
    {
        var browser = Browser();
        await browser.SignInAsync(EmailOf(role), DemoUsers.Password);
        return browser;
    }

    /// <summary>Address of the demo user with that role.</summary>
    public static string EmailOf(Role role) => DemoUsers.All.First(user => user.Role == role).Email;

    /// <summary>The demo user with that role.</summary>
    public async Task<AppUser> UserAsync(Role role)
    {
        await using var db = await Database.CreateDbContextAsync();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Email == EmailOf(role));
    }

    /// <summary>Runs a use case as the demo user with that role.</summary>
    public async Task<FixedUser> FixedUserAsync(Role role)
    {
        var user = await UserAsync(role);
        return new FixedUser(user.UserId, user.OrganisationId, user.Roles.ToHashSet(), user.DisplayName);
    }

    /// <summary>The mails written so far, the newest last. Waits until there are <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailsAsync(int count)
    {
        var folder = Path.Combine(_folder, "mail");
        for (var i = 0; i < 100 && (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.eml").Length < count); i++)
        {
            await Task.Delay(100);
        }

        return Directory.Exists(folder)
            ? [.. await Task.WhenAll(Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.LoadAsync(file)))]
            : [];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
