using Integration.Interpreters;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>The talks of a day by employer, with Chiffren and no name, and by interpreter, who may know a little more (R7).</summary>
internal static class TalkLists
{
    private static readonly SheetType Type = SheetType.A4;

    /// <summary>For each employer a list for its tables, in the order of the clock.</summary>
    public static IEnumerable<PageSequence> Employers(EventPaperFacts facts) =>
        facts.Talks.GroupBy(talk => (talk.EmployerId, talk.Employer)).OrderBy(group => group.Key.Employer, StringComparer.Create(Culture, ignoreCase: true))
            .Select((group, i) => Employer(facts, [.. group.OrderBy(talk => talk.Day).ThenBy(talk => talk.From).ThenBy(talk => talk.Table)]) with
            {
                Bookmark = i == 0 ? Text(nameof(DocumentsTexts.Paper_TalkLists)) : null,
            });

    /// <summary>For each interpreter their talks, in the order of the clock.</summary>
    public static IEnumerable<PageSequence> Interpreters(EventPaperFacts facts) =>
        facts.Talks.Where(talk => talk.InterpreterId is not null && talk.InterpreterName.Length > 0).GroupBy(talk => (talk.InterpreterId, talk.InterpreterName))
            .OrderBy(group => group.Key.InterpreterName, StringComparer.Create(Culture, ignoreCase: true))
            .Select((group, i) => Interpreter(facts, [.. group.OrderBy(talk => talk.Day).ThenBy(talk => talk.From)]) with
            {
                Bookmark = i == 0 ? Text(nameof(DocumentsTexts.Paper_InterpreterTalks)) : null,
            });

    private static PageSequence Employer(EventPaperFacts facts, List<PaperTalk> talks) => new()
    {
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Talk_ForEmployer))),
        Footer = new Column([SheetBlocks.Law(Type), DoorPapers.Footer(facts)]),
        Content =
        [
            SheetBlocks.Heading(talks[0].Employer, Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.Text(string.Join(" · ", new[] { Text(nameof(DocumentsTexts.Talk_Sum), talks.Count), talks[0].Place }.Where(part => part.Length > 0)), Type.Lead),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Talk_Chiffres), facts.Contact), Type.Body, 4),
            new Table(
                [TrackWidth.Fixed(78), TrackWidth.Fixed(40), TrackWidth.Fixed(104), TrackWidth.Relative(3), TrackWidth.Relative(3), TrackWidth.Relative(4)],
                [.. talks.SelectMany(talk => talk.People.OrderBy(person => person.Chiffre, StringComparer.Ordinal).Select(person => new TableRow(
                [
                    SheetBlocks.Text(When(facts, talk), Type.BodyBold), SheetBlocks.Text(talk.Table.ToString(Culture), Type.Body),
                    new Paragraph([new Run(person.Chiffre) { Isolated = true }]) { Style = Type.BodyBold },
                    SheetBlocks.Text(Spoken(talk), Type.Body), SheetBlocks.Text(talk.InterpreterId is null ? Text(nameof(DocumentsTexts.Talk_Without)) : Text(nameof(DocumentsTexts.Talk_With)), Type.Body),
                    new Space(Type.Gap(1.5)),
                ])))])
            {
                Header = InterpreterPapers.Heads(
                    nameof(DocumentsTexts.Plan_Time), nameof(DocumentsTexts.Talk_Table), nameof(DocumentsTexts.Talk_Chiffre), nameof(DocumentsTexts.Plan_Language),
                    nameof(DocumentsTexts.Tour_Interpreter), nameof(DocumentsTexts.Talk_Note)),
                Summary = Text(nameof(DocumentsTexts.Talk_Summary), talks[0].Employer),
                CellPadding = new Margins(3, 6, 3, 0),
                SpaceBefore = 10,
            },
        ],
    };

    private static PageSequence Interpreter(EventPaperFacts facts, List<PaperTalk> talks) => new()
    {
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Talk_ForInterpreter))),
        Footer = DoorPapers.Footer(facts),
        Content =
        [
            new Paragraph([new Run(talks[0].InterpreterName) { Isolated = true }]) { Style = Type.Headline, Role = ParagraphRole.Heading1, KeepWithNext = true },
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Talk_Sum), talks.Count), Type.Lead),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Talk_Secrecy), facts.Contact), Type.Body, 4),
            new Table(
                [TrackWidth.Fixed(78), TrackWidth.Relative(4), TrackWidth.Relative(3), TrackWidth.Relative(3), TrackWidth.Relative(4)], [.. Rows(facts, talks)])
            {
                Header = InterpreterPapers.Heads(
                    nameof(DocumentsTexts.Plan_Time), nameof(DocumentsTexts.Talk_Employer), nameof(DocumentsTexts.Talk_Where), nameof(DocumentsTexts.Plan_Language), nameof(DocumentsTexts.Talk_ForWhom)),
                Summary = talks[0].InterpreterName,
                CellPadding = new Margins(3, 6, 3, 0),
                SpaceBefore = 10,
            },
        ],
    };

    private static IEnumerable<TableRow> Rows(EventPaperFacts facts, List<PaperTalk> talks)
    {
        DateTime? until = null;
        foreach (var talk in talks)
        {
            var time = Stretch.Of(talk.Day, talk.From, talk.To);
            if (until is { } end && time.Start - end >= WorkStretches.Break)
            {
                yield return new TableRow(
                [
                    SheetBlocks.Text(Time(TimeOnly.FromDateTime(end)) + "–" + Time(talk.From), Type.Label),
                    SheetBlocks.Text(Text(nameof(DocumentsTexts.Plan_BreakRow), (int)(time.Start - end).TotalMinutes), Type.Label), new Space(0), new Space(0), new Space(0),
                ]);
            }

            yield return new TableRow(
            [
                SheetBlocks.Text(When(facts, talk), Type.BodyBold), SheetBlocks.Text(talk.Employer, Type.Body),
                SheetBlocks.Text(string.Join(", ", new[] { Text(nameof(DocumentsTexts.Talk_TableOf), talk.Table), talk.Place }.Where(part => part.Length > 0)), Type.Body),
                SheetBlocks.Text(Spoken(talk), Type.Body),
                new Paragraph([.. talk.People.OrderBy(person => person.ForInterpreter, StringComparer.Ordinal)
                    .SelectMany((person, i) => new[] { new Run(i == 0 ? "" : ", "), new Run(person.ForInterpreter) { Isolated = true } })]) { Style = Type.BodyBold },
            ]);
            until = time.End;
        }
    }

    private static string Spoken(PaperTalk talk) => talk.Language.Length > 0 ? talk.Language : Text(nameof(DocumentsTexts.Talk_German));

    private static string When(EventPaperFacts facts, PaperTalk talk) => (talk.Day == facts.Date ? "" : Day(talk.Day) + " ") + Time(talk.From) + "–" + Time(talk.To);
}
