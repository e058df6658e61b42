using Integration.Access;
using Integration.Common;
using Integration.Door;
using Integration.Participants;
using Integration.Testing;
using Integration.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>A bus arrives while the network is away: the group, a wrong group taken back, a guest without a registration, and somebody who leaves.</summary>
public sealed class DoorGroupJourney(BrowserFixture browser)
{
    [Fact]
    public async Task GroupAndGuestWithoutNetwork_AreInThePortalAfterwards_OnceEach()
    {
        var page = await browser.OpenAsync(Role.Reception, 360, 780);
        var (jobEvent, group, tickets) = await GroupAsync(3);
        await page.GotoAsync(Links.DoorOf(jobEvent));
        await page.Locator("#door[data-ready=yes][data-kept=kept]").WaitForAsync();
        await page.Locator("#door-group summary").ClickAsync();
        await Expect(page.Locator("#group-key")).ToContainTextAsync($"{group}: 0 da, 3 noch nicht");

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("#door-net")).ToContainTextAsync("Kein Netz");
        await page.GetByRole(AriaRole.Button, new() { Name = "3 einlassen, die noch nicht da sind" }).ClickAsync();
        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync($"{group}: 3 jetzt da.");
        await Expect(page.Locator("#door-answer")).ToContainTextAsync("ohne Netz notiert");
        await Expect(page.Locator("[data-count=came]")).ToHaveTextAsync("3");

        await page.GetByRole(AriaRole.Button, new() { Name = "Einlassen der Gruppe zurücknehmen" }).ClickAsync();
        await Expect(page.Locator("#door-answer")).ToContainTextAsync("3 zurückgenommen.");
        await Expect(page.Locator("[data-count=came]")).ToHaveTextAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "3 einlassen, die noch nicht da sind" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Alle sind schon da" })).ToBeDisabledAsync();

        await page.Locator("summary", new() { HasText = "Gast ohne Anmeldung" }).ClickAsync();
        await page.Locator("#guest-name").FillAsync("Tesfay");
        await page.Locator("#guest-name").PressAsync("Enter");
        await Expect(page.Locator("#door-answer")).ToContainTextAsync("Gast aufgenommen: Tesfay");
        await Expect(page.Locator("[data-count=walkIns]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-count=inside]")).ToHaveTextAsync("4");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Ausgang", Exact = true }).CheckAsync();
        await page.Locator("#input-ticket").FillAsync(tickets[0]);
        await page.Locator("#input-ticket").PressAsync("Enter");
        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync("Auf Wiedersehen");
        await Expect(page.Locator("[data-count=inside]")).ToHaveTextAsync("3");
        await Expect(page.Locator("#door-net")).ToContainTextAsync("11 noch zu melden");
        Assert.Equal(new DoorCount(3, 0, 0, 0), await CountAsync(jobEvent));

        // What was noted and which way people go here are still there after a reload without network.
        await page.ReloadAsync();
        await Expect(page.Locator("#door[data-ready=yes]")).ToBeVisibleAsync();
        await Expect(page.Locator("#door-net")).ToContainTextAsync("11 noch zu melden");
        await Expect(page.Locator("#door-place")).ToContainTextAsync("geht hinaus");
        await Expect(page.Locator("[data-count=inside]")).ToHaveTextAsync("3");

        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#door-net")).ToHaveTextAsync("Mit dem Portal verbunden.");
        await Expect(page.Locator("[data-count=inside]")).ToHaveTextAsync("3");
        Assert.Equal(new DoorCount(3, 3, 1, 1), await CountAsync(jobEvent));
        await page.Context.CloseAsync();
    }

    private async Task<DoorCount> CountAsync(JobEventId id)
    {
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var attendances = await db.Attendances.Where(a => a.JobEventId == id).ToListAsync(TestContext.Current.CancellationToken);
        return new DoorCount(
            await db.Registrations.CountAsync(r => r.JobEventId == id, TestContext.Current.CancellationToken),
            attendances.Count, attendances.Count(a => a.OutAt is not null),
            await db.WalkIns.CountAsync(w => w.JobEventId == id, TestContext.Current.CancellationToken));
    }

    private async Task<(JobEventId Event, string Group, IReadOnlyList<string> Tickets)> GroupAsync(int people)
    {
        var today = browser.Portal.Services.GetRequiredService<TimeProvider>().Today();
        var jobEvent = await browser.Portal.Database.JobEventAsync(
            browser.World.Organisation, e => (e.Title, e.Date, e.StartsAt, e.EndsAt) = ("Markt der Begegnung", today, new TimeOnly(12, 0), new TimeOnly(11, 59)));
        var sender = await browser.Portal.Database.OrganisationAsync();
        var tickets = new List<string>();
        for (var i = 0; i < people; i++)
        {
            var person = await browser.Portal.Database.ParticipantAsync(sender.Id, (Participant p) => p.BadgeName = $"Gast {i}");
            tickets.Add((await browser.Portal.Database.RegistrationAsync(person, jobEvent)).TicketCode);
        }

        return (jobEvent.Id, $"{DoorGroupKind.Organisation.Label()} {sender.Name}", tickets);
    }
}
