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

/// <summary>Reception with a phone and a hand scanner: thirty people with network, twenty without, and fifty in the portal afterwards.</summary>
public sealed class DoorJourney(BrowserFixture browser)
{
    private const int With = 30;
    private const int Without = 20;

    [Fact]
    public async Task TwentyPeopleWithoutNetwork_AreInThePortalAfterwards_OnceEach()
    {
        var page = await browser.OpenAsync(Role.Reception, 360, 780);
        var (jobEvent, tickets) = await PeopleAsync(With + Without);
        await OpenDoorAsync(page, jobEvent);
        await Expect(page.Locator("#door-net")).ToContainTextAsync("Mit dem Portal verbunden.");

        foreach (var ticket in tickets.Take(With))
        {
            await ScanAsync(page, ticket);
        }

        await Expect(page.Locator("[data-count=came]")).ToHaveTextAsync(With.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(With, await AttendancesAsync(jobEvent));

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("#door-net")).ToContainTextAsync("Kein Netz – es geht weiter.");
        foreach (var ticket in tickets.Skip(With))
        {
            await ScanAsync(page, ticket);
            await Expect(page.Locator("#door-answer")).ToContainTextAsync("ohne Netz notiert");
        }

        // Somebody comes twice: the device knows, although the portal has not heard of it.
        await ScannerAsync(page, tickets[^1]);
        await Expect(page.Locator("#door-answer.Notice")).ToContainTextAsync("Ist schon da.");
        await Expect(page.Locator("#door-net")).ToContainTextAsync("21 noch zu melden");
        Assert.Equal(With, await AttendancesAsync(jobEvent));
        Assert.Empty(await ReadableAsync(page, tickets[^1]));

        // Even a reload without network brings the page and what it has noted back.
        await page.ReloadAsync();
        await Expect(page.Locator("#door[data-ready=yes]")).ToBeVisibleAsync();
        await Expect(page.Locator("#door-net")).ToContainTextAsync("21 noch zu melden");
        await page.Locator("#q").FillAsync("gast 49");
        await Expect(page.Locator("#door-list li")).ToContainTextAsync("da");

        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#door-net")).ToHaveTextAsync("Mit dem Portal verbunden.");
        await Expect(page.Locator("[data-count=came]")).ToHaveTextAsync((With + Without).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(With + Without, await AttendancesAsync(jobEvent));
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(With + Without, await db.DoorScans.CountAsync(s => s.JobEventId == jobEvent && s.Outcome == DoorOutcome.Admitted, TestContext.Current.CancellationToken));
        Assert.Equal(With + Without + 1, await db.DoorScans.CountAsync(s => s.JobEventId == jobEvent, TestContext.Current.CancellationToken));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ScannerAfterAButton_ScansAndDoesNotPressTheButtonAgain()
    {
        var page = await browser.OpenAsync(Role.Reception, 360, 780);
        var (jobEvent, tickets) = await PeopleAsync(2);
        await OpenDoorAsync(page, jobEvent);
        await page.Locator("#q").FillAsync("gast 0");
        await page.Locator("#door-list button").ClickAsync();
        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync("Gast 0");
        await Expect(page.Locator("#door-list button")).ToHaveTextAsync("Geht");
        await Expect(page.Locator("#door-list button")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync(tickets[1]);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync("Gast 1");
        await Expect(page.Locator("#door-list button")).ToHaveTextAsync("Geht");
        Assert.Equal(2, await AttendancesAsync(jobEvent));
        await page.Context.CloseAsync();
    }

    // A picture that moves stands in for the lens, and a reader that says what it was told for the browser's own: what is tried is the page.
    [Fact]
    public async Task CameraThatReadsACode_ChecksIn_AndStopsWhenToldTo()
    {
        var page = await browser.OpenAsync(Role.Reception, 360, 780);
        var (jobEvent, tickets) = await PeopleAsync(2);
        await page.AddInitScriptAsync(
            """
            const canvas = document.createElement("canvas");
            setInterval(() => canvas.getContext("2d").fillRect(Math.random() * 99, 0, 1, 1), 50);
            navigator.mediaDevices.getUserMedia = async () => (window.stream = canvas.captureStream(10));
            window.BarcodeDetector = class {
              static async getSupportedFormats() { return ["qr_code"]; }
              async detect() { return window.code ? [{ rawValue: window.code }] : []; }
            };
            """);
        await OpenDoorAsync(page, jobEvent);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kamera", Exact = false }).ClickAsync();
        await page.EvaluateAsync("code => window.code = location.origin + '/t/' + code", tickets[0]);

        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync("Gast 0");
        // The code stays before the lens and is one arrival.
        await page.EvaluateAsync("code => window.code = code", tickets[1]);
        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync("Gast 1");
        Assert.Equal(2, await AttendancesAsync(jobEvent));
        await page.Locator("#door-camera-button").ClickAsync();
        await Expect(page.Locator("#door-video")).ToBeHiddenAsync();
        Assert.Equal("ended", await page.EvaluateAsync<string>("stream.getTracks()[0].readyState"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SigningOut_LeavesNothingOnTheDevice()
    {
        var page = await browser.OpenAsync(Role.Reception, 360, 780);
        var (jobEvent, _) = await PeopleAsync(1);
        await OpenDoorAsync(page, jobEvent);
        Assert.Contains("door", await DatabasesAsync(page));
        await page.Locator("summary").Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Abmelden", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in**");
        Assert.DoesNotContain("door", await DatabasesAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task EveryAnswer_IsAccessibleAndFitsItsScreen(int width, ColorScheme mode)
    {
        var page = await browser.OpenAsync(Role.Reception, width, 900, mode);
        var (jobEvent, tickets) = await PeopleAsync(3);
        await OpenDoorAsync(page, jobEvent);
        await TypeAsync(page, tickets[0]);
        await Expect(page.Locator("#door-answer.Good")).ToBeVisibleAsync();
        await page.Locator("#q").FillAsync("gast");
        await Expect(page.Locator("#door-list li")).ToHaveCountAsync(3);
        await CheckAsync(page, $"good-{width}-{mode}");
        await TypeAsync(page, tickets[0]);
        await Expect(page.Locator("#door-answer.Notice")).ToBeVisibleAsync();
        await CheckAsync(page, $"notice-{width}-{mode}");
        await page.Context.SetOfflineAsync(true);
        await TypeAsync(page, "zzzzzzzzzzzzzzzzzzzzzzzzzz");
        await Expect(page.Locator("#door-answer")).ToContainTextAsync("Nicht in der Liste");
        await CheckAsync(page, $"offline-{width}-{mode}");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#door-check")).ToContainTextAsync("Dieses Ticket kennen wir nicht.");
        await TypeAsync(page, "yyyyyyyyyyyyyyyyyyyyyyyyyy");
        await Expect(page.Locator("#door-answer.Stop")).ToBeVisibleAsync();
        foreach (var part in await page.Locator("summary").AllAsync())
        {
            await part.ClickAsync();
        }

        await CheckAsync(page, $"stop-{width}-{mode}");
        await page.Context.CloseAsync();
    }

    private static async Task OpenDoorAsync(IPage page, JobEventId jobEvent)
    {
        await page.GotoAsync(Links.DoorOf(jobEvent));
        await page.Locator("#door[data-ready=yes][data-kept=kept]").WaitForAsync();
    }

    // A hand scanner: fast keys and Enter, wherever the reader's finger was last.
    // A hand scanner hands its keys on within milliseconds; typed one by one by a busy machine they would be a person's.
    private static Task ScannerAsync(IPage page, string ticket) => page.EvaluateAsync(
        "code => { document.activeElement?.blur(); for (const key of [...code, 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); }",
        ticket);

    private static async Task TypeAsync(IPage page, string ticket)
    {
        await page.EvaluateAsync("document.activeElement?.blur()");
        await page.Keyboard.TypeAsync(ticket);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task ScanAsync(IPage page, string ticket)
    {
        await page.EvaluateAsync("document.getElementById('door-answer').className = 'door-answer'");
        await ScannerAsync(page, ticket);
        await Expect(page.Locator("#door-answer.Good")).ToContainTextAsync("Willkommen – ist jetzt da.");
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        var found = await page.ViolationsAsync();
        Assert.True(found.Length == 0, name + ": " + string.Join("; ", found));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, name + " scrolls sideways");
        if (Environment.GetEnvironmentVariable("INTEGRATION_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"door-{name}.png"), FullPage = true });
        }
    }

    private static async Task<string[]> DatabasesAsync(IPage page) => await page.EvaluateAsync<string[]>("indexedDB.databases().then(all => all.map(one => one.name))");

    // Looks into the device's database as somebody with the unlocked device would: the ticket must stand nowhere in it.
    private static Task<string> ReadableAsync(IPage page, string ticket) => page.EvaluateAsync<string>(
        """
        async (ticket) => {
          const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
          const db = await asked(indexedDB.open("door"));
          const sealed = await asked(db.transaction("sealed").objectStore("sealed").getAll());
          const keys = await asked(db.transaction("events").objectStore("events").getAll());
          db.close();
          if (sealed.length < 20) return "nothing is kept";
          if (keys.some((one) => one.key.extractable)) return "the key can be taken out";
          return sealed.some((one) => new TextDecoder().decode(one.data).includes(ticket)) ? "the ticket is readable" : "";
        }
        """, ticket);

    private async Task<int> AttendancesAsync(JobEventId jobEvent)
    {
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Attendances.CountAsync(a => a.JobEventId == jobEvent && a.State == AttendanceState.Present, TestContext.Current.CancellationToken);
    }

    private async Task<(JobEventId Event, IReadOnlyList<string> Tickets)> PeopleAsync(int people)
    {
        var organisation = browser.World.Organisation;
        var today = browser.Portal.Services.GetRequiredService<TimeProvider>().Today();
        var jobEvent = await browser.Portal.Database.JobEventAsync(organisation, e => (e.Title, e.Date, e.StartsAt, e.EndsAt) = ("Markt der Begegnung", today, new TimeOnly(12, 0), new TimeOnly(11, 59)));
        var tickets = new List<string>();
        for (var i = 0; i < people; i++)
        {
            var person = await browser.Portal.Database.ParticipantAsync(organisation, (Participant p) => p.BadgeName = $"Gast {i}");
            tickets.Add((await browser.Portal.Database.RegistrationAsync(person, jobEvent)).TicketCode);
        }

        return (jobEvent.Id, tickets);
    }
}
