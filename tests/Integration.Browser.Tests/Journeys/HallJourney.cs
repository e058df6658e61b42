using Integration.Access;
using Integration.Events;
using Integration.Testing;
using Integration.Tours;
using Integration.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>An organiser puts stands into the hall, by mouse and by key, and groups of a tour together.</summary>
public sealed class HallJourney(BrowserFixture browser)
{
    [Fact]
    public async Task Stands_AreMovedByKeyAndByMouse()
    {
        var database = browser.Portal.Database;
        var jobEvent = await database.JobEventAsync(browser.World.Organisation, e => e.Title = "Halle mit Ständen");
        await database.SaveAsync(new Stand { JobEventId = jobEvent.Id, Number = "1", X = 100, Y = 100 });
        await database.SaveAsync(new Stand { JobEventId = jobEvent.Id, Number = "2", X = 400, Y = 100 });
        var page = await browser.OpenAsync(Role.Organiser);
        await page.GotoAsync(Links.Stands(jobEvent.Id));
        var (first, second) = (page.Locator(".stand-box").First, page.Locator(".stand-box").Last);
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(first).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("left: ?11%", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(first).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("top: ?15%", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        var box = await second.BoundingBoxAsync() ?? throw new InvalidOperationException("The stand is not drawn.");
        await page.Mouse.MoveAsync(box.X + 10, box.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 110, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".hall-wrap [role=status]")).ToContainTextAsync("Stand 2");
        await AssertAccessibleAsync(page);

        await using var db = await database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stands = await db.Stands.Where(s => s.JobEventId == jobEvent.Id).OrderBy(s => s.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((110, 150), (stands[0].X, stands[0].Y));
        Assert.True(stands[1].X > 400 && stands[1].Y > 150, $"{stands[1].X}, {stands[1].Y}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TourGroups_AreFormedAndSomebodyIsMoved()
    {
        var database = browser.Portal.Database;
        var host = await database.OrganisationAsync(o => o.Name = "Werkstatt Tourgruppe");
        var jobEvent = await database.JobEventAsync(browser.World.Organisation, e =>
        {
            e.Title = "Rundgang in Gruppen";
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = host.Id });
        });
        for (var i = 0; i < 20; i++)
        {
            var person = await database.ParticipantAsync(browser.World.Organisation, p => (p.GivenName, p.FirstLanguage) = ($"Gast {i:D2}", i < 10 ? "ara" : "ukr"));
            await database.SaveAsync(new Registration { JobEventId = jobEvent.Id, ParticipantId = person.Id, OrganisationId = browser.World.Organisation, State = RegistrationState.Accepted });
        }

        await database.SaveAsync(new Tour { JobEventId = jobEvent.Id, HostId = host.Id, Title = "Fertigung", MeetingPoint = "Tor", MeetsAt = new(9, 0), StartsAt = new(9, 15), Minutes = 60 });
        var page = await browser.OpenAsync(Role.Organiser);
        await page.GotoAsync(Links.Tours(jobEvent.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Gruppen einteilen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gruppe 2" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.SetViewportSizeAsync(360, 780);
        // Nothing scrolls sideways once the page has taken its new width.
        await page.UntilAsync("document.documentElement.scrollWidth <= innerWidth");

        await using var db = await database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var sizes = await db.TourSeats.Where(s => db.TourGroups.Any(g => g.Id == s.GroupId && db.Tours.Any(t => t.Id == g.TourId && t.JobEventId == jobEvent.Id)))
            .GroupBy(s => s.GroupId).Select(group => group.Count()).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([10, 10], sizes);
        await page.Context.CloseAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page) =>
        Assert.Empty(await page.ViolationsAsync());
}
