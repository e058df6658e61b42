using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.Reports;
using Integration.Testing;
using Integration.Web;
using Integration.Web.Employer;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>An employer at the stand, on a telephone: from the invitation to the name, and until nothing is left to see.</summary>
public sealed class EmployerJourney(BrowserFixture browser)
{
    private const string Contact = "heike.rolfes@stand.example";
    private const string Remark = "Staplerschein fragen";

    [Fact]
    public async Task FromTheInvitationToTheName_AndFourWeeksLaterNothing()
    {
        var world = await StandWorld.MakeAsync(await browser.LaterAsync(), "Tag der Begegnung am Kanal", ["Werft am Kanal", "Kanalbau Nord"], 24);
        var elsewhere = await StandWorld.MakeAsync(world.Portal, "Jobmesse in der Halle", ["Hallenbau Süd"], 1);
        var (company, rival) = (world.Companies[0], world.Companies[1]);
        var phone = await EmployerPhone.OpenAsync(browser, world.Portal, Contact);

        await InviteAsync(world, company);
        await phone.AcceptAsync();
        await BrowseAsync(phone, world);
        var code = await PrintAndReadAsync(world);
        await AskAsync(phone, world, code);
        await StrangerLearnsHowToAskAsync(world, code);
        await ReleaseAsync(phone, world, company);

        await phone.ScanAsync(code);
        await Expect(phone.Page.Locator(".released")).ToContainTextAsync(StandWorld.Name);
        await Expect(phone.Page.Locator(".released")).ToContainTextAsync(StandWorld.Phone);
        await phone.LookAsync();
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Anfragen" }).ClickAsync();
        await Expect(phone.Page.Locator(".released")).ToContainTextAsync(StandWorld.Name);
        await phone.LookAsync();

        var second = await world.SignInAsync(browser, rival, "second@stand.example");
        await second.ScanAsync(code);
        await Expect(second.Page.Locator(".chiffre")).ToHaveTextAsync(world.Release.Chiffre);
        await SeesAsync(second, world, code, never: StandWorld.Secrets.Append(Remark).Append(company.Name));
        await second.ScanAsync(code);
        await second.PressAsync("Gespräch gewünscht");
        await second.SaysAsync("Sie möchten ein Gespräch");
        await SeesAsync(second, world, code, never: StandWorld.Secrets.Append(Remark).Append(company.Name));

        var third = await elsewhere.SignInAsync(browser, elsewhere.Companies[0], "third@stand.example");
        await third.ScanAsync(code);
        await Expect(third.Page.Locator("h1")).ToHaveTextAsync("Hier ist für Ihren Betrieb nichts zu sehen");
        await SeesAsync(third, world, code, never: [.. StandWorld.Secrets, Remark, company.Name, world.Event.Title, world.Release.Chiffre, world.Release.Content.Occupation]);

        await FourWeeksLaterAsync(phone, world, code);
    }

    private async Task InviteAsync(StandWorld world, Organisation company)
    {
        var organiser = await browser.OpenAsync(Role.Organiser, 390, 844, at: world.Portal);
        await organiser.GotoAsync(Links.Event(world.Event.Id));
        await organiser.GetByRole(AriaRole.Link, new() { Name = "Zugang von " + company.Name }).ClickAsync();
        await organiser.GetByLabel("Name", new() { Exact = true }).FillAsync("Heike Rolfes");
        await organiser.GetByLabel("E-Mail-Adresse").FillAsync(Contact);
        await organiser.LookAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Einladung schicken" }).ClickAsync();
        await Expect(organiser.GetByText($"Die Einladung an {Contact} ist unterwegs.")).ToBeVisibleAsync();
        await organiser.Context.CloseAsync();
    }

    private static async Task BrowseAsync(EmployerPhone phone, StandWorld world)
    {
        await phone.LookAsync();
        await phone.OpenEventAsync(world.Event.Title);
        var found = phone.Page.GetByRole(AriaRole.Status);
        await Expect(found).ToContainTextAsync("24 Kurzprofile");
        await phone.LookAsync();

        await phone.FilterAsync("51", LanguageLevel.A2);
        var fitting = world.Releases.Where(release => release.Content.OccupationGroup == "51" && release.Content.SpokenGerman >= LanguageLevel.A2).ToList();
        Assert.InRange(fitting.Count, 2, 23);
        await Expect(found).ToContainTextAsync($"{fitting.Count} von 24 Kurzprofilen");
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.Locator(".rows li")).ToHaveCountAsync(fitting.Count);
        await phone.LookAsync();

