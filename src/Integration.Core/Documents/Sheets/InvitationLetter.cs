using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>The invitation as a letter for a window envelope (DIN 5008, form B): German on the first page, the same in the person's language on the
/// second. It is an offer; a request to report is written by the Jobcenter itself and never here.</summary>
internal static class InvitationLetter
{
    // Form B: the field for the address is 85 × 45 mm, 20 mm from the left and 45 mm from the top; marks at 105, 148.5 and 210 mm.
    private const double Mm = Length.Millimetre;
    private const double TopMargin = 12 * Mm;
    private const double MarkLeft = 4 * Mm;
    private const double MarkWidth = 5 * Mm;
    private const double TextLeft = 25 * Mm;
    private const double RightMargin = 20 * Mm;
    private const double FieldTop = 45 * Mm;
    private const double ReturnZone = 5 * Mm;
    private const double RemarkZone = 12.7 * Mm;
    private const double FieldHeight = 45 * Mm;
    private const double SubjectTop = 103 * Mm;
    private const double RuleThickness = 0.4;
    private const double Code = 30 * Mm;

    private static readonly SheetType Type = SheetType.A4;
    private static readonly TextStyle Text11 = new() { Size = 11, LineHeight = 15.5 };
    private static readonly TextStyle Bold11 = Text11 with { Bold = true };
    private static readonly TextStyle Return = new() { Size = 6.5, LineHeight = ReturnZone };

    /// <summary>The pages of one letter.</summary>
    public static IEnumerable<PageSequence> Compose(InvitationFacts facts, LetterTo to, string? bookmark)
    {
        yield return new PageSequence
        {
            Margins = new Margins(TopMargin, RightMargin, 10 * Mm, MarkLeft),
            Bookmark = bookmark,
            ShrinkFloor = 0.75,
            Content =
            [
                new Row(
                [
                    new RowCell(TrackWidth.Fixed(TextLeft - MarkLeft), Marks()),
                    new RowCell(TrackWidth.Relative(), new Column([.. Head(facts, to), .. Said(facts, to, FormTexts.Of("de")!)])),
                ]),
            ],
        };
        if (FormTexts.Of(to.Language) is { Language: not "de" } own)
        {
            yield return new PageSequence
            {
                Margins = new Margins(25 * Mm, RightMargin, 15 * Mm, TextLeft),
                ShrinkFloor = 0.75,
                Direction = own.RightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
                Content = [.. Draft(own), .. Said(facts, to, own)],
            };
        }
    }

    // A hair at the edge for folding and punching; measured from the top of the sheet.
    private static Column Marks()
    {
        var at = TopMargin;
        var blocks = new List<Block>();
        foreach (var mark in new[] { 105 * Mm, 148.5 * Mm, 210 * Mm })
        {
            blocks.Add(new Space(mark - at));
            blocks.Add(new Row([new RowCell(TrackWidth.Fixed(MarkWidth), new Rule(RuleThickness) { Colour = SheetType.Hairline }), new RowCell(TrackWidth.Relative(), new Space(0))]));
            at = mark + RuleThickness;
        }

        return new Column(blocks);
    }

    private static IEnumerable<Block> Head(InvitationFacts facts, LetterTo to)
    {
        yield return Exactly(FieldTop - TopMargin, SheetBlocks.Text(facts.Sender, Type.LeadBold));
        yield return Exactly(FieldHeight, new Row(
        [
            new RowCell(TrackWidth.Fixed(80 * Mm), new Column(
            [
                SheetBlocks.Text(string.Join(" · ", new[] { facts.Sender, facts.SenderAddress }.Where(part => part.Length > 0)), Return),
                new Space(RemarkZone),
                new Paragraph([new Run(to.Name) { Isolated = true }]) { Style = Text11 },
                SheetBlocks.Text(to.Street, Text11),
                SheetBlocks.Text(to.Town, Text11),
            ])),
            // The block of information begins 125 mm from the left and 50 mm from the top.
            new RowCell(TrackWidth.Fixed(20 * Mm), new Space(0)),
            new RowCell(TrackWidth.Relative(), new Column(
            [
                new Space(ReturnZone),
                .. Information(facts).Where(line => line.Value.Length > 0).Select(line => SheetBlocks.Labelled(line.Name, line.Value, Type.Label, Type.Body)),
            ]) { Gap = 2 }),
        ]));
        yield return new Space(SubjectTop - FieldTop - FieldHeight);
    }

