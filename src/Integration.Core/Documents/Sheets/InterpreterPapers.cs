using Integration.Common;
using Integration.Interpreters;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>An interpreter of the day.</summary>
/// <param name="Name">Name as colleagues know it.</param>
/// <param name="Phone">Telephone number; empty when there is none.</param>
/// <param name="Tasks">What takes their time, in the order of the clock.</param>
public sealed record PaperInterpreter(string Name, string Phone, IReadOnlyList<PaperTask> Tasks)
{
    /// <summary>What they have said yes to.</summary>
    public IEnumerable<PaperTask> Confirmed => Tasks.Where(task => task.Assignment.State is AssignmentState.Confirmed or AssignmentState.Done);
}

/// <summary>A task of an interpreter; for a group, a stand or everybody it names nobody.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Language">Its language, in German.</param>
public sealed record PaperTask(InterpreterAssignment Assignment, string Language)
{
    /// <summary>Kind and text of the task.</summary>
    internal string What => string.Join(": ", new[] { Assignment.Kind.Label(Culture), Assignment.Task }.Where(part => part.Length > 0));

    /// <summary>From when to when, with the day where it is not the event's own.</summary>
    internal string When(DateOnly day) => (Assignment.Day == day ? "" : Day(Assignment.Day) + " ") + Time(Assignment.StartsAt) + "–" + Time(Assignment.EndsAt);
}

/// <summary>The team's plan: who interprets when and where, whom to call, and where a break is missing.</summary>
internal static class InterpreterPapers
{
    private static readonly SheetType Type = SheetType.A4;

    public static PageSequence Plan(EventPaperFacts facts) => new()
    {
        Size = PageSize.A4.Turned,
        Bookmark = Text(nameof(DocumentsTexts.Paper_InterpreterPlan)),
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Plan_Team))),
        Footer = DoorPapers.Footer(facts),
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Paper_InterpreterPlan)), Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Plan_Sum), facts.Interpreters.Count, facts.Interpreters.Sum(person => person.Tasks.Count)) + " · " + facts.Contact, Type.Body),
            .. facts.Interpreters.Select(person => new KeepTogether(Person(facts, person)) { SpaceBefore = 14 }),
        ],
    };

    private static Column Person(EventPaperFacts facts, PaperInterpreter person) => new(
    [
        new Paragraph([new Run(person.Name) { Isolated = true }, .. person.Phone.Length > 0 ? [new Run("  " + person.Phone) { Style = Type.Lead }] : Array.Empty<Run>()])
        {
            Style = Type.LeadBold, Role = ParagraphRole.Heading2, KeepWithNext = true,
        },
        .. WorkStretches.Continuous(person.Tasks.Select(task => task.Assignment.Time)).SelectMany(Missing),
        new Table(
            [TrackWidth.Fixed(100), TrackWidth.Relative(5), TrackWidth.Relative(2), TrackWidth.Relative(3), TrackWidth.Relative(3), TrackWidth.Fixed(34)], [.. Rows(facts, person)])
        {
            Header = Heads(
                nameof(DocumentsTexts.Plan_Time), nameof(DocumentsTexts.Plan_Task), nameof(DocumentsTexts.Plan_Language), nameof(DocumentsTexts.Plan_Place), nameof(DocumentsTexts.Plan_State),
                nameof(DocumentsTexts.Arrivals_In)),
            Summary = person.Name,
            CellPadding = new Margins(3, 6, 3, 0),
        },
    ]);

    public static TableRow Heads(params string[] keys) => new([.. keys.Select(key => SheetBlocks.Text(Text(key), Type.Label))]);

    private static IEnumerable<Block> Missing(Stretch stretch)
    {
        var key = WorkStretches.Advice([stretch]) switch
        {
            BreakAdvice.Break => nameof(DocumentsTexts.Plan_BreakMissing),
            BreakAdvice.SecondInterpreter => nameof(DocumentsTexts.Plan_SecondMissing),
            _ => null,
        };
        return key is null ? [] : [new Box(SheetBlocks.Text(Text(key, Clock(stretch.Start), Clock(stretch.End)), Type.BodyBold)) { Fill = SheetType.Tint, Padding = new Margins(2, 6, 2, 6) }];
    }

    private static IEnumerable<TableRow> Rows(EventPaperFacts facts, PaperInterpreter person)
    {
        DateTime? until = null;
        foreach (var task in person.Tasks)
        {
            var time = task.Assignment.Time;
            if (until is { } end && time.Start - end >= WorkStretches.Break)
            {
                var pause = Text(nameof(DocumentsTexts.Plan_BreakRow), (int)(time.Start - end).TotalMinutes);
                yield return new TableRow(
                [
                    SheetBlocks.Text(Clock(end) + "–" + Clock(time.Start), Type.Label), SheetBlocks.Text(pause, Type.Label),
                    new Space(0), new Space(0), new Space(0), new Space(0),
                ]);
            }

            yield return new TableRow(
            [
                SheetBlocks.Text(task.When(facts.Date), Type.BodyBold), SheetBlocks.Text(task.What, Type.Body), SheetBlocks.Text(task.Language, Type.Body),
                SheetBlocks.Text(task.Assignment.Place, Type.Body), State(task.Assignment.State), SheetBlocks.Tick(),
            ]);
            until = until > time.End ? until : time.End;
        }
    }

    // What is not certain has to catch the eye of whoever plans with it.
    private static Paragraph State(AssignmentState state) => state switch
    {
        AssignmentState.Confirmed => SheetBlocks.Text(Text(nameof(DocumentsTexts.Plan_Confirmed)), Type.Body),
        AssignmentState.Done => SheetBlocks.Text(Text(nameof(DocumentsTexts.Plan_Done)), Type.Body),
        AssignmentState.Requested => SheetBlocks.Text(Text(nameof(DocumentsTexts.Plan_Requested)), Type.BodyBold),
        _ => SheetBlocks.Text(Text(nameof(DocumentsTexts.Plan_Proposed)), Type.BodyBold),
    };

    private static string Clock(DateTime at) => Time(TimeOnly.FromDateTime(at));
}
