using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>Tickets, six to a sheet of A4, to be cut: what the person needs to get there, in German and in their language, and the code for the door.</summary>
internal static class Tickets
{
    private const int AcrossSheet = 2;
    private const int MostTalks = 4;
    private const double Height = 90 * Length.Millimetre;
    private const double Code = 25 * Length.Millimetre;
    private static readonly TextStyle Name = new() { Size = 15, LineHeight = 19, Bold = true };
    private static readonly TextStyle Body = new() { Size = 8.5, LineHeight = 11.5 };
    private static readonly TextStyle Label = new() { Size = 7, LineHeight = 9.5, Colour = SheetType.Quiet };

    public static PageSequence Compose(EventPaperFacts facts) => new()
    {
        Margins = Margins.All(12 * Length.Millimetre),
        Bookmark = Text(nameof(DocumentsTexts.Paper_Tickets)),
        Content = [.. facts.Guests.Chunk(AcrossSheet).Select(pair => (Block)new Row(
            [.. Enumerable.Range(0, AcrossSheet).Select(i => new RowCell(TrackWidth.Relative(), i < pair.Length ? Ticket(facts, pair[i]) : new Space(0)))]))],
    };

    private static Box Ticket(EventPaperFacts facts, PaperGuest guest)
    {
        var texts = FormTexts.Of(guest.Language);
        var own = texts is null || texts.Language == "de" ? null : texts;
        Block Said(string key) => own is null
            ? new Paragraph(FormTexts.Of("de")!.Runs(key, Nothing)) { Style = Label }
            : new Row(
            [
                new RowCell(TrackWidth.Relative(), new Paragraph(FormTexts.Of("de")!.Runs(key, Nothing)) { Style = Label }),
                new RowCell(TrackWidth.Relative(), new Paragraph(own.Runs(key, Nothing)) { Style = Label, Language = own.Language, Alignment = TextAlignment.End }),
            ]) { Gap = 4 };
        Block? bus = guest.Bus is { } seat
            ? new Column(
            [
                Said("ticket.bus"),
                SheetBlocks.Text(Text(nameof(DocumentsTexts.Ticket_Bus), seat.Line, seat.Stop, Time(seat.LeavesAt)), Body with { Bold = true }),
                .. seat.BackFrom is { } back ? [Said("ticket.back"), SheetBlocks.Text(Text(nameof(DocumentsTexts.Ticket_Back), Time(back)), Body)] : Array.Empty<Block>(),
            ])
            : null;
        var talks = facts.Talks.Where(talk => talk.People.Any(person => person.Registration == guest.Registration)).OrderBy(talk => talk.Day).ThenBy(talk => talk.From).ToList();
        return new Box(new Column(
        [
            new Row(
            [
                new RowCell(TrackWidth.Relative(), new Column(
                [
                    Said("ticket.title"),
                    // Whoever must not be listed carries a ticket without a name.
                    new Paragraph([new Run(guest.Called.Length > 0 ? guest.Called : guest.Chiffre.Length > 0 ? guest.Chiffre : Text(nameof(DocumentsTexts.Ticket_NoName))) { Isolated = true }]) { Style = Name, Role = ParagraphRole.Heading2 },
                    SheetBlocks.Text(facts.Title, Body with { Bold = true }, 2),
                    Said("ticket.when"),
                    SheetBlocks.Text(Text(nameof(DocumentsTexts.Ticket_When), Day(facts.Date), Time(facts.StartsAt), Time(facts.EndsAt)), Body),
                    Said("ticket.where"),
                    SheetBlocks.Text(facts.Place, Body),
                ])),
                new RowCell(TrackWidth.Fixed(Code), new Column(
                [
                    new QrCode(facts.TicketLink(guest.Ticket).AbsoluteUri, Code, Text(nameof(DocumentsTexts.Ticket_CodeText))),
                    new Paragraph([new Run(Readable(guest.Ticket)) { Isolated = true }]) { Style = Label, Alignment = TextAlignment.Centre },
                ])),
            ]) { Gap = 6 },
            .. bus is null ? Array.Empty<Block>() : [bus],
            .. talks.Count == 0 ? Array.Empty<Block>() : [Said("talk.title"), .. Lines(facts, talks)],
            Said("ticket.show"),
        ]) { Gap = 1 })
        {
            Padding = new Margins(8, 8, 6, 8),
            BorderWidth = 0.4,
            BorderColour = SheetType.Hairline,
            MinHeight = Height,
        };
    }

    // What does not fit stands on the slip.
    private static IEnumerable<Block> Lines(EventPaperFacts facts, List<PaperTalk> talks)
    {
        var shown = talks.Count > MostTalks ? MostTalks - 1 : talks.Count;
        foreach (var talk in talks.Take(shown))
        {
            yield return SheetBlocks.Text((talk.Day == facts.Date ? "" : Day(talk.Day) + " ") + Text(nameof(DocumentsTexts.Talk_Line), Time(talk.From), talk.Employer, talk.Table), Body);
        }

        if (talks.Count > shown)
        {
            yield return SheetBlocks.Text(Text(nameof(DocumentsTexts.Talk_More), talks.Count - shown), Label);
        }
    }

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The first letters of a code in groups, to be read aloud when the scanner fails.</summary>
    public static string Readable(string ticket) => ticket.Length < 8 ? ticket : ticket[..4] + " " + ticket[4..8];
}