        foreach (var release in fitting.Take(2))
        {
            await phone.PressAsync("Merken " + release.Chiffre);
            await Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Nicht mehr merken " + release.Chiffre })).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Vergleichen" }).ClickAsync();
        foreach (var release in fitting.Take(2))
        {
            await Expect(phone.Page.Locator("thead")).ToContainTextAsync(release.Chiffre);
        }

        await phone.LookAsync();
    }

    /// <summary>The sheets as they lie on the table, from the portal's print centre; what a camera reads from the person's.</summary>
    private async Task<string> PrintAndReadAsync(StandWorld world)
    {
        var manager = await browser.OpenAsync(Role.CaseManager, 390, 844, at: world.Portal);
        await manager.GotoAsync(Links.PrintCentreOf(world.Event.Id));
        await manager.GetByRole(AriaRole.Button, new() { Name = "24 Kurzprofile drucken" }).ClickAsync();
        var file = await manager.DownloadAsync(manager.GetByRole(AriaRole.Link, new() { Name = "Herunterladen" }));
        await manager.Context.CloseAsync();
        using var pdf = PdfDocument.Open(file);
        var sheet = pdf.GetPages().Single(page => page.Text.Contains(world.Release.Chiffre, StringComparison.Ordinal));
        Assert.DoesNotContain(StandWorld.FamilyName, sheet.Text, StringComparison.Ordinal);
        return await QrReader.ReadAsync(file, sheet.Number);
    }

    private static async Task AskAsync(EmployerPhone phone, StandWorld world, string code)
    {
        Assert.EndsWith(EmployerLinks.Profile(world.Release.Token), code, StringComparison.Ordinal);
        await phone.ScanAsync(code);
        await Expect(phone.Page.Locator(".chiffre")).ToHaveTextAsync(world.Release.Chiffre);
        await phone.LookAsync();
        await phone.Page.GetByLabel("Notiz Ihres Betriebs").FillAsync(Remark);
        await phone.PressAsync("Speichern");
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.GetByLabel("Notiz Ihres Betriebs")).ToHaveValueAsync(Remark);

        await phone.PressAsync("Gespräch gewünscht");
        await phone.SaysAsync("Sie möchten ein Gespräch");
        await phone.PressAsync("Kontakt anfragen");
        await phone.SaysAsync("Die Ansprechstelle fragt die Person.");
        await phone.Page.ReloadAsync();
        await phone.Page.GoBackAsync();
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Anfragen" }).ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = world.Release.Chiffre })).ToBeVisibleAsync();
        await phone.LookAsync();
    }

    /// <summary>Somebody who picks the sheet up in the corridor.</summary>
    private async Task StrangerLearnsHowToAskAsync(StandWorld world, string code)
    {
        var stranger = await EmployerPhone.OpenAsync(browser, world.Portal, "nobody@stand.example");
        await stranger.ScanAsync(code);
        await Expect(stranger.Page.Locator("h1")).ToHaveTextAsync("Gespräch anfragen");
        await stranger.LookAsync();
        await SeesAsync(stranger, world, code, never: [.. StandWorld.Secrets, Remark, world.Release.Chiffre, world.Release.Content.Occupation]);
        await stranger.Page.Context.CloseAsync();
    }

    private async Task ReleaseAsync(EmployerPhone phone, StandWorld world, Organisation company)
    {
        var manager = await browser.OpenAsync(Role.CaseManager, 390, 844, at: world.Portal);
        await manager.GetByRole(AriaRole.Link, new() { Name = WaitingKind.ContactRequests.Label() }).ClickAsync();
        var request = manager.Locator("section.request").Filter(new() { HasText = StandWorld.Name }).Filter(new() { HasText = company.Name });
        await Expect(request).ToContainTextAsync(world.Release.Chiffre);
        await manager.LookAsync();
        await request.GetByRole(AriaRole.Button, new() { Name = $"{StandWorld.Name}: gefragt, Antwort offen" }).ClickAsync();
        await Expect(manager.GetByText($"Notiert: {StandWorld.Name} ist gefragt.")).ToBeVisibleAsync();
        await phone.Page.ReloadAsync();
        await phone.SaysAsync("Die Person ist gefragt und überlegt.");
        Assert.DoesNotContain(StandWorld.FamilyName, await phone.SourceAsync(EmployerLinks.Contacts), StringComparison.Ordinal);

        await request.GetByRole(AriaRole.Button, new() { Name = $"Die Person sagt Ja: {StandWorld.Name} zu {company.Name}" }).ClickAsync();
        await request.GetByLabel("Erklärt von").FillAsync("Karin Thole");
        await manager.LookAsync();
        await request.GetByRole(AriaRole.Button, new() { Name = "Einwilligung erfassen und Name freigeben" }).ClickAsync();
        await Expect(manager.GetByText($"Freigegeben: {company.Name} sieht jetzt Name und Telefonnummer von {StandWorld.Name}.")).ToBeVisibleAsync();
        await manager.LookAsync();
        await manager.Context.CloseAsync();
    }

    private async Task FourWeeksLaterAsync(EmployerPhone phone, StandWorld world, string code)
    {
        browser.Clock.Advance(days: 28);
        await phone.SignInAtAsync(EmployerLinks.Contacts);
        await Expect(phone.Page.Locator(".released")).ToContainTextAsync(StandWorld.Name);

        browser.Clock.Advance(days: 1);
        await phone.SignInAtAsync(EmployerLinks.Contacts);
        await phone.SaysAsync("Für Ihren Betrieb sind hier zurzeit keine Kurzprofile zu sehen.");
        await phone.LookAsync();
        await phone.Page.GotoAsync(EmployerLinks.Start);
        await phone.SaysAsync("Zurzeit ist für Ihren Betrieb keine Veranstaltung vorgesehen.");
        await phone.LookAsync();
        await phone.Page.GotoAsync(EmployerLinks.Event(world.Event.Id));
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Kein Zugang");
        await phone.LookAsync();
        await phone.ScanAsync(code);
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Hier ist für Ihren Betrieb nichts zu sehen");
        await phone.LookAsync();
        await SeesAsync(phone, world, code, never: [.. StandWorld.Secrets, Remark, world.Event.Title, world.Release.Chiffre, world.Release.Content.Occupation]);
    }

    /// <summary>Every address that the person's profile, name or contact could stand at, asked for by whoever has it.</summary>
    private static async Task SeesAsync(EmployerPhone phone, StandWorld world, string code, IEnumerable<string> never)
    {
        var (jobEvent, release) = (world.Event.Id, world.Release);
        string[] addresses =
        [
            EmployerLinks.Start, EmployerLinks.Contacts, EmployerLinks.Event(jobEvent), EmployerLinks.Event(jobEvent) + "?kept=1", EmployerLinks.Compare(jobEvent), EmployerLinks.Compare(jobEvent, release.Token),
            new Uri(code).AbsolutePath, EmployerLinks.Ask + "/" + release.Chiffre, $"{EmployerLinks.Ask}/{release.Id}", $"{EmployerLinks.Ask}?chiffre={release.Chiffre}",
            Links.Today, Links.Requests, Links.AllRequests, Links.EventContacts(jobEvent), Links.EventOutcomes(jobEvent), Links.Calls(jobEvent), Links.EventPeople(jobEvent), Links.EventProfiles(jobEvent),
            Links.Participant(release.ParticipantId), Links.ShortProfile(release.ParticipantId), Links.Consents(release.ParticipantId), Links.PrintCentreOf(jobEvent), Links.Admission(jobEvent, world.Companies[0].Id),
        ];
        var secrets = never.ToList();
        foreach (var address in addresses)
        {
            var source = await phone.SourceAsync(address);
            // What was asked for stands in the answer's own address; nothing else of it may.
            source = source.Replace(address, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal);
            Assert.All(secrets, secret => Assert.False(source.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{address} shows “{secret}”"));
        }
    }
}
