using Integration.Common;
using Integration.Events;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>The team's run-sheet, the guests' programme, and the signs at the stands.</summary>
internal static class ProgrammePapers
{
    private static readonly SheetType Type = SheetType.A4;

    public static PageSequence RunSheet(EventPaperFacts facts) => new()
    {
        Size = PageSize.A4.Turned,
        Bookmark = Text(nameof(DocumentsTexts.Paper_RunSheet)),
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Run_Team))),
        Footer = DoorPapers.Footer(facts),
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Paper_RunSheet)), Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.Text(facts.Place + " · " + facts.Contact, Type.Body),
            Table(
                Rows(facts), [nameof(DocumentsTexts.Run_Time), nameof(DocumentsTexts.Run_What), nameof(DocumentsTexts.Run_Where), nameof(DocumentsTexts.Run_Who), nameof(DocumentsTexts.Run_Done)],
                [TrackWidth.Fixed(90), TrackWidth.Relative(5), TrackWidth.Relative(3), TrackWidth.Relative(4), TrackWidth.Fixed(50)]),
        ],
    };

    public static PageSequence Leaflet(EventPaperFacts facts) => new()
    {
        Bookmark = Text(nameof(DocumentsTexts.Paper_Programme)),
        ShrinkFloor = 0.85,
        Footer = LogoBar.Of(facts.Logos),
        Content =
        [
            SheetBlocks.Text(facts.Organiser, Type.Lead),
            SheetBlocks.Heading(facts.Title, Type.Headline, ParagraphRole.Heading1, before: 4),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Ticket_When), Day(facts.Date), Time(facts.StartsAt), Time(facts.EndsAt)), Type.LeadBold, 4),
            SheetBlocks.Text(facts.Place, Type.Lead),
            .. facts.Patron.Length == 0 ? Array.Empty<Block>() : [SheetBlocks.Text(Text(nameof(DocumentsTexts.Leaflet_Patron), facts.Patron), Type.Lead, 4)],
            new Rule(1.2) { SpaceBefore = 10 },
            .. facts.Items.Where(item => !item.Cancelled).Select(item => new Row(
            [
                new RowCell(TrackWidth.Fixed(80), SheetBlocks.Text(Time(item.From), Type.LeadBold)),
                new RowCell(TrackWidth.Relative(), new Column(
                [
                    SheetBlocks.Text(item.Title, Type.LeadBold),
                    .. new[] { item.Speakers, item.Room, item.Language }.Where(part => part.Length > 0) is var parts && parts.Any() ? [SheetBlocks.Text(string.Join(" · ", parts), Type.Body)] : Array.Empty<Block>(),
                ])),
            ]) { Gap = 8, SpaceBefore = 10 }),
            .. facts.Hosts.Count == 0 ? Array.Empty<Block>() : [new Rule(0.6) { SpaceBefore = 16 }, SheetBlocks.Text(Text(nameof(DocumentsTexts.Leaflet_Hosts), string.Join(", ", facts.Hosts)), Type.Body, 6)],
            // Whoever pays is named where the grant asks for it: on everything that is handed out.
            .. facts.FundingNote.Length == 0 ? Array.Empty<Block>() : [SheetBlocks.Text(facts.FundingNote, Type.BodyBold, 6)],
        ],
    };

    public static IEnumerable<PageSequence> StandSigns(EventPaperFacts facts) => facts.Stands.Where(stand => stand.Employer.Length > 0).Select((stand, i) => new PageSequence
    {
        Size = PageSize.A4.Turned,
        Bookmark = i == 0 ? Text(nameof(DocumentsTexts.Paper_StandSigns)) : null,
        ShrinkFloor = 0.5,
        Content =
        [
            SheetBlocks.Text(facts.Title, Type.Lead),
            new Row(
            [
                new RowCell(TrackWidth.Fixed(170), new Paragraph(stand.Number, new TextStyle { Size = 110, LineHeight = 130, Bold = true })),
                new RowCell(TrackWidth.Relative(), new Column(
                [
                    new Paragraph(stand.Employer, new TextStyle { Size = 44, LineHeight = 54, Bold = true }) { Role = ParagraphRole.Heading1 },
                    // A temporary-work agency is always said to be one.
                    .. stand.TemporaryWork ? [new Paragraph(Text(nameof(DocumentsTexts.Stand_TemporaryWork)), new TextStyle { Size = 22, LineHeight = 30 })] : Array.Empty<Block>(),
                    .. stand.GermanFrom is { } level ? [new Paragraph(Text(level == LanguageLevel.None ? nameof(DocumentsTexts.Stand_NoGerman) : nameof(DocumentsTexts.Stand_GermanFrom), SheetLabels.ShortLevel(level)), new TextStyle { Size = 28, LineHeight = 38, Bold = true }) { SpaceBefore = 24 }] : Array.Empty<Block>(),
                    .. stand.Languages.Length > 0 ? [new Paragraph(Text(nameof(DocumentsTexts.Stand_WeSpeak), stand.Languages), new TextStyle { Size = 22, LineHeight = 30 }) { SpaceBefore = 24 }] : Array.Empty<Block>(),
                ])),
            ]) { Gap = 20, SpaceBefore = 90 },
        ],
    });

    private static IEnumerable<TableRow> Rows(EventPaperFacts facts) =>
        facts.Buses.Select(bus => (At: bus.ArrivesAt, To: (TimeOnly?)null, What: Text(nameof(DocumentsTexts.Run_BusArrives), bus.Name), Where: "", Who: string.Join(", ", new[] { bus.Company, bus.Phone }.Where(part => part.Length > 0))))
            .Concat(facts.Items.Where(item => !item.Cancelled).Select(item => (At: item.From, To: (TimeOnly?)item.To, What: item.Title, Where: item.Room, Who: item.Speakers)))
            .Concat(facts.Buses.Where(bus => bus.LeavesAt is not null).Select(bus => (At: bus.LeavesAt!.Value, To: (TimeOnly?)null, What: Text(nameof(DocumentsTexts.Run_BusLeaves), bus.Name), Where: "", Who: bus.Company)))
            .OrderBy(row => EventTimes.DayOf(facts.Date, facts.StartsAt, facts.EndsAt, row.At)).ThenBy(row => row.At)
            .Select(row => new TableRow(
            [
                SheetBlocks.Text(Time(row.At) + (row.To is { } to ? "–" + Time(to) : ""), Type.BodyBold), SheetBlocks.Text(row.What, Type.Body),
                SheetBlocks.Text(row.Where, Type.Body), SheetBlocks.Text(row.Who, Type.Body), SheetBlocks.Tick(),
            ]));

    private static Table Table(IEnumerable<TableRow> rows, string[] heads, IReadOnlyList<TrackWidth> widths) => new(widths, [.. rows])
    {
        Header = new TableRow([.. heads.Select(key => SheetBlocks.Text(Text(key), Type.Label))]),
        Summary = Text(nameof(DocumentsTexts.Paper_RunSheet)),
        CellPadding = new Margins(3, 6, 3, 0),
        SpaceBefore = 10,
    };
}
