using Integration.Common;
using Integration.Data.Demo;
using Integration.Events;
using Integration.TalkPlans;
using Integration.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>The organiser of the fair of Osnabrück plans its talks, keeps two of them, loses an interpreter, repairs, publishes, and prints what has changed.</summary>
public sealed class TalkPlanJourney(BrowserFixture browser)
{
    // A hall's tablet has little memory and a slow net: no message may be larger, unpacked; the largest is a page as a whole when it opens.
    private const int LargestMessage = 96 * 1024;

    [Fact]
    public async Task FromTheSearchToTheChangedSlips()
    {
        var page = await browser.OpenAsync(null);
        var largest = (Bytes: 0, On: "");
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => largest = frame.Binary?.Length > largest.Bytes ? (frame.Binary.Length, page.Url) : largest;
        await SignInAsync(page, "veranstaltung.osnabrueck@demo.example");
        var fair = await EventAsync();
        await page.GotoAsync(Links.Event(fair.Id));
        await page.GetByRole(AriaRole.Link, new() { Name = "Gesprächsplan" }).ClickAsync();
        await LookAsync(page);

        await SearchAsync(page);
        var plan = await PlanAsync(fair.Id, TalkScheduleState.Draft);
        var lost = plan.Talks.Where(talk => talk.InterpreterId is not null).GroupBy(talk => talk.InterpreterId!.Value).OrderByDescending(group => group.Count()).First().Key;
        await MoveAsync(page);
        var pinned = await PinAsync(page, fair.Id, plan, plan.Talks.Where(talk => talk.InterpreterId != lost).Take(2).ToList());
        await PublishAsync(page);

        await RepairAsync(page, fair.Id, lost);
        await LookAsync(page);
        var changed = await page.Locator(".changes li b").AllInnerTextsAsync();
        await PublishAsync(page);

        var now = await PlanAsync(fair.Id, TalkScheduleState.Published);
        Assert.DoesNotContain(now.Talks, talk => talk.InterpreterId == lost);
        Assert.All(pinned, talk => Assert.Contains(now.Talks, kept => kept.Pinned && Place(kept) == Place(talk)));
        // Whose last talk is dropped has no slip any more.
        var slips = changed.Intersect(await ChiffrenAsync(now), StringComparer.Ordinal).ToList();
        Assert.NotEmpty(slips);
        await PrintAsync(page, slips);
        Assert.True(largest.Bytes < LargestMessage, $"A message of {largest.Bytes} bytes on {largest.On}.");
        await page.Context.CloseAsync();
    }

