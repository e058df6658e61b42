using System.Text;
using Integration.Access;
using Integration.Data.Demo;
using Integration.Testing;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>The main job from signing in to the sheet in the hand.</summary>
public sealed class WholeChainJourney(BrowserFixture browser)
{
    // As an office's software writes it: semicolons, Windows-1252, a row that cannot go in.
    private const string File = """
        Kd-Nr;Nachname;Vorname;Geb.-Datum;Ort;Muttersprache;Deutsch mündl.;Deutsch schriftl.;Nachweis Deutsch;Schulabschluss;Berufserfahrung;Zielberuf;Form;Arbeitszeit;Schuhgröße
        900C000001;Özgür-Müller;Dilsad;03.05.1990;Haren (Ems);Türkisch;B1;A2;Zertifikat;Realschule;5 Jahre Tischler (Handwerk);Tischler;Fachkraftstelle / Probearbeit;Vollzeit;42
        900C000002;Tesfay;Senait;31.02.1994;Meppen;Tigrinya;A2;A1;Einstufungstest;Hauptschule;;Küchenhilfe;Helferstelle;Teilzeit;38
        """;

    [Fact]
    public async Task FromSigningInToTheDownloadedPdf()
    {
        var ct = TestContext.Current.CancellationToken;
        var jobEvent = await browser.Portal.Database.JobEventAsync(browser.World.Organisation, e => e.Title = "Tag der offenen Werkstatt");
        var page = await browser.OpenAsync(Role.CaseManager);

        await ImportAsync(page, jobEvent.Id.ToString());
        await CompleteProfileAsync(page, jobEvent.Id.ToString());
        await ConsentAndReleaseAsync(page);
        var file = await PrintAsync(page, jobEvent.Id.ToString());

        Assert.Equal("%PDF", Encoding.ASCII.GetString(file, 0, 4));
        using var pdf = PdfDocument.Open(file);
        var text = Assert.Single(pdf.GetPages()).Text;
        Assert.Contains("Tischler/in", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Müller", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1990", text, StringComparison.Ordinal);
        await using var db = await browser.Portal.Database.CreateDbContextAsync(ct);
        Assert.Contains(db.ProfileReleases.Where(release => release.JobEventId == jobEvent.Id).ToList(), release => text.Contains(release.Chiffre, StringComparison.Ordinal));
    }

    private static async Task ImportAsync(IPage page, string jobEvent)
    {
        await page.GotoAsync("/import/new");
        await page.GetByLabel("Gleich vormerken für").SelectOptionAsync(jobEvent);
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload
        {
            Name = "export.csv",
            MimeType = "text/csv",
            Buffer = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(File),
        });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Spalten zuordnen" })).ToBeVisibleAsync();
        await page.GetByLabel("Bedeutung von Schuhgröße").SelectOptionAsync(new SelectOptionValue { Label = "nicht übernehmen" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Weiter zum Prüfen" }).ClickAsync();
        await Expect(page.Locator(".import-row")).ToContainTextAsync("Dieses Datum gibt es im Kalender nicht");
        await page.GetByRole(AriaRole.Link, new() { Name = "Weiter zum Übernehmen" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Zeile übernehmen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import abgeschlossen" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Angemeldete der Veranstaltung" }).ClickAsync();
        // The next address is typed only when this page stands: otherwise two ways of going on race in one window.
        await page.WaitForURLAsync($"**/events/{jobEvent}/people*");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Özgür-Müller");
    }

    private static async Task CompleteProfileAsync(IPage page, string jobEvent)
    {
        await page.GotoAsync($"/events/{jobEvent}/profiles");
        await page.ShowsAsync("tbody .row-link");
        await page.Locator("tbody .row-link").ClickAsync();
        await Expect(page.GetByLabel("Zielberuf", new() { Exact = true })).ToHaveValueAsync("Tischler/in");
        for (var strength = 1; strength <= 2; strength++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Stärke hinzufügen" }).ClickAsync();
        }

        await page.GetByLabel("Stärken, Zeile 1").FillAsync("baut Möbel nach Zeichnung und Maß");
        await page.GetByLabel("Stärken, Zeile 2").FillAsync("hat 2019 eine Lehrwerkstatt eingerichtet");
        await Expect(page.Locator(".sheet")).ToContainTextAsync("baut Möbel nach Zeichnung und Maß");
        await Expect(page.GetByText("Bitte klären:").First).ToBeVisibleAsync();
        await page.GetByLabel("Stärken, Zeile 2").FillAsync("hat eine Lehrwerkstatt eingerichtet");
        await Expect(page.Locator(".sheet")).Not.ToContainTextAsync("2019");

        // Nobody else of that event does that work there: it takes a reason to let it stand.
        await page.GetByRole(AriaRole.Button, new() { Name = "Trotzdem so lassen …" }).ClickAsync();
        await page.GetByPlaceholder("Warum darf das stehen bleiben?").FillAsync("mit der Person besprochen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trotzdem so lassen", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Bitte klären:")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Prüfen", Exact = true }).ClickAsync();
    }

    private static async Task ConsentAndReleaseAsync(IPage page)
    {
        var consent = page.Locator("#consent");
        await consent.GetByLabel("Erklärt von").FillAsync("Karin Thole");
        await consent.GetByRole(AriaRole.Button, new() { Name = "Einwilligung erfassen" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Freigeben", Exact = true }).Or(page.Locator("#profile-state .tag.good")).First.WaitForAsync();
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Freigeben", Exact = true }).IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Freigeben", Exact = true }).ClickAsync();
        }

        await Expect(page.Locator("#profile-state .tag.good")).ToHaveTextAsync("freigegeben");
    }

    private static async Task<byte[]> PrintAsync(IPage page, string jobEvent)
    {
        await page.GotoAsync($"/print?event={jobEvent}");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Kurzprofil drucken" }).ClickAsync();
        return await page.DownloadAsync(page.GetByRole(AriaRole.Link, new() { Name = "Herunterladen" }));
    }
}
