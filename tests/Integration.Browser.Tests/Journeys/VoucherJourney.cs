using Integration.Access;
using Integration.Web;
using Integration.Web.Employer;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>The employer service no longer vouches for a company whose contact is looking at profiles.</summary>
public sealed class VoucherJourney(BrowserFixture browser)
{
    [Fact]
    public async Task WithdrawnVoucher_LeavesNothingToSeeWithTheNextClick()
    {
        var world = await StandWorld.MakeAsync(await browser.LaterAsync(), "Begegnung im Speicher", ["Speicherbau Ems"], 3);
        var phone = await world.SignInAsync(browser, world.Companies[0], "voucher@stand.example");
        await phone.ScanAsync("https://portal.example" + EmployerLinks.Profile(world.Release.Token));
        await phone.PressAsync("Gespräch gewünscht");
        await phone.OpenEventAsync(world.Event.Title);
        await Expect(phone.Page.Locator(".rows li")).ToHaveCountAsync(3);

        var service = await browser.OpenAsync(Role.EmployerService, 390, 844, at: world.Portal);
        await service.GotoAsync(Links.Event(world.Event.Id));
        await service.GetByRole(AriaRole.Switch, new() { Name = world.Companies[0].Name }).UncheckAsync();
        await Expect(service.GetByText("noch nicht verbürgt")).ToBeVisibleAsync();

        // The page still stands on the telephone; whatever is pressed on it shows nothing.
        await phone.Page.Locator(".rows a").First.ClickAsync();
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Hier ist für Ihren Betrieb nichts zu sehen");
        Assert.DoesNotContain(world.Releases[0].Content.Occupation, await phone.Page.ContentAsync(), StringComparison.Ordinal);
        await phone.Page.GoBackAsync();
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Kein Zugang");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Anfragen" }).ClickAsync();
        await Expect(phone.Page.GetByText(world.Release.Chiffre)).ToHaveCountAsync(0);
        await phone.Page.GotoAsync(EmployerLinks.Start);
        await phone.SaysAsync("Zurzeit ist für Ihren Betrieb keine Veranstaltung vorgesehen.");
        await phone.LookAsync();
    }
}
