using System.Globalization;
using Integration.Printing;
using Integration.Printing.Blocks;

namespace Integration.Benchmarks.Printing;

/// <summary>A sheet like a short profile: about 350 words, three tables, a QR code, a footer of law. No two numbers give the same text.</summary>
internal static class SampleProfile
{
    private static readonly string[] Words =
        ("Erfahrung Montage Metallbau Schweißen Fräsen Drehen Lager Kommissionierung Gabelstapler Verpackung Qualitätskontrolle "
        + "Küche Reinigung Pflege Betreuung Elektroinstallation Verkabelung Rohrleitungsbau Baustelle Werkzeug Maschinenführung "
        + "Schichtbetrieb Teamarbeit zuverlässig pünktlich selbstständig sorgfältig körperlich belastbar lernbereit mehrjährige "
        + "Tätigkeit Berufspraxis Unternehmen Abteilung Auftrag Kunden Beratung Verkauf Kasse Warenannahme Inventur Planung Wartung "
        + "Instandhaltung Störungen Zeichnungen lesen Maße prüfen und oder mit ohne nach vor bei der die das ein eine im am zur zum "
        + "seit insgesamt drei fünf sieben Jahre Monate Vollzeit Teilzeit Früh Spät Nacht Wochenende möglich gewünscht vorhanden").Split(' ');

    private static readonly TextStyle Title = new() { Size = 18, LineHeight = 24, Bold = true };
    private static readonly TextStyle Heading = new() { Size = 10.5, LineHeight = 15, Bold = true };
    private static readonly TextStyle Bold = TextStyle.Body with { Bold = true };
    private static readonly TextStyle Law = new() { Size = 7.5, LineHeight = 10, Colour = Colour.Grey(0.25) };
    private static readonly TextStyle Code = new() { Size = 16, LineHeight = 20, Bold = true, LetterSpacing = 1.5 };

    public static PrintDocument Document(int number, bool arabic = false) => Document([Sequence(number, arabic)]);

    public static PrintDocument Document(IEnumerable<PageSequence> sequences) => new()
    {
        Title = "Kurzprofil",
        Language = "de",
        Sequences = sequences,
    };

    public static PageSequence Sequence(int number, bool arabic = false)
    {
        var random = new Random(number);
        var code = string.Create(CultureInfo.InvariantCulture, $"H{number:D5}-{random.Next(10, 99)}");
        List<Block> content =
        [
            new Paragraph(Sentence(random, 3), Title) { Role = ParagraphRole.Heading1 },
            new Paragraph(Sentence(random, 30)),
            Section("Berufserfahrung"),
            Item(Sentence(random, 22)), Item(Sentence(random, 18)), Item(Sentence(random, 20)), Item(Sentence(random, 16)),
            Section("Sprachen"),
            Levels(random, ["Deutsch", "Englisch", "Muttersprache"], ["Sprache", "verstehen", "sprechen", "schreiben"]),
            Section("Kenntnisse"),
            new Paragraph(Sentence(random, 48)),
            Levels(random, ["Führerschein B", "Gabelstapler", "Schweißschein"], ["Nachweis", "vorhanden", "gültig bis", "anerkannt"]),
            Section("Gesucht wird"),
            new Paragraph(Sentence(random, 40)),
            Levels(random, ["Montag bis Freitag", "Wochenende"], ["Zeiten", "früh", "spät", "nachts"]),
            Section("Unterstützung"),
            Item(Sentence(random, 14)), Item(Sentence(random, 12)),
        ];
        if (arabic)
        {
            content.Add(new Paragraph("أبحث عن عمل في مجال اللحام والتركيب بدوام كامل") { Language = "ar", SpaceBefore = 4 });
        }

        content.Add(new Space(null));
        content.Add(new Box(new Paragraph("Notizen des Unternehmens", Law)) { Padding = Margins.All(5), BorderWidth = 0.6, MinHeight = 70 });
        return new PageSequence
        {
            Bookmark = code,
            Header = new Row([new(TrackWidth.Relative(), new Paragraph("Integrationsmesse Haren", Law)), new(TrackWidth.Relative(), new Paragraph(code, Code) { Alignment = TextAlignment.End })]),
            Content = content,
            Footer = Footer(code),
        };
    }

    private static Row Footer(string code) => new(
    [
        new(TrackWidth.Fixed(66), new QrCode("https://portal.example/p/" + code, 62, "QR-Code zum Profil")),
        new(TrackWidth.Relative(), new Column(
        [
            new Paragraph("portal.example/p/" + code, Bold),
            new Paragraph("Dieses Blatt enthält keine Namen und keine Anschrift. Es darf nur für die Vermittlung auf dieser Veranstaltung "
                + "verwendet werden und ist danach zurückzugeben oder zu vernichten (§ 67b SGB X, Art. 6 Abs. 1 Buchst. a DSGVO). "
                + "Die Einwilligung kann jederzeit widerrufen werden; dann wird das Profil gesperrt.", Law) { SpaceBefore = 2 },
        ])),
    ])
    { Gap = 8, SpaceBefore = 6 };

    private static Paragraph Section(string text) =>
        new(text, Heading) { Role = ParagraphRole.Heading2, KeepWithNext = true, SpaceBefore = 7 };

    private static Paragraph Item(string text) => new(text) { Bullet = "•", SpaceBefore = 1 };

    private static Table Levels(Random random, string[] rows, string[] columns) => new(
        [TrackWidth.Relative(2), TrackWidth.Relative(), TrackWidth.Relative(), TrackWidth.Relative()],
        [.. rows.Select(r => new TableRow([new Paragraph(r), Level(random), Level(random), Level(random)]))])
    {
        Header = new TableRow([.. columns.Select(c => new Paragraph(c, Bold))]) { Fill = Colour.Grey(0.92) },
        FirstColumnIsHeader = true,
        SpaceBefore = 3,
    };

    private static Paragraph Level(Random random) => new(random.Next(8) switch { 0 => "A1", 1 => "A2", 2 => "B1", 3 => "B2", 4 => "C1", 5 => "ja", 6 => "nein", _ => "–" });

    private static string Sentence(Random random, int words)
    {
        var chosen = Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        chosen[0] = char.ToUpper(chosen[0][0], CultureInfo.InvariantCulture) + chosen[0][1..];
        return string.Join(' ', chosen) + ".";
    }
}
