using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Participants;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class FairJourney(BrowserFixture browser)
{
    [Fact]
    public async Task Organiser_MakesAFairFromNothingToThePrintedPack()
    {
        var page = await browser.OpenAsync(Role.Organiser);
        await page.GotoAsync("/events/new");
        await page.Locator("[name=Title]").FillAsync("Jobmesse #JobsForYou Süd");
        await page.Locator("[name=Kind]").SelectOptionAsync("JOBMESSE");
        await page.Locator("[name=Date]").FillAsync("2027-03-12");
        await page.Locator("[name=StartsAt]").FillAsync("10:00");
        await page.Locator("[name=EndsAt]").FillAsync("14:00");
        await page.Locator("[name=Place]").FillAsync("Kreishaus");
        await page.Locator("[name=Town]").FillAsync("Osnabrück");
        await page.Locator("[name=Places]").FillAsync("600");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Jobmesse #JobsForYou Süd");
        await Expect(page.GetByText("0 von 600 Plätzen vergeben")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, veröffentlichen" }).ClickAsync();
        await Expect(page.GetByText("Der Stand ist jetzt „veröffentlicht“")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Programm" }).ClickAsync();
        await page.GetByLabel("Raum 1").FillAsync("Großer Saal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noch ein Raum" }).ClickAsync();
        await page.GetByLabel("Raum 2").FillAsync("Foyer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.GetByText("Gespeichert", new() { Exact = true })).ToBeVisibleAsync();
        await AddItemAsync(page, "Begrüßung", "10:00", "10:15", "Anna Sommer");
        await AddItemAsync(page, "Standgespräche", "10:10", "13:30", "Anna Sommer");
        await Expect(page.GetByText("Person an zwei Orten")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);

        // One key moves the second item behind the first: what did not fit fits now.
        var item = page.Locator(".plan-item", new() { HasText = "Standgespräche" });
        await item.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(page.GetByText("beginnt jetzt um 10:15")).ToBeVisibleAsync();
        await Expect(page.GetByText("Das Programm geht auf")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "← Jobmesse #JobsForYou Süd" }).Or(page.GetByRole(AriaRole.Link, new() { Name = "Jobmesse #JobsForYou Süd" })).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Busse" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Buslinie hinzufügen" }).ClickAsync();
        await page.Locator("[name=Name]").FillAsync("Linie Nord");
        await page.Locator("[name=Seats]").FillAsync("50");
        await page.GetByLabel("Haltestelle 1", new() { Exact = true }).FillAsync("Bahnhof Bramsche");
        await page.GetByLabel("Gemeinde").FillAsync("Bramsche");
        await page.GetByLabel("Abfahrt").FillAsync("09:05");
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Linie Nord" })).ToBeVisibleAsync();

        var jobEvent = page.Url.Split('/')[^2];
        await page.GotoAsync($"/events/{jobEvent}/papers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Alles in einer Datei" }).ClickAsync();
        var link = page.Locator("a[href^='/jobs/']").First;
        await link.WaitForAsync(new() { Timeout = 60_000 });
        await AssertAccessibleAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.StartsWith("unterlagen-", download.SuggestedFilename);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task CaseManager_RegistersFortyPeopleAtOnceAndGetsTheWaitingList()
    {
        var database = browser.Portal.Database;
        var jobEvent = await database.JobEventAsync(browser.World.Organisation, e => (e.Title, e.Places) = ("Fünfundzwanzig Plätze", 25));
        for (var i = 0; i < 40; i++)
        {
            await database.ParticipantAsync(browser.World.Organisation, p => p.FamilyName = "Wartelistner");
        }

        var page = await browser.OpenAsync(Role.CaseManager);
        await page.GotoAsync("/participants?q=Wartelistner");
        await page.Locator("tbody .row-link").First.WaitForAsync();
        await page.Locator("thead input[type=checkbox]").CheckAsync();
        await page.GetByLabel("Veranstaltung", new() { Exact = true }).SelectOptionAsync(jobEvent.Id.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "40 Personen anmelden" }).ClickAsync();
        await Expect(page.GetByText("25 angemeldet, 15 auf der Warteliste, 0 waren es schon")).ToBeVisibleAsync();

        await page.GotoAsync($"/events/{jobEvent.Id}/people?state=Waiting");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(15);
        await Expect(page.GetByText("kein Platz für Ihre Stelle frei")).ToBeVisibleAsync();

        // One place given back is offered to one who waits.
        await page.GotoAsync($"/events/{jobEvent.Id}/people?state=Noted");
        await page.Locator("tbody .tag-select").First.SelectOptionAsync(nameof(RegistrationState.Declined));
        await page.GotoAsync($"/events/{jobEvent.Id}/people?state=Invited");
        await Expect(page.GetByText("Platz reserviert bis")).ToHaveCountAsync(1);
        await AssertAccessibleAsync(page);
        await using var db = await database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(25, await db.Registrations.Where(r => r.JobEventId == jobEvent.Id).HoldingAPlace().CountAsync(TestContext.Current.CancellationToken));
        await page.Context.CloseAsync();
    }

    private static async Task AddItemAsync(IPage page, string title, string from, string to, string speaker)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Programmpunkt hinzufügen" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Programmpunkt" });
        await form.Locator("[name=Title]").FillAsync(title);
        await form.Locator("[name=StartsAt]").FillAsync(from);
        await form.Locator("[name=EndsAt]").FillAsync(to);
        await form.Locator("[name=RoomId]").SelectOptionAsync(new SelectOptionValue { Label = "Großer Saal" });
        await form.Locator("[name=Speakers]").FillAsync(speaker);
        await form.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.GetByText($"„{title}“ ist gespeichert.")).ToBeVisibleAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page) =>
        Assert.Empty(await page.ViolationsAsync());
}
