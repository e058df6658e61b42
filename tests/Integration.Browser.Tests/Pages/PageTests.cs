using Integration.Access;
using Microsoft.Playwright;

namespace Integration.Browser.Tests.Pages;

/// <summary>Every page, light and dark, on a desk and on a phone.</summary>
/// <remarks><c>INTEGRATION_SCREENSHOTS=1</c> writes the pictures of docs/guide/images anew.</remarks>
public sealed class PageTests(BrowserFixture browser)
{
    private static readonly string[] Pictured = 
    [
        "today", "participants", "participants-new", "participants-id", "participants-id-profile", "participants-id-consents", "events", "events-id", "events-id-people",
        "events-id-profiles", "print", "import-new", "import-id-check", "users", "organisations", "audit", "interpreters", "interpreters-id", "events-id-interpreters", "interpreting-token", "my-assignments", "account-sign-in", "door-id", "employer", "employer-events-id", "k-token", "events-id-employers-employer",
        "employers", "employers-id", "offers-id-fit", "participants-id-offers", "events-id-contacts", "employer-offers",
        "events-id-talks", "events-id-talks-schedule", "events-id-talks-repair", "events-id-talks-schedule-changes-before",
    ];

    public static TheoryData<string> Routes => new(PortalPage.All.Select(page => page.Route));

    [Fact]
    public void Pages_AreFound() => Assert.True(PortalPage.All.Count > 5);

    [Theory, MemberData(nameof(Routes))]
    public async Task EveryPage_IsAccessibleAndFitsItsScreen(string route)
    {
        var portalPage = PortalPage.All.Single(page => page.Route == route);
        if (route.StartsWith("/account/", StringComparison.Ordinal))
        {
            // Opening one of these can change the user's security stamp and so end a sign-in that goes on beside it.
            await LookAsync(portalPage, 1440, 900);
            await LookAsync(portalPage, 360, 780);
            return;
        }

        await Task.WhenAll(LookAsync(portalPage, 1440, 900), LookAsync(portalPage, 360, 780));
    }

    private async Task LookAsync(PortalPage portalPage, int width, int height)
    {
        var address = portalPage.AddressIn(browser.World);
        var page = await browser.OpenAtAsync(address, portalPage.Role, width, height);
        await SettledAsync(page);
        Assert.True(portalPage.Role is null || new Uri(page.Url).AbsolutePath.StartsWith(address.Split('?')[0], StringComparison.Ordinal), $"{portalPage} led to {page.Url}");
        Assert.True(await page.Locator("[data-failure]").CountAsync() == 0, $"{portalPage}, {width} px failed to show; the portal's log says why");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{portalPage}, {width} px scrolls sideways");
        foreach (var mode in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = mode, ReducedMotion = ReducedMotion.Reduce });
            // The dark page is the same page in other colours.
            var found = await page.ViolationsAsync(coloursOnly: mode == ColorScheme.Dark);
            Assert.True(found.Length == 0, $"{portalPage}, {width} px, {mode}: {string.Join("; ", found)}");
            await PictureAsync(page, portalPage.FileName, width, mode);
        }

        await page.Context.CloseAsync();
    }

    private static async Task SettledAsync(IPage page)
    {
        await page.Locator("h1").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("document.fonts.ready");
    }

    private static async Task PictureAsync(IPage page, string name, int width, ColorScheme mode)
    {
        if (Environment.GetEnvironmentVariable("INTEGRATION_SCREENSHOTS") == "1" && Pictured.Contains(name))
        {
            var folder = Path.Combine(Root(), "docs", "guide", "images");
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{mode.ToString().ToLowerInvariant()}.png"), Scale = ScreenshotScale.Css });
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Integration.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Integration.sln");
        }

        return folder;
    }
}
