using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>Name badges of 90 × 55 mm, ten to a sheet: the name the person chose, and the language in which they are helped, in words and as a
/// colour. The colour is a language's, never a nationality's.</summary>
internal static class Badges
{
    private const double Width = 90 * Length.Millimetre;
    private const double Height = 55 * Length.Millimetre;
    private const double SideMargin = 15 * Length.Millimetre;
    private const double TopMargin = 11 * Length.Millimetre;

    // Light enough for black text on every printer, and told apart also by those who see no red or green.
    private static readonly Colour[] Colours =
    [
        new(0.75, 0.87, 0.97), new(1, 0.88, 0.55), new(0.98, 0.78, 0.72), new(0.80, 0.92, 0.73), new(0.88, 0.80, 0.95),
        new(0.70, 0.92, 0.90), new(0.95, 0.80, 0.90), new(0.90, 0.86, 0.76), new(0.83, 0.86, 0.88), new(0.98, 0.93, 0.75),
    ];

    public static PageSequence Compose(EventPaperFacts facts)
    {
        var languages = facts.Guests.Select(guest => guest.Support).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new PageSequence
        {
            Margins = new Margins(TopMargin, SideMargin, TopMargin, SideMargin),
            Bookmark = Text(nameof(DocumentsTexts.Paper_Badges)),
            Content = [.. facts.Guests.Chunk(2).Select(pair => (Block)new Row(
                [.. Enumerable.Range(0, 2).Select(i => new RowCell(TrackWidth.Fixed(Width), i < pair.Length ? Badge(facts, pair[i], languages) : new Space(0)))]))],
        };
    }

    private static Box Badge(EventPaperFacts facts, PaperGuest guest, List<string> languages) => new(new Column(
    [
        SheetBlocks.Text(facts.Title, SheetType.A4.Label),
        new Paragraph([new Run(guest.Called.Length > 0 ? guest.Called : guest.Chiffre) { Isolated = true }])
        {
            Style = new TextStyle { Size = 24, LineHeight = 30, Bold = true }, Alignment = TextAlignment.Centre, SpaceBefore = 26, Role = ParagraphRole.Heading2,
        },
        guest.Support.Length == 0 ? new Space(0) : new Box(new Paragraph(guest.Support, SheetType.A4.LeadBold) { Alignment = TextAlignment.Centre })
        {
            Fill = Colours[languages.IndexOf(guest.Support) % Colours.Length], Padding = Margins.All(3), SpaceBefore = 18,
        },
    ]))
    {
        Padding = Margins.All(8), BorderWidth = 0.3, BorderColour = SheetType.Hairline, MinHeight = Height,
    };
}
