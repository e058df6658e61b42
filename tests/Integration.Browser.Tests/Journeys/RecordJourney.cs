using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Participants;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class RecordJourney(BrowserFixture browser)
{
    [Fact]
    public async Task ChangedField_SavesOnItsOwnAndStays()
    {
        var page = await OpenAsync();
        await page.GetByLabel("Ort", new() { Exact = true }).FillAsync("Geeste");
        await page.GetByLabel("Telefon", new() { Exact = true }).FocusAsync();
        await Expect(page.Locator("#person .saved")).ToContainTextAsync(new Regex("^\\s*gespeichert [0-9]"));

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Ort", new() { Exact = true })).ToHaveValueAsync("Geeste");
        await Expect(page.GetByText("Eingaben, die nicht gespeichert wurden")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WhatWasTypedBeforeThePageWasLost_IsOfferedAgain()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tätigkeit hinzufügen" }).ClickAsync();
        await page.GetByLabel("Tätigkeit", new() { Exact = true }).PressSequentiallyAsync("Näherin");

        // Nothing has left the field yet, so nothing has reached the server.
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).ClickAsync();
        await Expect(page.Locator("#qualification .saved")).ToContainTextAsync(new Regex("^\\s*gespeichert [0-9]"));

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Tätigkeit", new() { Exact = true })).ToHaveValueAsync("Näherin");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ImpossibleBirthDate_SaysSoBesideTheField()
    {
        var page = await OpenAsync();
        await page.GetByLabel("Geburtsdatum", new() { Exact = true }).FillAsync("1885-01-01");
        await page.GetByLabel("Telefon", new() { Exact = true }).FocusAsync();
        await Expect(page.Locator("#person .saved")).ToHaveTextAsync("nicht gespeichert");
        await Expect(page.GetByLabel("Geburtsdatum", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task J_LeadsToTheNextPersonOfTheFilteredList()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        // An event that no other test registers anybody for.
        var ownEvent = await browser.Portal.Database.JobEventAsync(browser.World.Organisation, e => e.Title = "Nachbarn");
        foreach (var name in new[] { "Abdi", "Zeray" })
        {
            await browser.Portal.Database.RegistrationAsync(
                await browser.Portal.Database.ParticipantAsync(browser.World.Organisation, p => p.FamilyName = name), ownEvent);
        }

        await page.GotoAsync($"/participants?event={ownEvent.Id}");
        await page.Locator("tbody .row-link").First.ClickAsync();
        await page.GetByText("1 von 2").WaitForAsync();
        var first = await page.Locator("h1").TextContentAsync();

        await page.Keyboard.PressAsync("j");
        await page.GetByText("2 von 2").WaitForAsync();
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync(first!);

        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("h1")).ToHaveTextAsync(first!);
    }

    [Fact]
    public async Task ChangeJustBeforeTheNextPerson_IsSavedWithThePersonItWasMadeFor()
    {
        var database = browser.Portal.Database;
        var ownEvent = await database.JobEventAsync(browser.World.Organisation, e => e.Title = "Nacheinander");
        var people = new List<Participant>();
        foreach (var name in new[] { "Aabid", "Zziad" })
        {
            people.Add(await database.ParticipantAsync(browser.World.Organisation, p => (p.FamilyName, p.Town, p.CustomerNumber) = (name, "Twist", "")));
            await database.RegistrationAsync(people[^1], ownEvent);
        }

        var page = await browser.OpenAsync(Role.CaseManager);
        await page.GotoAsync($"/participants/{people[0].Id}?event={ownEvent.Id}");
        await page.Locator("#interpreter").WaitForAsync();
        await page.GetByLabel("Ort", new() { Exact = true }).FillAsync("Geeste");
        await page.GetByRole(AriaRole.Link, new() { Name = "nächste Person" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Zziad, " + people[1].GivenName);
        await Expect(page.GetByLabel("Ort", new() { Exact = true })).ToHaveValueAsync("Twist");

        await using var db = await database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        for (var tries = 0; tries < 100 && !await db.Participants.AnyAsync(p => p.Id == people[0].Id && p.Town == "Geeste", TestContext.Current.CancellationToken); tries++)
        {
            await page.WaitForTimeoutAsync(100);
        }

        Assert.Equal("Geeste", (await db.Participants.SingleAsync(p => p.Id == people[0].Id, TestContext.Current.CancellationToken)).Town);
        var second = await db.Participants.SingleAsync(p => p.Id == people[1].Id, TestContext.Current.CancellationToken);
        Assert.Equal(("Zziad", "Twist"), (second.FamilyName, second.Town));
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        await page.GotoAsync($"/participants/{browser.World.Other}");
        await page.Locator("#interpreter").WaitForAsync();
        return page;
    }
}