    private static async Task SearchAsync(IPage page)
    {
        await page.GetByLabel("Sekunden").FillAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan suchen" }).ClickAsync();
        await Expect(page.Locator(".gap-curve").First).ToBeVisibleAsync();
        // The search goes on while the page is elsewhere.
        var here = page.Url;
        await page.GotoAsync(Links.Events);
        await page.GotoAsync(here);
        await Expect(page.GetByText("Der Plan steht als Entwurf bereit.").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await LookAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Entwurf öffnen" }).ClickAsync();
        await Expect(page.Locator(".talk-board")).ToBeVisibleAsync();
        await LookAsync(page);
    }

    // By keys and by mouse, and back again.
    private static async Task MoveAsync(IPage page)
    {
        var id = await page.Locator("td[data-row='0'] [data-talk]").First.GetAttributeAsync("data-talk");
        var talk = page.Locator($"[data-talk='{id}']");
        var here = await talk.EvaluateAsync<int>("talk => Number(talk.closest('td').dataset.slot)");
        var (there, key) = here == 0 ? (1, "Shift+ArrowRight") : (here - 1, "Shift+ArrowLeft");
        await talk.FocusAsync();
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator($"td[data-row='0'][data-slot='{there}'] [data-talk='{id}']")).ToBeFocusedAsync();
        await talk.DragToAsync(page.Locator($"td[data-row='0'][data-slot='{here}']"));
        await Expect(page.Locator($"td[data-row='0'][data-slot='{here}'] [data-talk='{id}']")).ToBeVisibleAsync();
        for (var steps = 2; steps > 0; steps--)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"Letzte Änderung zurücknehmen ({steps} " }).ClickAsync();
            await Expect(page.GetByText("Zurückgenommen")).ToBeVisibleAsync();
        }

        await Expect(page.Locator($"td[data-row='0'][data-slot='{here}'] [data-talk='{id}']")).ToBeVisibleAsync();
    }

    private async Task<IReadOnlyList<ScheduledTalk>> PinAsync(IPage page, JobEventId fair, TalkSchedule plan, IReadOnlyList<ScheduledTalk> talks)
    {
        foreach (var talk in talks)
        {
            await page.GotoAsync(Links.TalkSchedule(fair, plan.Id, search: await EmployerAsync(talk.EmployerId)));
            await page.Locator($"[data-talk='{talk.Id.Value:N}']").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Fest", Exact = true }).ClickAsync();
            await Expect(page.Locator($".pinned[data-talk='{talk.Id.Value:N}']")).ToBeVisibleAsync();
        }

        await LookAsync(page);
        return talks;
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen …" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, veröffentlichen" }).ClickAsync();
        await Expect(page.GetByText("Nachrichten gehen hinaus").First).ToBeVisibleAsync();
    }

    private static async Task RepairAsync(IPage page, JobEventId fair, InterpreterId lost)
    {
        await page.GotoAsync(Links.TalkRepair(fair));
        await page.GetByLabel("Sprachmittlung").SelectOptionAsync(lost.ToString());
        await page.Locator("section:has(#lost-interpreters) button").ClickAsync();
        await Expect(page.Locator("section:has(#losses) li")).ToContainTextAsync("fällt aus");
        await LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Neuen Plan vorschlagen" }).ClickAsync();
        await Expect(page.Locator("#changes")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task PrintAsync(IPage page, IReadOnlyList<string> chiffren)
    {
        await page.Locator(".page-head button.primary").ClickAsync();
        var file = await page.DownloadAsync(page.GetByRole(AriaRole.Link, new() { Name = "Herunterladen" }).First);
        using var pdf = PdfDocument.Open(file);
        var text = string.Concat(pdf.GetPages().Select(sheet => sheet.Text));
        Assert.All(chiffren, chiffre => Assert.Contains(chiffre, text, StringComparison.Ordinal));
    }

    private static (RegistrationId, OrganisationId, TimeOnly, int) Place(ScheduledTalk talk) => (talk.RegistrationId, talk.EmployerId, talk.StartsAt, talk.Table);

    // At a desk and on a telephone.
    private static async Task LookAsync(IPage page)
    {
        await page.LookAsync();
        await page.SetViewportSizeAsync(360, 780);
        await page.UntilAsync("document.documentElement.scrollWidth <= innerWidth");
        await page.LookAsync();
        await page.SetViewportSizeAsync(1440, 900);
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-Mail-Adresse").FillAsync(email);
        await page.GetByLabel("Passwort", new() { Exact = true }).FillAsync(DemoUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();
        await page.Locator(".shell h1").WaitForAsync();
    }

    private async Task<string> EmployerAsync(OrganisationId id)
    {
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> ChiffrenAsync(TalkSchedule plan)
    {
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.ScheduledTalks.Where(talk => talk.ScheduleId == plan.Id)
            .Join(db.Registrations, talk => talk.RegistrationId, person => person.Id, (talk, person) => person)
            .Join(db.ProfileReleases.Where(release => release.JobEventId == plan.JobEventId), person => person.ParticipantId, release => release.ParticipantId, (person, release) => release.Chiffre)
            .Distinct().ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<JobEvent> EventAsync()
    {
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.JobEvents.SingleAsync(e => e.Key == "jobsforyou", TestContext.Current.CancellationToken);
    }

    private async Task<TalkSchedule> PlanAsync(JobEventId fair, TalkScheduleState state)
    {
        await using var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.TalkSchedules.AsNoTracking().Include(s => s.Talks.OrderBy(talk => talk.StartsAt).ThenBy(talk => talk.Id))
            .Where(s => s.JobEventId == fair && s.State == state).OrderByDescending(s => s.Number).FirstAsync(TestContext.Current.CancellationToken);
    }
}
