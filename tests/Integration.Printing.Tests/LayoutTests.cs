using Integration.Printing.Blocks;
using UglyToad.PdfPig.Content;

namespace Integration.Printing.Tests;

public class LayoutTests
{
    private static readonly string LongWord = string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 3))[..60];

    [Fact]
    public void LongTexts_StandWithinMarginsAndNeverOverEachOther()
    {
        var pdf = Sample.Pdf(
            new Row(
            [
                new(TrackWidth.Relative(), new Paragraph(Sample.LongText(900))),
                new(TrackWidth.Relative(), new Paragraph(Sample.LongText(400))),
            ])
            { Gap = 10, MayBreak = true },
            new Table([TrackWidth.Relative(), TrackWidth.Fixed(50), TrackWidth.Relative()],
                [.. Enumerable.Range(0, 40).Select(i => new TableRow([new Paragraph(Sample.LongText(i)), new Paragraph(LongWord), new Paragraph("x" + i)]))]),
            new Box(new Paragraph(Sample.LongText(300))) { Padding = Margins.All(8), BorderWidth = 1 });

        var pages = Sample.Pages(pdf);
        Assert.True(pages.Count > 2);
        AssertNothingOverlaps(pages);
    }

    [Fact]
    public void WordWiderThanItsColumn_BreaksAndLosesNothing()
    {
        var pdf = Sample.Pdf(new Row([new(TrackWidth.Fixed(80), new Paragraph(LongWord)), new(TrackWidth.Relative(), new Paragraph("daneben"))]) { Gap = 4 });

        AssertNothingOverlaps(Sample.Pages(pdf));
        Assert.Contains(LongWord, Sample.Letters(pdf), StringComparison.Ordinal);
        Assert.All(Sample.Pages(pdf)[0].Letters.Where(l => l.StartBaseLine.X < 120), l => Assert.True(l.EndBaseLine.X <= 46.8 + 80.1));
    }

    [Fact]
    public void ArabicWordCutInNeed_KeepsItsJoinedForms()
    {
        var narrow = Sample.Pdf(new Row([new(TrackWidth.Fixed(22), new Paragraph("بببببببببب") { Language = "ar" })]));

        // All cut pieces in the middle of the word begin and end with joined letters: no isolated form (wider) appears.
        var widths = Sample.Pages(narrow)[0].Letters.GroupBy(l => l.StartBaseLine.Y).Select(g => g.ToList()).ToList();
        Assert.True(widths.Count > 1);
        var isolated = Sample.Pages(Sample.Pdf(new Paragraph("ب") { Language = "ar" }))[0].Letters[0].Width;
        Assert.All(widths.SelectMany(line => line).SkipLast(1), letter => Assert.True(letter.Width < isolated || letter == widths[^1][0]));
    }

    [Fact]
    public void TextAboveThePage_ShrinksToOnePage()
    {
        var content = new Block[] { new Paragraph(Sample.LongText(760)) };
        Assert.Equal(2, Sample.Pages(Sample.Pdf(new PageSequence { Content = content }.ToDocument())).Count);

        var shrunk = Sample.Pages(Sample.Pdf(new PageSequence { Content = content, ShrinkFloor = 0.8 }.ToDocument()));

        Assert.Single(shrunk);
        Assert.InRange(shrunk[0].Letters[0].PointSize, 9.5 * 0.8, 9.49);
        AssertNothingOverlaps(shrunk);
    }

    [Fact]
    public void TextAboveTheFloor_FlowsAtFullSize()
    {
        var pages = Sample.Pages(Sample.Pdf(new PageSequence { Content = [new Paragraph(Sample.LongText(1500))], ShrinkFloor = 0.8 }.ToDocument()));

        Assert.True(pages.Count >= 3);
        Assert.All(pages.SelectMany(p => p.Letters), l => Assert.Equal(9.5, l.PointSize, 2));
    }

    [Fact]
    public void TableOverPages_RepeatsItsHeader()
    {
        var pdf = Sample.Pdf(new Table([TrackWidth.Relative(), TrackWidth.Relative()],
            [.. Enumerable.Range(0, 120).Select(i => new TableRow([new Paragraph("Zeile" + i), new Paragraph("Wert")]))])
        { Header = new TableRow([new Paragraph("Kopfzeile"), new Paragraph("Spalte")]) });

        var pages = Sample.Pages(pdf);
        Assert.True(pages.Count > 2);
        Assert.All(pages, p => Assert.Contains("Kopfzeile", LettersOf(p), StringComparison.Ordinal));
        AssertNothingOverlaps(pages);
        var structure = Tool.Run("pdfinfo", pdf, "-struct-text", "FILE");
        Assert.Equal(1, structure.Split("Kopfzeile").Length - 1);
    }

    [Fact]
    public void HeadingAtPageEnd_GoesWithItsText()
    {
        var content = new Block[] { new Space(735), new Paragraph("Überschrift") { KeepWithNext = true }, new Paragraph(Sample.LongText(40)) };
        var pages = Sample.Pages(Sample.Pdf(content));

        Assert.Equal(2, pages.Count);
        Assert.StartsWith("Überschrift", LettersOf(pages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void RowKeptTogether_MovesWholeToTheNextPage()
    {
        var row = new Row([new(TrackWidth.Relative(), new Paragraph(Sample.LongText(60))), new(TrackWidth.Relative(), new Paragraph("rechts"))]);
        var pages = Sample.Pages(Sample.Pdf(new Space(700), row));

        Assert.Empty(pages[0].Letters);
        Assert.Contains("rechts", LettersOf(pages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void PageBreak_StartsAPageOnlyWhereSomethingStands()
    {
        Assert.Equal(2, Sample.Pages(Sample.Pdf(new PageBreak(), new Paragraph("a"), new PageBreak(), new Paragraph("b"))).Count);
    }

    [Fact]
    public void FillingSpace_SetsTheRestAtThePageBottom()
    {
        var page = Sample.Pages(Sample.Pdf(new Paragraph("oben"), new Space(null), new Paragraph("unten")))[0];
        Assert.InRange(page.Letters[^1].StartBaseLine.Y, 46, 52);
    }

    [Fact]
    public void TwoSequencesOfA5_ShareOneLandscapeSheet()
    {
        PageSequence Half(string text) => new() { Size = PageSize.A5, PagesPerSheet = 2, Content = [new Paragraph(text)] };
        var document = new PrintDocument { Title = "x", Sequences = [Half("links"), Half("rechts"), Half("drittens")] };

        var pages = Sample.Pages(Sample.Pdf(document));

        Assert.Equal(2, pages.Count);
        Assert.Equal(841.9, pages[0].Width, 0.1);
        Assert.Equal(595.3, pages[0].Height, 0.1);
        Assert.True(pages[0].Letters[^1].StartBaseLine.X > 420);
        Assert.Equal("drittens", LettersOf(pages[1]));
    }

    [Fact]
    public void RightToLeftSequence_MirrorsRowsUnlessOrderIsFixed()
    {
        double XOfFirst(bool isFixed)
        {
            var row = new Row([new(TrackWidth.Relative(), new Paragraph("eins")), new(TrackWidth.Relative(), new Paragraph("zwei"))]) { FixedOrder = isFixed };
            var letters = Sample.Pages(Sample.Pdf(new PageSequence { Content = [row], Direction = TextDirection.RightToLeft }.ToDocument()))[0].Letters;
            return letters.First(l => l.Value == "e").StartBaseLine.X;
        }

        Assert.True(XOfFirst(isFixed: true) < 298);
        Assert.True(XOfFirst(isFixed: false) > 298);
    }

    [Fact]
    public void SoftHyphen_ShowsOnlyWhereTheLineEnds()
    {
        var pdf = Sample.Pdf(new Row([new(TrackWidth.Fixed(62), new Column([new Paragraph("Bundes\u00ADagentur"), new Paragraph("Amt\u00ADmann")]))]));
        Assert.Equal("Bundes-agenturAmtmann", Sample.Letters(pdf));
    }

    [Fact]
    public void TableRowWithWrongCellCount_IsRefusedByName()
    {
        var error = Assert.Throws<ArgumentException>(() => Sample.Pdf(new Table([TrackWidth.Relative()], [new TableRow([])])));
        Assert.Contains("table", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentWithoutSequences_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Sample.Pdf(new PrintDocument { Title = "x", Sequences = [] }));
    }

    internal static void AssertNothingOverlaps(IEnumerable<Page> pages)
    {
        foreach (var page in pages)
        {
            var words = page.GetWords().Where(w => w.Text.Trim().Length > 0).ToList();
            // The space between two lines hangs beyond the first one's end.
            Assert.All(page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)), l =>
            {
                Assert.InRange(l.StartBaseLine.X, 46, page.Width - 46);
                Assert.InRange(l.EndBaseLine.X, 46, page.Width - 46);
                Assert.InRange(l.StartBaseLine.Y, 46, page.Height - 46);
            });
            var boxes = words.Select(w => (w.Text, Left: w.Letters.Min(l => l.StartBaseLine.X), Right: w.Letters.Max(l => l.EndBaseLine.X),
                Base: w.Letters[0].StartBaseLine.Y, Size: w.Letters[0].PointSize)).OrderBy(b => b.Base).ToList();
            for (var i = 0; i < boxes.Count; i++)
            {
                for (var j = i + 1; j < boxes.Count && boxes[j].Base - boxes[i].Base < boxes[i].Size * 0.9; j++)
                {
                    var overlap = Math.Min(boxes[i].Right, boxes[j].Right) - Math.Max(boxes[i].Left, boxes[j].Left);
                    Assert.True(overlap < 0.6, $"“{boxes[i].Text}” and “{boxes[j].Text}” overlap by {overlap:F2} pt.");
                }
            }
        }
    }

    private static string LettersOf(Page page) => string.Concat(page.Letters.Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal);
}

internal static class SequenceExtensions
{
    public static PrintDocument ToDocument(this PageSequence sequence) => Sample.Document(sequence);
}
