using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>For each bus a sheet for the driver, with stops, times and numbers and nobody's name, and the boarding list for who travels along.</summary>
internal static class BusPapers
{
    private static readonly SheetType Type = SheetType.A4;

    public static IEnumerable<PageSequence> Compose(EventPaperFacts facts)
    {
        var aboard = facts.Guests.Where(guest => guest.Bus is not null).ToLookup(guest => guest.Bus!.Line, StringComparer.Ordinal);
        return facts.Buses.SelectMany((bus, i) => new[] { Driver(facts, bus, [.. aboard[bus.Name]], i == 0), Boarding(facts, bus, [.. aboard[bus.Name]]) });
    }

    private static PageSequence Driver(EventPaperFacts facts, PaperBus bus, IReadOnlyList<PaperGuest> aboard, bool first) => new()
    {
        Bookmark = first ? Text(nameof(DocumentsTexts.Paper_BusLists)) : null,
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Bus_ForDriver))),
        Content =
        [
            SheetBlocks.Heading(bus.Name, Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.FactTable(bus.Name,
            [
                (Text(nameof(DocumentsTexts.Bus_Goal)), facts.Place),
                (Text(nameof(DocumentsTexts.Bus_Arrival)), Time(bus.ArrivesAt)),
                (Text(nameof(DocumentsTexts.Bus_Departure)), bus.LeavesAt is { } back ? Time(back) : Text(nameof(DocumentsTexts.Bus_NoReturn))),
                (Text(nameof(DocumentsTexts.Bus_People)), Text(nameof(DocumentsTexts.Bus_OfSeats), aboard.Count, bus.Seats)),
                (Text(nameof(DocumentsTexts.Bus_Contact)), facts.Contact),
            ], 130, Type),
            Stops(bus, aboard),
        ],
    };

    private static Table Stops(PaperBus bus, IReadOnlyList<PaperGuest> aboard) => new(
        [TrackWidth.Relative(4), TrackWidth.Fixed(70), TrackWidth.Fixed(70), TrackWidth.Fixed(70), TrackWidth.Fixed(90)],
        [.. bus.Stops.Select(stop =>
        {
            var here = aboard.Where(guest => guest.Bus!.Stop == stop.Name).ToList();
            return new TableRow(
            [
                SheetBlocks.Text(stop.Name, Type.BodyBold), SheetBlocks.Text(Time(stop.LeavesAt), Type.Body), SheetBlocks.Text(stop.BackAt is { } back ? Time(back) : "–", Type.Body),
                SheetBlocks.Text(here.Count.ToString(Culture), Type.Body), SheetBlocks.Text(here.Count(guest => guest.Bus!.Wheelchair).ToString(Culture), Type.Body),
            ]);
        })])
    {
        Header = new TableRow([.. new[] { nameof(DocumentsTexts.Bus_Stop), nameof(DocumentsTexts.Bus_Leaves), nameof(DocumentsTexts.Bus_Back), nameof(DocumentsTexts.Bus_GetOn), nameof(DocumentsTexts.Bus_Wheelchairs) }
            .Select(key => SheetBlocks.Text(Text(key), Type.Label))]),
        Summary = Text(nameof(DocumentsTexts.Bus_Stops)),
        CellPadding = new Margins(4, 6, 4, 0),
        SpaceBefore = 14,
    };

    private static PageSequence Boarding(EventPaperFacts facts, PaperBus bus, IReadOnlyList<PaperGuest> aboard)
    {
        Paragraph Head(string key) => SheetBlocks.Text(Text(key), Type.Label);
        return new PageSequence
        {
            Header = DoorPapers.Header(facts, bus.Name),
            Footer = DoorPapers.Footer(facts),
            Content =
            [
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Bus_Boarding), bus.Name), Type.Headline, ParagraphRole.Heading1),
                SheetBlocks.Text(Text(nameof(DocumentsTexts.Bus_Emergency), bus.Phone.Length > 0 ? bus.Phone : facts.Contact), Type.Body),
                .. bus.Stops.SelectMany(stop =>
                {
                    var here = aboard.Where(guest => guest.Bus!.Stop == stop.Name).OrderBy(guest => guest.Called, StringComparer.Create(Culture, ignoreCase: true)).ToList();
                    return new Block[]
                    {
                        SheetBlocks.Heading(Text(nameof(DocumentsTexts.Bus_StopAt), stop.Name, Time(stop.LeavesAt), here.Count), Type.LeadBold, before: 12),
                        here.Count == 0 ? SheetBlocks.Text(Text(nameof(DocumentsTexts.Bus_Nobody)), Type.Body) : new Table(
                            [TrackWidth.Relative(3), TrackWidth.Relative(2), TrackWidth.Fixed(60), TrackWidth.Fixed(40), TrackWidth.Fixed(40)],
                            [.. here.Select(guest => new TableRow(
                            [
                                new Paragraph([new Run(guest.Called.Length > 0 ? guest.Called : Text(nameof(DocumentsTexts.Ticket_NoName))) { Isolated = true }]) { Style = Type.BodyBold },
                                new Paragraph([new Run(guest.Chiffre) { Isolated = true }]) { Style = Type.Body },
                                SheetBlocks.Text(guest.Bus!.Number.ToString(Culture) + (guest.Bus.Wheelchair ? " ♿" : ""), Type.Body), SheetBlocks.Tick(), SheetBlocks.Tick(),
                            ]))])
                        {
                            Header = new TableRow([Head(nameof(DocumentsTexts.Bus_Name)), Head(nameof(DocumentsTexts.Profile_Chiffre)), Head(nameof(DocumentsTexts.Bus_Seat)), Head(nameof(DocumentsTexts.Bus_There)), Head(nameof(DocumentsTexts.Bus_Return))]),
                            Summary = stop.Name,
                            CellPadding = new Margins(2.5, 6, 2.5, 0),
                        },
                    };
                }),
            ],
        };
    }
}
