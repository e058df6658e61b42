using Integration.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class QuickRegistrationJourney(BrowserFixture browser)
{
    [Fact]
    public async Task KeyboardAlone_RegistersAndFindsThePerson()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        await page.GotoAsync("/");
        await page.Locator(".shell h1").WaitForAsync();

        await page.GotoAsync("/participants/new");

        await Expect(page.GetByLabel("Familienname")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Kovalchuk");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Iryna");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByLabel("Geburtsdatum").FillAsync("1991-04-23");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText("Iryna Kovalchuk ist aufgenommen.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Familienname")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Familienname")).ToHaveValueAsync("");

        await page.GotoAsync("/participants?q=Ковальчук");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kovalchuk, Iryna" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SamePersonAgain_IsShownWithTheReasonAndRefused()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        await page.GotoAsync("/participants/new");
        await page.GetByLabel("Familienname").FillAsync("Shevchenko");
        await page.GetByLabel("Vorname").FillAsync("Oleksandra");
        await page.GetByLabel("Geburtsdatum").FillAsync("1985-03-01");
        await page.GetByLabel("Kundennummer").FocusAsync();
        await Expect(page.GetByText("ähnlich klingender Name und gleiches Geburtsdatum")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Aufnehmen", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByText("ist aufgenommen")).ToHaveCountAsync(0);

        await page.GetByLabel("Familienname").FillAsync("Schewtschenko");
        await page.GetByLabel("Kundennummer").FocusAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Diese Person gibt es schon" })).ToBeVisibleAsync();
    }
}
