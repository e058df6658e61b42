using Integration.Access;
using Integration.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class MergeJourney(BrowserFixture browser)
{
    [Fact]
    public async Task TwoRecordsOfOnePerson_BecomeOneWithTheChosenValues()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        var born = new DateOnly(1979, 11, 5);
        var kept = await browser.Portal.Database.ParticipantAsync(browser.World.Organisation, p =>
            (p.FamilyName, p.GivenName, p.BornOn, p.Town, p.Phone) = ("Bondarenko", "Hanna", born, "Sögel", ""));
        var other = await browser.Portal.Database.ParticipantAsync(browser.World.Organisation, p =>
            (p.FamilyName, p.GivenName, p.BornOn, p.Town, p.Phone) = ("Бондаренко", "Ганна", born, "Werlte", "05951 77777"));

        await page.GotoAsync($"/participants/{kept.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vergleichen und zusammenführen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Telefon" })).ToContainTextAsync("wird ergänzt");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Werlte" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zusammenführen", Exact = true }).ClickAsync();

        await page.Locator("#interpreter").WaitForAsync();
        await Expect(page.GetByLabel("Ort", new() { Exact = true })).ToHaveValueAsync("Werlte");
        await Expect(page.GetByLabel("Telefon", new() { Exact = true })).ToHaveValueAsync("05951 77777");
        await Expect(page.GetByLabel("Familienname")).ToHaveValueAsync("Bondarenko");

        await page.GotoAsync($"/participants/{other.Id}");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bondarenko, Hanna");
    }
}
