using System.Text.RegularExpressions;
using Integration.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class ListJourney(BrowserFixture browser)
{
    [Fact]
    public async Task Filters_StandInTheAddressAndReadAsASentence()
    {
        var page = await OpenAsync("/participants");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await page.GetByLabel("Deutsch (sprechen)").SelectOptionAsync("B1");
        await Expect(page).ToHaveURLAsync(new Regex(@"/participants\?german=B1$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator(".chip")).ToHaveTextAsync("B1 oder besser×");

        await page.GetByRole(AriaRole.Button, new() { Name = "Filter „B1 oder besser“ entfernen" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/participants$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task ArrowsAndEnter_OpenARow()
    {
        var page = await OpenAsync("/participants?q=Rahimi");
        await page.Locator("tbody .row-link").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Rahimi, Reza");
    }

    [Fact]
    public async Task Arrows_MoveThroughTheRows()
    {
        var page = await OpenAsync("/participants");
        await page.Locator("tbody .row-link").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("tbody .row-link").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("tbody .row-link").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Selection_IsRegisteredAndCounted()
    {
        var page = await OpenAsync("/participants?q=Barzani");
        await page.GetByLabel("Barzani, Azad auswählen").CheckAsync();
        await Expect(page.GetByText("1 Person ausgewählt")).ToBeVisibleAsync();
        await page.GetByLabel("Veranstaltung", new() { Exact = true }).SelectOptionAsync(browser.World.EventId.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Person anmelden" }).ClickAsync();
        await Expect(page.GetByText("1 angemeldet, 0 waren es schon")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Person anmelden" }).ClickAsync();
        await Expect(page.GetByText("0 angemeldet, 1 waren es schon")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        await page.GotoAsync(address);
        await page.Locator("tbody .row-link").First.WaitForAsync();
        return page;
    }
}
