using Integration.Access;
using Integration.Browser.Tests;
using Integration.Data.Demo;
using Integration.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Integration.Browser.Tests;

/// <summary>One portal and one Chromium for all browser tests. Without Chromium the tests are skipped and say so;
/// with <c>INTEGRATION_REQUIRE_ALL=1</c> they fail instead.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Dictionary<Role, string> _signedIn = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TestPortal? _later;

    /// <summary>The portal, with the demo's users and the world of <see cref="World"/>.</summary>
    public TestPortal Portal { get; private set; } = null!;

    /// <summary>People and an event.</summary>
    public World World { get; private set; } = null!;

    /// <summary>The clock of <see cref="LaterAsync"/>.</summary>
    public MovableClock Clock { get; } = new();

    /// <summary>A second portal with the demo's users, for journeys over weeks: its clock is moved forward by them.</summary>
    public async Task<TestPortal> LaterAsync()
    {
        RequireChromium();
        return _later ??= await TestPortal.StartAsync(configure: builder => builder.Services.AddSingleton<TimeProvider>(Clock));
    }

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        Portal = await TestPortal.StartAsync();
        World = await World.MakeAsync(Portal);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--lang=de-DE"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            await Portal.DisposeAsync();
        }

        if (_later is not null)
        {
            await _later.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of its own, signed in with a role (or not at all).</summary>
    public async Task<IPage> OpenAsync(Role? role, int width = 1440, int height = 900, ColorScheme mode = ColorScheme.Light, TestPortal? at = null)
    {
        var page = await NewPageAsync(null, width, height, mode, at);
        // Signed in anew each time: a kept cookie dies when an account page changes the user's security stamp.
        if (role is { } asked)
        {
            await SignInAsync(page, asked);
        }

        return page;
    }

    /// <summary>A window of its own at an address; whoever signed in with the role before is still signed in, unless their sign-in has ended meanwhile.</summary>
    public async Task<IPage> OpenAtAsync(string address, Role? role, int width, int height)
    {
        var page = await NewPageAsync(role is { } known ? _signedIn.GetValueOrDefault(known) : null, width, height, ColorScheme.Light);
        await page.GotoAsync(address);
        // The page behind a printed code opens for everybody and shows a contact alone what is there: it leads nobody to the sign-in.
        var unknown = role == Role.EmployerContact && !_signedIn.ContainsKey(Role.EmployerContact);
        if (role is { } asked && (unknown || new Uri(page.Url).AbsolutePath == "/account/sign-in"))
        {
            await SignInAsync(page, asked);
            _signedIn[asked] = await page.Context.StorageStateAsync();
            await page.GotoAsync(address);
        }

        return page;
    }

    private IBrowser RequireChromium()
    {
        if (_browser is null)
        {
            Assert.False(TestDatabase.RequiresAll, "INTEGRATION_REQUIRE_ALL=1, but there is no Chromium.");
            Assert.Skip("No Chromium at " + string.Join(", ", Places) + "; set INTEGRATION_CHROMIUM to its path.");
        }

        return _browser;
    }

    private async Task<IPage> NewPageAsync(string? state, int width, int height, ColorScheme mode, TestPortal? at = null)
    {
        var context = await RequireChromium().NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (at ?? Portal).Address.ToString(),
            Locale = "de-DE",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = mode,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = state,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    private static async Task SignInAsync(IPage page, Role role)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-Mail-Adresse").FillAsync(role == Role.EmployerContact ? DemoUsers.EmployerContact : TestPortal.EmailOf(role));
        await page.GetByLabel("Passwort", new() { Exact = true }).FillAsync(DemoUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();
        await page.Locator(role == Role.EmployerContact ? ".stand-main h1" : ".shell h1").WaitForAsync();
    }

    private static string? Chromium { get; } =
        (Environment.GetEnvironmentVariable("INTEGRATION_CHROMIUM") is { Length: > 0 } named ? [named] : Places).FirstOrDefault(File.Exists);
}
