using Integration.Access;
using Integration.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>Two organisers with the same programme open.</summary>
public sealed class LivePagesJourney(BrowserFixture browser)
{
    [Fact]
    public async Task WhatOneOrganiserSaves_AppearsAtTheOther_AndLeavesAloneWhatIsBeingTyped()
    {
        var one = await browser.OpenAsync(Role.Organiser);
        var other = await browser.OpenAsync(Role.Organiser);
        foreach (var page in new[] { one, other })
        {
            await page.GotoAsync(Links.Programme(browser.World.Demo));
            await page.GetByRole(AriaRole.Button, new() { Name = "Programmpunkt hinzufügen" }).ClickAsync();
        }

        await other.Locator("[name=Title]").FillAsync("Was gerade getippt wird");
        var form = one.GetByRole(AriaRole.Form, new() { Name = "Programmpunkt" });
        await form.Locator("[name=Title]").FillAsync("Gemeinsamer Ausklang");
        await form.Locator("[name=StartsAt]").FillAsync("12:30");
        await form.Locator("[name=EndsAt]").FillAsync("12:45");
        await form.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(one.Locator(".plan-item", new() { HasText = "Gemeinsamer Ausklang" })).ToBeVisibleAsync();

        // The promise is two seconds after it was saved.
        await Expect(other.Locator(".plan-item", new() { HasText = "Gemeinsamer Ausklang" })).ToBeVisibleAsync(new() { Timeout = 2000 });
        await Expect(other.Locator("[name=Title]")).ToHaveValueAsync("Was gerade getippt wird");
        await one.Context.CloseAsync();
        await other.Context.CloseAsync();
    }
}
