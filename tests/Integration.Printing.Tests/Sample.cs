using Integration.Printing.Blocks;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Integration.Printing.Tests;

/// <summary>Documents and what readers see of them.</summary>
internal static class Sample
{
    public const string German = "Übergabe der Prüfzeugnisse für Schweißfachkräfte; effiziente Auflösung häufiger Fragen.";
    public const string Ukrainian = "Ця згода є добровільною. Її можна відкликати ґрунтовно.";
    public const string Turkish = "İşveren görüşmeye çağırıyor, ılık çay için.";
    public const string Kurmanji = "Ez razî me ku daneyên min ji bo vê bûyerê werin bikaranîn. Şêrîn û xweş.";
    public const string Tigrinya = "ሓበሬታይ ንኽጥቀሙሉ እሰማማዕ እየ።";
    public const string Arabic = "أوافق على استخدام بياناتي لهذه الفعالية";
    public const string Persian = "من موافقت می‌کنم که این متن خوانده شود";

    public static PrintDocument Document(params IReadOnlyList<Block> content) => Document(new PageSequence { Content = content });

    public static PrintDocument Document(PageSequence sequence) => new() { Title = "Muster – Probe", Sequences = [sequence] };

    /// <summary>A sheet with everything on it.</summary>
    public static PrintDocument Everything(string heading = "Schweißfachkraft") => Document(new PageSequence
    {
        Bookmark = heading,
        Header = new Paragraph("K7-4F2") { Alignment = TextAlignment.End },
        Footer = new Paragraph([new Run("Seite "), new Run("") { Counter = Counter.Page }, new Run(" von "), new Run("") { Counter = Counter.PageCount }]),
        Content =
        [
            new Paragraph(heading) { Role = ParagraphRole.Heading1 },
            new Paragraph(German),
            new Paragraph([new Run("Name: "), new Run("محمد الأحمد") { Isolated = true, Language = "ar" }, new Run(" siehe "), new Run("Seite") { Link = "https://portal.example/a?b=ü" }]),
            new Paragraph("Erstens") { Bullet = "☐" },
            new Paragraph("Zweitens") { Bullet = "•" },
            new Table([TrackWidth.Relative(), TrackWidth.Fixed(60)], [new TableRow([new Paragraph("Deutsch"), new Paragraph("B1")])])
            {
                Header = new TableRow([new Paragraph("Sprache"), new Paragraph("Stufe")]),
                FirstColumnIsHeader = true,
                Summary = "Sprachen",
            },
            new Paragraph(Arabic) { Language = "ar" },
            new Paragraph(Tigrinya) { Language = "ti" },
            new Box(new Paragraph("Notiz")) { BorderWidth = 1, Padding = Margins.All(4), MinHeight = 40, Fill = Colour.Grey(0.9) },
            new WritingLines(2),
            new Space(null),
            new Rule(),
            new QrCode("https://portal.example/p/K74F2", 62, "QR-Code"),
        ],
    });

    public static byte[] Pdf(PrintDocument document)
    {
        using var file = new MemoryStream();
        HarfBuzzPdfEngine.Shared.Write(document, file);
        return file.ToArray();
    }

    public static byte[] Pdf(params IReadOnlyList<Block> content) => Pdf(Document(content));

    public static List<Page> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages()];
    }

    /// <summary>All letters, spaces left out.</summary>
    public static string Letters(byte[] pdf) =>
        string.Concat(Pages(pdf).SelectMany(p => p.Letters).Select(l => l.Value).Where(v => !string.IsNullOrWhiteSpace(v)));

    public static string Text(byte[] pdf) => Tool.Run("pdftotext", pdf, "-layout", "FILE", "-");

    public static string LongText(int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(i => i % 7 == 3 ? "Qualitätssicherungsmaßnahmen" : i % 3 == 0 ? "und" : "Lager" + i));
}
