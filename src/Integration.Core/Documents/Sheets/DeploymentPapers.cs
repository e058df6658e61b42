using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>Two sheets for each interpreter who has said yes: one to keep, with the tasks and how the team works (DOMAIN §6.3 in plain words), and the record
/// (Einsatzbestätigung) that is signed and given back for billing.</summary>
internal static class DeploymentPapers
{
    private static readonly SheetType Type = SheetType.A4;

    public static IEnumerable<PageSequence> Compose(EventPaperFacts facts) =>
        facts.Interpreters.Where(person => person.Confirmed.Any())
            .SelectMany(person => new[] { Confirmation(facts, person), Record(facts, person) })
            .Select((sheet, i) => i == 0 ? sheet with { Bookmark = Text(nameof(DocumentsTexts.Paper_DeploymentRecords)) } : sheet);

    private static PageSequence Confirmation(EventPaperFacts facts, PaperInterpreter person)
    {
        Paragraph Point(string key) => new(Text(key), Type.Body) { Bullet = "•", SpaceBefore = 4 };
        return new PageSequence
        {
            ShrinkFloor = 0.8,
            Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Deploy_Keep))),
            Content =
            [
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Deploy_Title)), Type.Headline, ParagraphRole.Heading1),
                Name(person),
                Where(facts),
                SheetBlocks.Text(Text(nameof(DocumentsTexts.Deploy_Thanks)), Type.Lead, 14),
                new Table(
                    [TrackWidth.Fixed(120), TrackWidth.Relative(4), TrackWidth.Relative(2), TrackWidth.Relative(3)],
                    [.. person.Confirmed.Select(task => new TableRow(
                    [
                        SheetBlocks.Text(task.When(facts.Date), Type.BodyBold), SheetBlocks.Text(task.What, Type.Body),
                        SheetBlocks.Text(task.Language, Type.Body), SheetBlocks.Text(task.Assignment.Place, Type.Body),
                    ]))])
                {
                    Header = InterpreterPapers.Heads(
                        nameof(DocumentsTexts.Plan_Time), nameof(DocumentsTexts.Plan_Task), nameof(DocumentsTexts.Plan_Language), nameof(DocumentsTexts.Plan_Place)),
                    Summary = Text(nameof(DocumentsTexts.Deploy_Thanks)),
                    CellPadding = new Margins(3, 6, 3, 0),
                    SpaceBefore = 4,
                },
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Deploy_Bring)), Type.LeadBold, before: 16),
                Point(nameof(DocumentsTexts.Deploy_BringSheets)),
                Point(nameof(DocumentsTexts.Deploy_BringPen)),
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Deploy_Rules)), Type.LeadBold, before: 16),
                Point(nameof(DocumentsTexts.Deploy_Rule1)),
                Point(nameof(DocumentsTexts.Deploy_Rule2)),
                Point(nameof(DocumentsTexts.Deploy_Rule3)),
                Point(nameof(DocumentsTexts.Deploy_Rule4)),
                Point(nameof(DocumentsTexts.Deploy_Rule5)),
                Point(nameof(DocumentsTexts.Deploy_Rule6)),
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Deploy_Secrecy)), Type.LeadBold, before: 16),
                SheetBlocks.Text(Text(nameof(DocumentsTexts.Deploy_SecrecyText)), Type.Body, 4),
            ],
        };
    }

    private static PageSequence Record(EventPaperFacts facts, PaperInterpreter person) => new()
    {
        ShrinkFloor = 0.8,
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Deploy_Return))),
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Record_Title)), Type.Headline, ParagraphRole.Heading1),
            Name(person),
            Where(facts),
            new Table(
                [TrackWidth.Fixed(110), TrackWidth.Relative(), TrackWidth.Fixed(80), TrackWidth.Fixed(60), TrackWidth.Fixed(60)],
                [.. person.Confirmed.Select(task => new TableRow(
                [
                    SheetBlocks.Text(task.When(facts.Date), Type.BodyBold), SheetBlocks.Text(task.What + ", " + task.Language, Type.Body),
                    Written(task.Assignment.WorkedFrom is { } from ? Time(from) : ""), Written(task.Assignment.WorkedTo is { } to ? Time(to) : ""), Written(""),
                ]))])
            {
                Header = InterpreterPapers.Heads(
                    nameof(DocumentsTexts.Record_Planned), nameof(DocumentsTexts.Plan_Task), nameof(DocumentsTexts.Record_From), nameof(DocumentsTexts.Record_To),
                    nameof(DocumentsTexts.Record_Break)),
                Summary = Text(nameof(DocumentsTexts.Record_Title)),
                CellPadding = new Margins(3, 6, 3, 0),
                SpaceBefore = 14,
            },
            new Row(
            [
                new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Record_Km)), Type)),
                new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Record_Travel)), Type)),
            ]) { Gap = 24, SpaceBefore = 12 },
            SheetBlocks.Signature(Text(nameof(DocumentsTexts.Record_Other)), Type),
            new Row(
            [
                new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Record_Interpreter)), Type)),
                new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Record_Organiser), facts.Organiser), Type)),
            ]) { Gap = 24, SpaceBefore = 24 },
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Record_Billing), facts.Organiser), Type.Body, 20),
        ],
    };

    private static Paragraph Name(PaperInterpreter person) => new([new Run(person.Name) { Isolated = true }]) { Style = Type.Level, SpaceBefore = 6 };

    private static Table Where(EventPaperFacts facts) => SheetBlocks.FactTable(
        facts.Title,
        new[]
        {
            (Name: Text(nameof(DocumentsTexts.Deploy_Event)), Value: facts.Title),
            (Name: Text(nameof(DocumentsTexts.Deploy_Day)), Value: Text(nameof(DocumentsTexts.Ticket_When), Day(facts.Date), Time(facts.StartsAt), Time(facts.EndsAt))),
            (Name: Text(nameof(DocumentsTexts.Deploy_Place)), Value: facts.Place),
            (Name: Text(nameof(DocumentsTexts.Deploy_Organiser)), Value: facts.Organiser),
            (Name: Text(nameof(DocumentsTexts.Deploy_Ask)), Value: facts.Contact),
        }.Where(fact => fact.Value.Length > 0), 130, Type) with { SpaceBefore = 8 };

    private static Box Written(string value) => new(SheetBlocks.Text(value, Type.Body)) { BorderWidth = 0.5, BorderColour = SheetType.Hairline, MinHeight = 20, Padding = new Margins(3, 4, 3, 4) };
}
