using Integration.Access;
using Integration.Common;
using Integration.Interpreters;
using Integration.Testing;
using Integration.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

public sealed class InterpreterJourney(BrowserFixture browser)
{
    [Fact]
    public async Task OrganiserAsks_InterpreterConfirmsByLink_OrganiserSeesIt()
    {
        var database = browser.Portal.Database;
        var organisation = browser.World.Organisation;
        var jobEvent = await database.JobEventAsync(organisation, e => (e.Title, e.Kind) = ("Rundgang Metallbau", "BETRIEBSBESICHTIGUNG"));
        for (var i = 0; i < 2; i++)
        {
            await database.RegistrationAsync(await database.ParticipantAsync(organisation, p => (p.FirstLanguage, p.SpokenGerman) = ("som", LanguageLevel.A1)), jobEvent);
        }

        await database.SaveAsync(WorldInterpreters.Make(organisation, "Ayaan Warsame", "ayaan@example.org", "som"));
        var organiser = await browser.OpenAsync(Role.Organiser);
        await organiser.GotoAsync(Links.Event(jobEvent.Id));
        await organiser.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Sprachmittlung" }).ClickAsync();
        var need = organiser.GetByRole(AriaRole.Row, new() { Name = "Somali" }).First;
        await Expect(need).ToContainTextAsync("1 fehlt");

        await organiser.GetByRole(AriaRole.Button, new() { Name = "Person suchen für Somali" }).ClickAsync();
        await Expect(organiser.GetByText("Spricht genau diese Sprache")).ToBeVisibleAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Ayaan Warsame einplanen" }).ClickAsync();
        await Expect(organiser.GetByText("Ayaan Warsame ist eingeplant und noch nicht gefragt.")).ToBeVisibleAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Anfragen: Ayaan Warsame" }).ClickAsync();
        await Expect(organiser.GetByText("Ayaan Warsame ist angefragt (ayaan@example.org).")).ToBeVisibleAsync();
        await Expect(need).ToContainTextAsync("1 fehlt");

        var phone = await browser.OpenAsync(role: null, width: 360, height: 780);
        await phone.GotoAsync(await LinkAsync("ayaan@example.org"));
        await Expect(phone.Locator("h1")).ToHaveTextAsync("Können Sie dolmetschen?");
        await Expect(phone.GetByText("Rundgang Metallbau")).ToBeVisibleAsync();
        await Expect(phone.GetByText("Somali")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Ja, ich komme" }).ClickAsync();
        await Expect(phone.GetByText("Sie haben zugesagt.")).ToBeVisibleAsync();
        await phone.ReloadAsync();
        await Expect(phone.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await organiser.ReloadAsync();
        await Expect(organiser.GetByRole(AriaRole.Row, new() { Name = "Ayaan Warsame" })).ToContainTextAsync("zugesagt");
        await Expect(need).ToContainTextAsync("reicht");
    }

    [Fact]
    public async Task NewInterpreter_IsSavedWithLanguageAndTimes()
    {
        var page = await browser.OpenAsync(Role.Organiser);
        await page.GotoAsync(Links.NewInterpreter);
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Zahra Ahmadi");
        await page.Locator("#f-Languages-0-Code").SelectOptionAsync("prs");
        await page.GetByLabel("Montag vormittags").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Zahra Ahmadi");

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Montag vormittags")).ToBeCheckedAsync();
        await page.GotoAsync(Links.InterpreterList(null, "pes"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Zahra Ahmadi" })).ToBeVisibleAsync();
    }

    private async Task<string> LinkAsync(string to)
    {
        for (var i = 0; i < 100; i++)
        {
            foreach (var mail in await browser.Portal.MailsAsync(1))
            {
                if (mail.To.Mailboxes.Any(box => box.Address == to) && mail.TextBody is { } body && body.IndexOf(AnswerAssignment.Path, StringComparison.Ordinal) is > 0 and var at)
                {
                    return body[at..].Split(['\r', '\n'])[0];
                }
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No request in the mail.");
    }
}
