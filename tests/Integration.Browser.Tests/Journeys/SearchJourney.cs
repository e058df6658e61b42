using Integration.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class SearchJourney(BrowserFixture browser)
{
    [Fact]
    public async Task ControlK_FindsAPersonInAnotherScriptAndOpensTheRecord()
    {
        var page = await OpenAsync();
        await page.Keyboard.TypeAsync("Шевченко");
        var hit = page.Locator(".palette [role=option]").Filter(new() { HasText = "Schewtschenko, Oleksandra" }).First;
        await Expect(hit).ToBeVisibleAsync();
        for (var below = 0; below < 5 && await hit.GetAttributeAsync("aria-selected") != "true"; below++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await page.WaitForTimeoutAsync(100);
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Schewtschenko, Oleksandra");
    }

    [Fact]
    public async Task OpenSearch_IsAccessible()
    {
        var page = await OpenAsync();
        await page.Keyboard.TypeAsync("Druck");
        await Expect(page.Locator(".palette [role=option]").First).ToBeVisibleAsync();
        Assert.Empty(await page.ViolationsAsync());

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".palette")).ToBeHiddenAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        await page.Locator("html[data-keys=on]").WaitForAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator(".palette input")).ToBeFocusedAsync();
        return page;
    }
}
