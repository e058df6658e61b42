using System.Globalization;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>Release and recall list for the case manager: names, Chiffres, states, printed copies, who took them, and a box to tick when
/// a copy is back. It stays in the house and says so. Set in the reader's language.</summary>
public static class ReleaseList
{
    private const double BoxSize = 9;
    private static readonly SheetType Type = SheetType.A4;

    /// <summary>The list.</summary>
    public static PageSequence Compose(ReleaseListFacts facts, CultureInfo culture)
    {
        string T(string key, params object[] holes) =>
            string.Format(culture, DocumentsTexts.ResourceManager.GetString(key, culture)!, holes);
        Paragraph Head(string key) => SheetBlocks.Text(T(key), Type.Label);
        string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

        Block Copy(PrintedCopy copy)
        {
            var taker = copy.TakenBy.Length > 0 ? copy.TakenBy : T(nameof(DocumentsTexts.List_OwnStand));
            var line = T(nameof(DocumentsTexts.List_Copy), copy.Number, copy.Of, taker, Day(copy.PrintedOn));
            var back = copy.ReturnedOn is { } day ? " · " + T(nameof(DocumentsTexts.List_ReturnedOn), Day(day)) : "";
            return new Row(
            [
                new RowCell(TrackWidth.Fixed(BoxSize), new Box(new Space(0)) { BorderWidth = 0.7, MinHeight = BoxSize, Fill = copy.ReturnedOn is null ? null : SheetType.Quiet, SpaceBefore = 2 }),
                new RowCell(TrackWidth.Relative(), SheetBlocks.Text(line + back, Type.Body)),
            ]) { Gap = 5 };
        }

        // Two beside each other: with a folder for each of twelve employers the list is long enough.
        Block Copies(PrintedCopy[] pair) => new Row(
        [
            new RowCell(TrackWidth.Relative(), Copy(pair[0])), new RowCell(TrackWidth.Relative(), pair.Length > 1 ? Copy(pair[1]) : new Space(0)),
        ]) { Gap = 8 };

        TableRow Line(ReleaseLine line) => new(
        [
            new Paragraph([new Run(line.Name) { Isolated = true }]) { Style = Type.BodyBold },
            new Paragraph([new Run(line.Chiffre) { Isolated = true }]) { Style = Type.Body },
            SheetBlocks.Text(line.State, Type.Body),
            SheetBlocks.Text(Day(line.ValidUntil), Type.Body),
            line.Copies.Count == 0 ? SheetBlocks.Text(T(nameof(DocumentsTexts.List_NoCopy)), Type.Label) : new Column(line.Copies.Chunk(2).Select(Copies).ToList()) { Gap = 2 },
        ]);

        IEnumerable<Block> Part(string title, string text, IReadOnlyList<ReleaseLine> lines) => lines.Count == 0 ? [] :
        [
            SheetBlocks.Heading(T(title, lines.Count), Type.LeadBold, before: Type.Gap(1.5)),
            SheetBlocks.Text(T(text), Type.Body),
            new Table(
                [TrackWidth.Relative(3), TrackWidth.Fixed(82), TrackWidth.Fixed(70), TrackWidth.Fixed(62), TrackWidth.Relative(9)], lines.Select(Line).ToList())
            {
                Header = new TableRow(
                [
                    Head(nameof(DocumentsTexts.List_Name)), Head(nameof(DocumentsTexts.Profile_Chiffre)), Head(nameof(DocumentsTexts.List_State)),
                    Head(nameof(DocumentsTexts.List_ValidUntil)), Head(nameof(DocumentsTexts.List_Copies)),
                ]),
                Summary = T(title, lines.Count),
                CellPadding = new Margins(3, 8, 3, 0),
                SpaceBefore = 4,
            },
        ];

        return new PageSequence
        {
            Size = PageSize.A4.Turned,
            Margins = new Margins(14 * Length.Millimetre, 16.5 * Length.Millimetre, 11 * Length.Millimetre, 16.5 * Length.Millimetre),
            Header = new Column(
            [
                new Row(
                [
                    new RowCell(TrackWidth.Relative(), SheetBlocks.Text(facts.Organisation + " · " + facts.EventTitle + ", " + Day(facts.EventDate), Type.Label)),
                    new RowCell(TrackWidth.Fixed(220), SheetBlocks.AtEnd(T(nameof(DocumentsTexts.List_Internal)), Type.BodyBold)),
                ]),
                new Rule(1.2) { SpaceBefore = 4 },
                new Space(Type.Gap(0.75)),
            ]),
            Footer = new Row(
            [
                new RowCell(TrackWidth.Relative(), SheetBlocks.Text(T(nameof(DocumentsTexts.List_AsOf), Day(facts.AsOf)), Type.Law)),
                new RowCell(TrackWidth.Fixed(120), new Paragraph(SheetBlocks.PageOfPages(
                    T(nameof(DocumentsTexts.Page_Before)), T(nameof(DocumentsTexts.Page_Between)), "")) { Style = Type.Law, Alignment = TextAlignment.End }),
            ]) { SpaceBefore = Type.Gap(0.5) },
            Bookmark = T(nameof(DocumentsTexts.List_Title)),
            Content =
            [
                SheetBlocks.Heading(T(nameof(DocumentsTexts.List_Title)), Type.Headline, ParagraphRole.Heading1),
                .. Part(nameof(DocumentsTexts.List_Recall), nameof(DocumentsTexts.List_RecallText), facts.Recall),
                .. Part(nameof(DocumentsTexts.List_Others), nameof(DocumentsTexts.List_OthersText), facts.Others),
                .. facts.Recall.Count + facts.Others.Count == 0 ? [SheetBlocks.Text(T(nameof(DocumentsTexts.List_Empty)), Type.Body)] : Array.Empty<Block>(),
            ],
        };
    }
}
