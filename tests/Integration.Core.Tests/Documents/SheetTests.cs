using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Printing;
using Integration.Privacy;
using Integration.Profiles;
using UglyToad.PdfPig;

namespace Integration.Documents;

public class SheetTests
{
    private static readonly SheetLabels Labels = new(new CodeCatalog(CodeCatalog.Shipped()), new DateOnly(2027, 2, 1));

    public static TheoryData<string> Languages => [.. FormTexts.Languages];

    [Fact]
    public void Profile_ReadsInTheOrderThatEmployersKnow()
    {
        var text = Assert.Single(Pages(ProfileSheet.Compose(PrintWorld.Content("Fliesenleger"), Facts, Labels)));

        string[] order =
        [
            "Kurzprofil", "EL-27-0147-K", "Stand: 01.02.2027", "Sucht", "Fliesenleger", "oder Trockenbauer", "Helferstelle", "sofort", "Das bringe ich mit",
            "hat 6 Jahre Fliesen verlegt", "Berufserfahrung", "Schule und Ausbildung", "Deutsch und Sprachen", "A2", "einfache Gespräche über bekannte Arbeit",
            "Nachweis: Zertifikat, telc A2", "Weitere Sprachen im Gespräch", "Nachweise", "Arbeitszeit und Weg", "Arbeitsaufnahme", "Wir helfen beim Antrag.",
            "Unterstützung", "Eingliederungszuschuss", "möglich, Prüfung im Einzelfall", "Ansprechstelle", "portal.example/k", "Notizen des Betriebs",
            "§ 78 SGB X", "Bitte nach Abschluss vernichten oder zurückgeben.",
        ];
        var from = 0;
        foreach (var piece in order)
        {
            var at = text.IndexOf(piece, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{piece}' does not follow in: {text}");
            from = at + piece.Length;
        }
    }

    [Fact]
    public void BlocksWithoutData_AreNotShown()
    {
        var text = Assert.Single(Pages(ProfileSheet.Compose(new ProfileContent { Occupation = "Küchenhilfe" }, Facts, Labels)));

        Assert.All(
            ["Das bringe ich mit", "Berufserfahrung", "Schule und Ausbildung", "Nachweise", "Arbeitszeit", "Unterstützung", "Form", "oder"],
            heading => Assert.DoesNotContain(heading + " ", text.Split("Ansprechstelle")[0], StringComparison.Ordinal));
        Assert.Contains("Deutsch und Sprachen", text, StringComparison.Ordinal);
        Assert.Contains("Wird geklärt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LongProfile_StaysOnOnePageUntilTheFloorThenFlowsOnAndLosesNothing()
    {
        var content = PrintWorld.Content("Fachkraft für Lagerlogistik");
        var full = content with
        {
            Strengths = [.. Enumerable.Range(1, 5).Select(i => $"Stärke{i} " + new string('a', 80))],
            Experience = [.. Enumerable.Range(1, 4).Select(i => new ProfileExperience($"Tätigkeit{i}", "Verkehr und Lagerei", "6 Jahre"))],
            Evidence = [.. Enumerable.Range(1, 5).Select(i => $"Nachweis{i} im Lager")],
        };
        var over = full with { Strengths = [.. full.Strengths.Select(line => string.Join(' ', Enumerable.Repeat(line, 4)))] };

        Assert.Single(Pages(ProfileSheet.Compose(full, Facts, Labels)));
        var pages = Pages(ProfileSheet.Compose(over, Facts, Labels));
        Assert.Equal(2, pages.Count);
        var text = string.Concat(pages);
        Assert.All(over.Lines().SelectMany(line => line.Text.Split(' ', ':')), word => Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(4, text.Split("Stärke5").Length - 1);
        Assert.All(pages, page => Assert.Contains("EL-27-0147-K", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("§ 78 SGB X", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Handouts_AreTwoToASheet()
    {
        using var file = new MemoryStream();
        var handouts = Enumerable.Range(0, 3).Select(_ => Handout.Compose(PrintWorld.Content("Fliesenleger"), Facts, Labels));

        Assert.Equal(2, HarfBuzzPdfEngine.Shared.Write(new PrintDocument { Title = "t", Sequences = handouts }, file));
        using var pdf = PdfDocument.Open(file.ToArray());
        Assert.True(pdf.GetPage(1).Width > pdf.GetPage(1).Height);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ConsentForm_IsSetInItsScriptOnOneSheetAndMarkedAsDraft(string language)
    {
        var texts = FormTexts.Of(language)!;
        var pages = Pages(ConsentForm.Compose(FormFacts(ConsentPurpose.ProfileAtEvent), texts, 1));
        var text = string.Join(' ', pages);

        Assert.True(pages.Count <= 2);
        Assert.Contains("Amina Muster", text, StringComparison.Ordinal);
        Assert.Contains("Ja. Mein Kurzprofil darf ohne meinen Namen", text, StringComparison.Ordinal);
        Assert.Equal(language != "de", text.Contains("Entwurf: noch nicht", StringComparison.Ordinal));
        (char from, char to) = language switch
        {
            "ar" or "fa" or "fa-AF" => ('\u0600', '\u06FF'),
            "uk" or "ru" => ('\u0400', '\u04FF'),
            "ti" => ('\u1200', '\u137F'),
            _ => ('A', 'ž'),
        };
        Assert.True(text.Normalize(System.Text.NormalizationForm.FormKC).Count(c => c >= from && c <= to) > 400);
        Assert.DoesNotContain('{', text);
    }

    [Fact]
    public void TelephoneNumberInsideArabic_KeepsItsOwnDirection()
    {
        var text = string.Join(' ', Pages(ConsentForm.Compose(FormFacts(ConsentPurpose.ProfileAtEvent), FormTexts.Of("ar")!, 1)));

        // Twice in German, twice in Arabic.
        Assert.Equal(4, text.Split("05931 44-0").Length - 1);
    }

    [Fact]
    public void EveryPurpose_HasAForm() => Assert.All(Enum.GetValues<ConsentPurpose>(), purpose =>
    {
        var text = string.Join(' ', Pages(ConsentForm.Compose(FormFacts(purpose), FormTexts.Of("en")!, 1)));
        Assert.Contains("Einwilligung", text, StringComparison.Ordinal);
        Assert.Contains("Unterschrift", text, StringComparison.Ordinal);
    });

    private static SheetFacts Facts => new()
    {
        Chiffre = "EL-27-0147-K",
        AsOf = new DateOnly(2027, 2, 1),
        ValidUntil = new DateOnly(2027, 6, 1),
        Region = "Emsland",
        EventTitle = "Begegnung",
        EventDate = new DateOnly(2027, 3, 1),
        ContactTeam = "Arbeitgeber-Service",
        ContactPhone = "05931 44-0",
        ContactEmail = "arbeitgeber@example.org",
        ContactLink = new Uri("https://portal.example/k/mfrggzdfmztwq2lknnwg23tpoa"),
        ShortAddress = "portal.example/k",
    };

    private static ConsentFormFacts FormFacts(ConsentPurpose purpose) => new()
    {
        Purpose = purpose,
        PersonName = "Amina Muster",
        Organisation = "Jobcenter Emsland",
        Contact = "05931 44-0, fall@example.org",
        EventTitle = "Begegnung",
        EventDate = new DateOnly(2026, 12, 4),
        EventPlace = "Rathaus, Haren (Ems)",
        ValidUntil = new DateOnly(2027, 3, 4),
        LanguageName = "Arabisch",
        Recipient = "Baubetrieb Nord GmbH",
    };

    private static IReadOnlyList<string> Pages(PageSequence sequence)
    {
        using var file = new MemoryStream();
        HarfBuzzPdfEngine.Shared.Write(new PrintDocument { Title = "Test", Sequences = [sequence] }, file);
        return PrintWorld.PagesOf(file.ToArray());
    }
}
