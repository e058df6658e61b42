using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>Slips with a person's talks, A5, two to a sheet: German and their language side by side. A slip lies on tables and gets lost: it is headed
/// by the Chiffre and says no name and nothing of the ticket.</summary>
internal static class TalkSlips
{
    private const double Clock = 62;
    private static readonly SheetType Type = SheetType.A4;
    private static readonly TextStyle Small = new() { Size = 8, LineHeight = 10.5, Colour = SheetType.Quiet };
    private static readonly TextStyle Body = new() { Size = 9, LineHeight = 12 };
    private static readonly TextStyle Hour = new() { Size = 17, LineHeight = 20, Bold = true };
    private static readonly TextStyle Employer = new() { Size = 11, LineHeight = 14, Bold = true };
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The slips of everybody who has a talk, by Chiffre.</summary>
    public static IEnumerable<PageSequence> Compose(EventPaperFacts facts, bool changed = false)
    {
        var talks = facts.Talks.SelectMany(talk => talk.People.Select(person => (person, talk))).ToLookup(row => row.person.Registration);
        return facts.Guests.Where(guest => talks.Contains(guest.Registration))
            .Select(guest => (Guest: guest, talks[guest.Registration].First().person.Chiffre, Talks: talks[guest.Registration].Select(row => row.talk).OrderBy(talk => talk.Day).ThenBy(talk => talk.From).ToList()))
            .OrderBy(row => row.Chiffre, StringComparer.Ordinal)
            .Select((row, i) => Slip(facts, row.Guest, row.Chiffre, row.Talks, changed) with { Bookmark = i == 0 ? Text(nameof(DocumentsTexts.Paper_TalkSlips)) : null });
    }

    private static PageSequence Slip(EventPaperFacts facts, PaperGuest guest, string chiffre, List<PaperTalk> talks, bool changed)
    {
        var texts = FormTexts.Of(guest.Language);
        var own = texts is null || texts.Language == "de" ? null : texts;
        return new PageSequence
        {
            Size = PageSize.A5,
            PagesPerSheet = 2,
            Margins = Margins.All(11 * Length.Millimetre),
            ShrinkFloor = 0.75,
            Content =
            [
                SheetBlocks.Text(facts.Title + ", " + Day(facts.Date), Small),
                new Paragraph([new Run(chiffre) { Isolated = true }]) { Style = Type.Chiffre, Role = ParagraphRole.Heading1, SpaceBefore = 2 },
                Said(own, "talk.number", Small),
                .. changed ? [new Box(Said(own, "talk.changed", Type.BodyBold)) { Fill = SheetType.Tint, Padding = new Margins(3, 6, 3, 6), SpaceBefore = 5 }] : Array.Empty<Block>(),
                Said(own, "talk.title", Type.Lead with { Bold = true }, role: ParagraphRole.Heading2, before: 8),
                Said(own, "talk.text", Body, before: 2),
                .. talks.Select(talk => new KeepTogether(Talk(own, talk, facts.Date))),
                new Rule(0.5) { SpaceBefore = 6, Colour = SheetType.Hairline },
                Said(own, "talk.late", Body, before: 4),
                SheetBlocks.Text(facts.Contact, Body, 4),
                .. own is { Reviewed: false } ? [Said(own, "form.draft", Small, before: 5)] : Array.Empty<Block>(),
            ],
        };
    }

    private static Column Talk(FormTexts? own, PaperTalk talk, DateOnly day) => new(
    [
        new Rule(0.5) { SpaceBefore = 6, Colour = SheetType.Hairline },
        new Row(
        [
            new RowCell(TrackWidth.Fixed(Clock), new Column(
            [
                .. talk.Day == day ? Array.Empty<Block>() : [SheetBlocks.Text(Day(talk.Day), Small)],
                SheetBlocks.Text(Time(talk.From), Hour),
                SheetBlocks.Text(Text(nameof(DocumentsTexts.Talk_Until), Time(talk.To)), Small),
            ])),
            new RowCell(TrackWidth.Relative(), new Column(
            [
                new Paragraph([new Run(talk.Employer) { Isolated = true, Language = "de" }]) { Style = Employer, Role = ParagraphRole.Heading3 },
                Said(own, "talk.table", Type.BodyBold, Number(talk.Table)),
                .. talk.Place.Length == 0 ? Array.Empty<Block>() : [SheetBlocks.Text(talk.Place, Body)],
                .. talk.InterpreterId is null ? Array.Empty<Block>() : [Said(own, "talk.interpreter", Body, Who(talk), ": ")],
            ])),
        ]) { Gap = 8, SpaceBefore = 4, FixedOrder = true },
    ]);

    private static string Who(PaperTalk talk) => string.Join(", ", new[] { talk.InterpreterCalled, talk.Language }.Where(part => part.Length > 0));

    private static string Number(int table) => table.ToString(Culture);

    // Two directions share a line: German from the left, theirs from the other side.
    private static Block Said(FormTexts? own, string key, TextStyle style, string more = "", string between = " ", ParagraphRole role = ParagraphRole.Paragraph, double before = 0)
    {
        Run[] German() => more.Length == 0 ? [] : [new Run(between), new Run(more) { Isolated = true, Language = "de" }];
        var german = new Paragraph([.. FormTexts.Of("de")!.Runs(key, Nothing), .. German()]) { Style = style, Language = "de", Direction = TextDirection.LeftToRight, Role = role };
        return own is null
            ? german with { SpaceBefore = before }
            : new Row(
            [
                new RowCell(TrackWidth.Relative(), german),
                new RowCell(TrackWidth.Relative(), new Paragraph([.. own.Runs(key, Nothing), .. German()])
                {
                    Style = style, Language = own.Language, Direction = own.RightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
                }),
            ]) { Gap = 10, SpaceBefore = before, FixedOrder = true };
    }
}
