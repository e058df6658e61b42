using Integration.Printing.Blocks;

namespace Integration.Printing.Tests;

public class PdfStructureTests
{
    [Fact]
    public void Everything_IsSoundToQpdf()
    {
        Assert.Contains("No syntax or stream encoding errors", Tool.Run("qpdf", Sample.Pdf(Sample.Everything()), "--check", "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public void ManySequences_AreSoundAndHaveTheirBookmarks()
    {
        // Enough objects for several cross-reference sections and several levels of every tree.
        var sequences = Enumerable.Range(0, 4500).Select(i => new PageSequence
        {
            Bookmark = "B" + i,
            Content = [new Table([TrackWidth.Relative(), TrackWidth.Relative()], [new TableRow([new Paragraph("a"), new Paragraph("b")]), new TableRow([new Paragraph("c"), new Paragraph("d")])])],
        });
        var pdf = Sample.Pdf(new PrintDocument { Title = "x", Sequences = sequences });

        Assert.True(System.Text.Encoding.Latin1.GetString(pdf).Split("/Type/XRef").Length > 2);
        Assert.Contains("No syntax or stream encoding errors", Tool.Run("qpdf", pdf, "--check", "FILE"), StringComparison.Ordinal);
        Assert.Contains("Pages:           4500", Tool.Run("pdfinfo", pdf, "FILE"), StringComparison.Ordinal);
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(4500, bookmarks.Roots.Count);
    }

    [Fact]
    public void Fonts_AreEmbeddedSubsetAndMapped()
    {
        var lines = Tool.Run("pdffonts", Sample.Pdf(Sample.Everything()), "FILE").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"^[A-Z]{6}\+.* yes yes yes ", line));
    }

    [Fact]
    public void Everything_IsTaggedAndSaysItsTitleAndLanguage()
    {
        var info = Tool.Run("pdfinfo", Sample.Pdf(Sample.Everything()), "FILE");
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Title:\s+Muster – Probe", info);
        var metadata = Tool.Run("pdfinfo", Sample.Pdf(Sample.Everything()), "-meta", "FILE");
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void Structure_ReadsInTheOrderOfAPerson()
    {
        var text = Tool.Run("pdfinfo", Sample.Pdf(Sample.Everything()), "-struct-text", "FILE");
        string[] order = ["Document", "Sect", "K7-4F2", "H1", "Schweißfachkraft", "Prüfzeugnisse", "Name:", "Span", "Link", "Seite",
            "L (block)", "LI", "Lbl", "☐", "LBody", "Erstens", "Zweitens", "Table", "TH", "Sprache", "Stufe", "TH", "Deutsch", "TD", "B1",
            "Notiz", "Figure", "Seite 1 von 1"];
        var at = 0;
        foreach (var expected in order)
        {
            var next = text.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"{expected} is not read after the part before it:\n{text}");
            at = next + expected.Length;
        }
    }

    [Fact]
    public void Structure_HoldsWholeParagraphs()
    {
        var text = Tool.Run("pdfinfo", Sample.Pdf(new Paragraph(Sample.LongText(1200))), "-struct-text", "FILE");
        Assert.Contains("Lager1198", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondPagesHeader_IsNotRead()
    {
        var pdf = Sample.Pdf(Sample.Document(new PageSequence { Header = new Paragraph("Kopf"), Content = [new Paragraph(Sample.LongText(1200))] }));
        Assert.True(Sample.Pages(pdf).Count > 1);
        Assert.All(Sample.Pages(pdf), p => Assert.Contains("Kopf", string.Concat(p.Letters.Select(l => l.Value)), StringComparison.Ordinal));
        Assert.Equal(1, Tool.Run("pdfinfo", pdf, "-struct-text", "FILE").Split("\"Kopf\"").Length - 1);
    }

    [Fact]
    public void Output_NeedNotSeekAndStaysOpen()
    {
        using var inner = new MemoryStream();
        using var output = new System.IO.Compression.BrotliStream(inner, System.IO.Compression.CompressionLevel.Fastest);
        Assert.Equal(1, HarfBuzzPdfEngine.Shared.Write(Sample.Everything(), output));
        output.WriteByte(0);
    }

    [Fact]
    public void CancelledWrite_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => HarfBuzzPdfEngine.Shared.Write(Sample.Everything(), Stream.Null, cancel.Token));
    }
}
