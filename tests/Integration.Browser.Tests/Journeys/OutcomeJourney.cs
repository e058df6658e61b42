using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Outcomes;
using Integration.Reports;
using Integration.Testing;
using Integration.Web;
using Integration.Web.Employer;
using Integration.Web.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>From interest on both sides to what came of it.</summary>
public sealed partial class OutcomeJourney(BrowserFixture browser)
{
    [Fact]
    public async Task BothWantATalk_IntentIsSigned_TheServiceCalls_TheCompanySaysHowItWas()
    {
        var world = await StandWorld.MakeAsync(await browser.LaterAsync(), "Treffen in der Werkhalle", ["Werkhalle Papenburg"], 2);
        var phone = await world.SignInAsync(browser, world.Companies[0], "outcome@stand.example");
        var profile = EmployerLinks.Profile(world.Release.Token);
        await phone.Page.GotoAsync(profile);
        await phone.PressAsync("Gespräch gewünscht");
        await phone.SaysAsync("Sie möchten ein Gespräch");

        var manager = await browser.OpenAsync(Role.CaseManager, 390, 844, at: world.Portal);
        await manager.GotoAsync(Links.Participant(world.Release.ParticipantId));
        await manager.GetByLabel("Die Person möchte mit einem Betrieb sprechen").SelectOptionAsync(new SelectOptionValue { Label = $"{world.Companies[0].Name} · {world.Event.Title}" });
        await manager.GetByRole(AriaRole.Button, new() { Name = "Festhalten" }).ClickAsync();
        await Expect(manager.GetByText("Der Betrieb sieht es unter der Chiffre, ohne Namen.")).ToBeVisibleAsync();

        await phone.Page.ReloadAsync();
        await phone.SaysAsync("Beide möchten ein Gespräch");
        await phone.PressAsync("Wir haben gesprochen");
        await phone.SaysAsync("Festgehalten: Sie haben miteinander gesprochen.");
        await phone.LookAsync();
        Assert.DoesNotContain(StandWorld.FamilyName, await phone.SourceAsync(profile), StringComparison.Ordinal);

        await SignIntentAsync(manager, world);
        await TaskWaitsAsync(manager);
        browser.Clock.Advance(days: 7);
        await CallAsync(world);
        await FeedbackAsync(world);
    }