    private static IEnumerable<(string Name, string Value)> Information(InvitationFacts facts) =>
    [
        (Text(nameof(DocumentsTexts.Letter_Team)), facts.Team),
        (Text(nameof(DocumentsTexts.Letter_Phone)), facts.Phone),
        (Text(nameof(DocumentsTexts.Letter_Email)), facts.Email),
        (Text(nameof(DocumentsTexts.Letter_Date)), Day(facts.AsOf)),
    ];

    private static IEnumerable<Block> Said(InvitationFacts facts, LetterTo to, FormTexts texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = facts.Title, ["contact"] = facts.Contact };
        Paragraph Say(string key, TextStyle style, double before = 0) => new(texts.Runs(key, values)) { Style = style, Language = texts.Language, SpaceBefore = before };
        Paragraph German(string text, TextStyle style) => new([new Run(text) { Isolated = true, Language = "de" }]) { Style = style };
        yield return Say("invitation.subject", Bold11) with { Role = ParagraphRole.Heading1 };
        yield return Say("invitation.greeting", Text11, 18);
        yield return Say("invitation.text", Text11, 6);
        yield return new Box(new Row(
        [
            new RowCell(TrackWidth.Relative(), new Column(
            [
                Say("ticket.when", Type.Label),
                German(Text(nameof(DocumentsTexts.Ticket_When), Day(facts.Date), Time(facts.StartsAt), Time(facts.EndsAt)), Bold11),
                Say("ticket.where", Type.Label, 5),
                German(facts.Place, Bold11),
                .. to.Bus is not { } bus ? Array.Empty<Block>() :
                [
                    Say("ticket.bus", Type.Label, 5),
                    German(Text(nameof(DocumentsTexts.Ticket_Bus), bus.Line, bus.Stop, Time(bus.LeavesAt)), Bold11),
                    .. bus.BackFrom is { } back ? [Say("ticket.back", Type.Label, 5), German(Text(nameof(DocumentsTexts.Ticket_Back), Time(back)), Text11)] : Array.Empty<Block>(),
                ],
            ])),
            new RowCell(TrackWidth.Fixed(Code), new Column(
            [
                new QrCode(facts.TicketLink(to.Ticket).AbsoluteUri, Code, Text(nameof(DocumentsTexts.Ticket_CodeText))),
                new Paragraph([new Run(Tickets.Readable(to.Ticket)) { Isolated = true }]) { Style = Type.Label, Alignment = TextAlignment.Centre },
            ])),
        ]) { Gap = 12 })
        {
            Fill = SheetType.Tint,
            Padding = Margins.All(10),
            SpaceBefore = 12,
        };
        yield return Say("invitation.ticket", Text11, 12);
        yield return Say(to.Agreed ? "invitation.agreed" : "invitation.voluntary", Text11, 8);
        yield return Say("invitation.answer", Text11, 8);
        yield return German(facts.Sender, Text11) with { SpaceBefore = 20 };
    }

    private static IEnumerable<Block> Draft(FormTexts own)
    {
        if (!own.Reviewed)
        {
            yield return new Box(new Column(
            [
                new Paragraph(FormTexts.Of("de")!.Runs("form.draft", Nothing)) { Style = Type.Label, Language = "de", Direction = TextDirection.LeftToRight },
                new Paragraph(own.Runs("form.draft", Nothing)) { Style = Type.Label, Language = own.Language },
            ])) { BorderWidth = 0.4, BorderColour = SheetType.Hairline, Padding = Margins.All(5) };
            yield return new Space(14);
        }
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static Box Exactly(double height, Block content) => new(content) { MinHeight = height };

    private static string Time(TimeOnly time) => time.ToString("HH:mm", Culture);
}
