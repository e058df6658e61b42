using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>Forms for what people thought of the day. No name, no number, no code: an answer is nobody's.</summary>
internal static class FeedbackPapers
{
    private const int Questions = 5;
    private static readonly SheetType Type = SheetType.A4;

    // The fonts at hand have no smiling faces; these three are read everywhere, and the words stand below them.
    private static readonly (string Face, string Word)[] Answers = [(":-)", "feedback.yes"), (":-|", "feedback.partly"), (":-(", "feedback.no")];

    private static readonly TextStyle Face = new() { Size = 13, LineHeight = 15, Bold = true };
    private static readonly TextStyle Asked = new() { Size = 9.5, LineHeight = 12.5, Bold = true };
    private static readonly TextStyle Small = new() { Size = 8, LineHeight = 10.5, Colour = SheetType.Quiet };
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>One form for each language that guests of this event read, two to a sheet, to be copied.</summary>
    public static IEnumerable<PageSequence> Guests(EventPaperFacts facts) =>
        facts.Guests.Select(guest => guest.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(FormTexts.Of).OfType<FormTexts>()
            .Select((texts, i) => Guest(facts, texts) with { Bookmark = i == 0 ? Text(nameof(DocumentsTexts.Paper_FeedbackGuests)) : null });

    /// <summary>The same short sheet as often as employers are expected.</summary>
    public static IEnumerable<PageSequence> Employers(EventPaperFacts facts) =>
        Enumerable.Range(0, facts.Employers).Select(i => Employer(facts) with { Bookmark = i == 0 ? Text(nameof(DocumentsTexts.Paper_FeedbackEmployers)) : null });

    private static PageSequence Guest(EventPaperFacts facts, FormTexts texts)
    {
        var own = texts.Language == "de" ? null : texts;
        return new PageSequence
        {
            Size = PageSize.A5,
            PagesPerSheet = 2,
            Margins = Margins.All(11 * Length.Millimetre),
            ShrinkFloor = 0.7,
            Content =
            [
                SheetBlocks.Text(facts.Title + ", " + Day(facts.Date), Small),
                Words(own, "feedback.title", own is null ? Type.Level : Type.Lead, Type.Level, ParagraphRole.Heading1) with { SpaceBefore = 2 },
                Words(own, "feedback.text", Small, Asked with { Bold = false }) with { SpaceBefore = 2 },
                .. Enumerable.Range(1, Questions).SelectMany(number => new Block[]
                {
                    new Rule(0.5) { SpaceBefore = 4, Colour = SheetType.Hairline },
                    Words(own, $"feedback.q{number}", own is null ? Asked : Small, Asked) with { SpaceBefore = 3 },
                    Choice(own),
                }),
                new Rule(0.5) { SpaceBefore = 4, Colour = SheetType.Hairline },
                Words(own, "feedback.more", own is null ? Asked : Small, Asked) with { SpaceBefore = 4 },
                new WritingLines(2, 7 * Length.Millimetre),
                .. own is { Reviewed: false } ? [Words(own, "form.draft", Small, Small) with { SpaceBefore = 6 }] : Array.Empty<Block>(),
            ],
        };
    }

    private static Row Choice(FormTexts? own) => new(
        [.. Answers.Select(answer => new RowCell(TrackWidth.Relative(), new Column(
        [
            new Paragraph("☐ " + answer.Face, Face) { Alignment = TextAlignment.Centre, Direction = TextDirection.LeftToRight },
            .. Said(own, answer.Word, Small, Small with { Bold = true }).Select(said => said with { Alignment = TextAlignment.Centre }),
        ])))])
    {
        SpaceBefore = 3,
        // The same side means the same on every form, whichever way its language runs: whoever counts the answers does not read them all.
        FixedOrder = true,
    };

    // Two directions share a line: German from the left, theirs from the right.
    private static Block Words(FormTexts? own, string key, TextStyle german, TextStyle theirs, ParagraphRole role = ParagraphRole.Paragraph)
    {
        var said = Said(own, key, german, theirs, role).ToList();
        return own is { RightToLeft: true }
            ? new Row([new RowCell(TrackWidth.Relative(), said[1]), new RowCell(TrackWidth.Relative(1.3), said[0])]) { Gap = 8 }
            : new Column(said);
    }

    private static IEnumerable<Paragraph> Said(FormTexts? own, string key, TextStyle german, TextStyle theirs, ParagraphRole role = ParagraphRole.Paragraph)
    {
        if (own is not null)
        {
            yield return new Paragraph(own.Runs(key, Nothing)) { Style = theirs, Language = own.Language, Role = role };
        }

        yield return new Paragraph(FormTexts.Of("de")!.Runs(key, Nothing)) { Style = german, Language = "de", Direction = TextDirection.LeftToRight, Role = own is null ? role : ParagraphRole.Paragraph };
    }

    private static PageSequence Employer(EventPaperFacts facts) => new()
    {
        ShrinkFloor = 0.85,
        Header = DoorPapers.Header(facts, ""),
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Feedback_Title)), Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Feedback_Text)), Type.Body, 4),
            Question(nameof(DocumentsTexts.Feedback_Talks)),
            new WritingLines(1),
            .. new[]
            {
                nameof(DocumentsTexts.Feedback_Fit), nameof(DocumentsTexts.Feedback_Profiles), nameof(DocumentsTexts.Feedback_Interpreters), nameof(DocumentsTexts.Feedback_Organisation),
                nameof(DocumentsTexts.Feedback_Again),
            }.SelectMany(key => new Block[] { Question(key), Choice(null) }),
            Question(nameof(DocumentsTexts.Feedback_Next)),
            .. new[]
            {
                nameof(DocumentsTexts.Feedback_Interview), nameof(DocumentsTexts.Feedback_Observing), nameof(DocumentsTexts.Feedback_Internship), nameof(DocumentsTexts.Feedback_Entry),
                nameof(DocumentsTexts.Feedback_Training), nameof(DocumentsTexts.Feedback_Job), nameof(DocumentsTexts.Feedback_Nothing),
            }.Select(key => new Paragraph(Text(key), Type.Body) { Bullet = "☐", SpaceBefore = 2 }),
            Question(nameof(DocumentsTexts.Feedback_Better)),
            new WritingLines(4),
        ],
    };

    private static Paragraph Question(string key) => SheetBlocks.Heading(Text(key), Type.LeadBold, before: 12);
}
