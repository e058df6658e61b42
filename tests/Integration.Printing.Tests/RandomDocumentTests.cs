using CsCheck;
using Integration.Printing.Blocks;

namespace Integration.Printing.Tests;

public class RandomDocumentTests
{
    private static readonly string[] Vocabulary =
    [
        "und", "Straße", "Qualitätssicherungsmaßnahmenbeauftragter", "Юлія", "ґанок", "İstanbul", "çağrı", "Şêrko", "ሓበሬታ", "12.03.2026", "(A1)",
        "Հայերեն", "ქართული", "effizient", "„so“", "3–5", "a/b", "E-Mail-Adresse", "x",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[1, 60].Select(words => string.Join(' ', words));

    private static readonly Gen<Block> Leaf = Gen.OneOf<Block>(
        Gen.Select(Text, Gen.Double[6, 16], Gen.Bool, Gen.Bool).Select(Block (text, size, bold, keep) =>
            new Paragraph(text, new TextStyle { Size = size, LineHeight = size * 1.35, Bold = bold }) { KeepWithNext = keep, SpaceBefore = size / 2 }),
        Text.Select(Block (text) => new Paragraph(text) { Bullet = "•" }),
        Gen.Double[0, 300].Select(Block (height) => new Space(height)),
        Gen.Int[1, 60].Select(Block (count) => new WritingLines(count)),
        Gen.Const<Block>(new PageBreak()),
        Gen.Const<Block>(new Rule()),
        Gen.Const<Block>(new Space(null)));

    private static readonly Gen<Block> Blocks = Gen.Recursive<Block>((depth, inner) => depth > 3 ? Leaf : Gen.OneOf(
        Leaf,
        inner.Array[1, 5].Select(Block (children) => new Column(children) { Gap = 3 }),
        Gen.Select(inner, inner, Gen.Bool).Select(Block (a, b, mayBreak) =>
            new Row([new(TrackWidth.Relative(), a), new(TrackWidth.Fixed(150), b)]) { Gap = 6, MayBreak = mayBreak }),
        inner.Select(Block (child) => new Box(child) { BorderWidth = 0.5, Padding = Margins.All(4), MinHeight = 30 }),
        inner.Select(Block (child) => new KeepTogether(child)),
        inner.Array[2, 8].Select(Block (cells) => new Table([TrackWidth.Relative(), TrackWidth.Relative()],
            [.. cells.Chunk(2).Where(c => c.Length == 2).Select(c => new TableRow(c))])
        { Header = new TableRow([new Paragraph("Kopf"), new Paragraph("Kopf")]) })));

    [Fact]
    public void AnyBlocks_AreSetWithEveryWordOnThePaper()
    {
        Gen.Select(Blocks.Array[1, 8], Gen.Bool, Gen.Bool).Sample((blocks, shrinks, turned) =>
        {
            using var file = new MemoryStream();
            var sheets = HarfBuzzPdfEngine.Shared.Write(Sample.Document(new PageSequence
            {
                Content = blocks,
                ShrinkFloor = shrinks ? 0.8 : 1,
                Direction = turned ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            }), file);
            var pages = Sample.Pages(file.ToArray());
            Assert.Equal(pages.Count, sheets);
            Assert.True(sheets >= 1);

            var printed = Count(pages.SelectMany(p => p.Letters).SelectMany(l => l.Value));
            var wanted = Count(blocks.SelectMany(Texts).SelectMany(t => t));
            foreach (var (letter, count) in wanted)
            {
                // Repeated table headers may add letters; none may be missing.
                Assert.True(printed.GetValueOrDefault(letter) >= count, $"{letter} is printed {printed.GetValueOrDefault(letter)} times instead of {count}.");
            }
        }, iter: 300);
    }

    private static Dictionary<char, int> Count(IEnumerable<char> letters) =>
        letters.Where(c => !char.IsWhiteSpace(c)).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Runs.Select(r => r.Text),
        Column column => column.Children.SelectMany(Texts),
        Row row => row.Cells.SelectMany(c => Texts(c.Content)),
        Box box => Texts(box.Child),
        KeepTogether keep => Texts(keep.Child),
        Table table => table.Rows.SelectMany(r => r.Cells).SelectMany(Texts),
        _ => [],
    };
}