    private static async Task SignIntentAsync(IPage manager, StandWorld world)
    {
        await manager.GotoAsync(Links.EventOutcomes(world.Event.Id));
        await Column(manager, "Interesse").GetByRole(AriaRole.Button, new() { Name = StandWorld.FamilyName }).ClickAsync();
        await manager.LookAsync();
        var papers = manager.Locator("details").Filter(new() { HasText = "Papiere zum Unterschreiben" });
        await papers.Locator("summary").First.ClickAsync();
        await papers.GetByLabel("Form", new() { Exact = true }).SelectOptionAsync("MAG");
        await papers.GetByLabel("Beginn", new() { Exact = true }).FillAsync(world.Event.Date.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await papers.GetByRole(AriaRole.Button, new() { Name = "Absichtserklärung drucken" }).ClickAsync();
        using var paper = PdfDocument.Open(await manager.DownloadAsync(papers.GetByRole(AriaRole.Link, new() { Name = "Herunterladen" })));
        var text = string.Concat(paper.GetPages().Select(page => page.Text));
        Assert.Contains(world.Release.Chiffre, text, StringComparison.Ordinal);
        Assert.DoesNotContain(StandWorld.FamilyName, text, StringComparison.Ordinal);
        // A measure of the authority is never an agreement between company and person.
        await Expect(papers.GetByRole(AriaRole.Button, new() { Name = "Praktikumsvereinbarung drucken" })).ToHaveCountAsync(0);
        await manager.LookAsync();

        await papers.GetByRole(AriaRole.Button, new() { Name = "Als unterschrieben festhalten" }).ClickAsync();
        await Expect(manager.GetByText("Festgehalten: Maßnahme bei einem Arbeitgeber (MAG)")).ToBeVisibleAsync();
        await Expect(Column(manager, "Praktikum, MAG, Probearbeit").GetByRole(AriaRole.Button, new() { Name = StandWorld.FamilyName })).ToContainTextAsync("MAG beabsichtigt");
        await manager.LookAsync();
    }

    private static async Task TaskWaitsAsync(IPage manager)
    {
        await manager.GotoAsync(Links.Today);
        await manager.LookAsync();
        await manager.GetByRole(AriaRole.Link, new() { Name = WaitingKind.ApplicationsDue.Label() }).ClickAsync();
        await Expect(manager.Locator(".task-list li").Filter(new() { HasText = StandWorld.FamilyName })).ToContainTextAsync(Due());
        await manager.LookAsync();
        await manager.Context.CloseAsync();
    }

    private async Task CallAsync(StandWorld world)
    {
        var service = await browser.OpenAsync(Role.EmployerService, 390, 844, at: world.Portal);
        await service.GotoAsync(Links.Calls(world.Event.Id));
        var line = service.Locator("section.panel").Filter(new() { HasText = world.Companies[0].Name });
        await Expect(line).ToContainTextAsync("1 Nachfrage offen");
        await Expect(line).Not.ToContainTextAsync(StandWorld.FamilyName);
        await service.LookAsync();
        var interview = line.GetByRole(AriaRole.Button, new() { Name = $"Vorstellungsgespräch vereinbart für {world.Release.Chiffre}" });
        await interview.ClickAsync();
        await Expect(line).ToContainTextAsync("nichts offen");
        await service.GetByRole(AriaRole.Button, new() { Name = "Rückgängig" }).ClickAsync();
        await Expect(line).ToContainTextAsync("1 Nachfrage offen");
        await interview.ClickAsync();
        await Expect(line).ToContainTextAsync("nichts offen");
        await service.LookAsync();
        await service.Context.CloseAsync();
    }

    private async Task FeedbackAsync(StandWorld world)
    {
        await world.Portal.Services.GetServices<IHostedService>().OfType<FeedbackKeeper>().Single().RunOnceAsync(TestContext.Current.CancellationToken);
        var link = Link().Match(await new Mailbox(world.Portal, world.Companies[0].ContactEmail).NextAsync(AnswerFeedback.Path)).Value;
        var phone = await EmployerPhone.OpenAsync(browser, world.Portal, world.Companies[0].ContactEmail);
        await phone.Page.GotoAsync(link);
        await phone.LookAsync();
        foreach (var (question, answer) in new[]
        {
            ("Passten die Gäste zu dem, was Sie suchen?", "4"), ("Haben die Kurzprofile geholfen?", "5"), ("Hat die Verständigung geklappt?", "3"),
            ("Waren Sie mit der Organisation zufrieden?", "5"), ("Kommen Sie wieder?", "ja"),
        })
        {
            await phone.Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByText(answer, new() { Exact = true }).ClickAsync();
        }

        await phone.Page.GetByLabel("Was können wir besser machen?").FillAsync("Mehr Zeit am Stand.");
        await phone.PressAsync("Absenden");
        await phone.SaysAsync("Vielen Dank. Ihre Antwort ist angekommen.");
        await phone.LookAsync();
        await phone.Page.GotoAsync(link);
        await Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Absenden" })).ToHaveCountAsync(0);
        await phone.LookAsync();

        var organiser = await browser.OpenAsync(Role.Organiser, 390, 844, at: world.Portal);
        await organiser.GotoAsync(Links.EventOutcomes(world.Event.Id));
        await Expect(organiser.GetByText("1 von 1 Betrieben haben geantwortet.")).ToBeVisibleAsync();
        await Expect(organiser.GetByText("Mehr Zeit am Stand.")).ToHaveCountAsync(0);
        await Expect(organiser.GetByText(StandWorld.FamilyName)).ToHaveCountAsync(0);
        await organiser.LookAsync();
        await organiser.Context.CloseAsync();
    }

    private static ILocator Column(IPage page, string stage) => page.Locator(".board section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = stage, Exact = true }) });

    [GeneratedRegex(@"bis \d")]
    private static partial Regex Due();

    [GeneratedRegex("/feedback/[^\\s]+")]
    private static partial Regex Link();
}
