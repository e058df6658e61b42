using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>What the door needs on paper: slips that show one person each, and the list for when everything else fails.</summary>
internal static class DoorPapers
{
    private static readonly SheetType Type = SheetType.A4;

    // A6 across: participants must not read each other's data on a common sheet.
    public static PageSequence Slip(EventPaperFacts facts, PaperGuest guest, bool first) => new()
    {
        Size = new PageSize(148.5 * Length.Millimetre, 105 * Length.Millimetre),
        Margins = Margins.All(10 * Length.Millimetre),
        Bookmark = first ? Text(nameof(DocumentsTexts.Paper_SignInSlips)) : null,
        Content =
        [
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Slip_Title), facts.Title, Day(facts.Date)), Type.Label),
            new Paragraph([new Run(guest.Name.Length > 0 ? guest.Name : Tickets.Readable(guest.Ticket)) { Isolated = true }]) { Style = Type.Headline, Role = ParagraphRole.Heading1, SpaceBefore = 8 },
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Slip_Text)), Type.Body, 6),
            new Row(
            [
                new RowCell(TrackWidth.Fixed(110), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Slip_Time)), Type)),
                new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Slip_Signature)), Type)),
            ]) { Gap = 16, SpaceBefore = 16 },
        ],
    };

    public static PageSequence ArrivalList(EventPaperFacts facts)
    {
        Paragraph Head(string key) => SheetBlocks.Text(Text(key), Type.Label);
        return new PageSequence
        {
            Bookmark = Text(nameof(DocumentsTexts.Paper_ArrivalList)),
            Header = Header(facts, Text(nameof(DocumentsTexts.Arrivals_Keep))),
            Footer = Footer(facts),
            Content =
            [
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Paper_ArrivalList)), Type.Headline, ParagraphRole.Heading1),
                SheetBlocks.Text(Text(nameof(DocumentsTexts.Arrivals_Text), facts.Guests.Count), Type.Body),
                new Table(
                    [TrackWidth.Relative(4), TrackWidth.Fixed(70), TrackWidth.Relative(3), TrackWidth.Relative(3), TrackWidth.Fixed(34), TrackWidth.Fixed(34)],
                    [.. facts.Guests.Select(guest => new TableRow(
                    [
                        new Paragraph([new Run(guest.Name.Length > 0 ? guest.Name : Text(nameof(DocumentsTexts.Ticket_NoName))) { Isolated = true }]) { Style = Type.BodyBold },
                        new Paragraph([new Run(Tickets.Readable(guest.Ticket)) { Isolated = true }]) { Style = Type.Body },
                        SheetBlocks.Text(guest.Support, Type.Body), SheetBlocks.Text(guest.Bus?.Line ?? "", Type.Body), SheetBlocks.Tick(), SheetBlocks.Tick(),
                    ]))])
                {
                    Header = new TableRow(
                    [
                        Head(nameof(DocumentsTexts.Arrivals_Name)), Head(nameof(DocumentsTexts.Arrivals_Ticket)), Head(nameof(DocumentsTexts.Arrivals_Language)),
                        Head(nameof(DocumentsTexts.Arrivals_Bus)), Head(nameof(DocumentsTexts.Arrivals_In)), Head(nameof(DocumentsTexts.Arrivals_Out)),
                    ]),
                    Summary = Text(nameof(DocumentsTexts.Paper_ArrivalList)),
                    CellPadding = new Margins(3, 6, 3, 0),
                    SpaceBefore = 8,
                },
            ],
        };
    }

    /// <summary>Title and day on every page, with a word to the right.</summary>
    public static Column Header(EventPaperFacts facts, string word) => new(
    [
        new Row(
        [
            new RowCell(TrackWidth.Relative(), SheetBlocks.Text(facts.Title + ", " + Day(facts.Date), Type.Label)),
            new RowCell(TrackWidth.Fixed(200), SheetBlocks.AtEnd(word, Type.BodyBold)),
        ]),
        new Rule(1.2) { SpaceBefore = 4 },
        new Space(Type.Gap(0.75)),
    ]);

    /// <summary>When it was made, and the page.</summary>
    public static Row Footer(EventPaperFacts facts) => new(
    [
        new RowCell(TrackWidth.Relative(), SheetBlocks.Text(Text(nameof(DocumentsTexts.Paper_AsOf), Day(facts.AsOf)), Type.Law)),
        new RowCell(TrackWidth.Fixed(120), new Paragraph(SheetBlocks.PageOfPages(
            Text(nameof(DocumentsTexts.Page_Before)), Text(nameof(DocumentsTexts.Page_Between)), "")) { Style = Type.Law, Alignment = TextAlignment.End }),
    ]) { SpaceBefore = Type.Gap(0.5) };
}
