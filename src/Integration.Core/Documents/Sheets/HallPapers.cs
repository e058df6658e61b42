using Integration.Common;
using Integration.Events;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>The plan of each hall with its stands, and who is where.</summary>
internal static class HallPapers
{
    private const double PlanWidth = 480;
    private const double PlanHeight = 400;
    private static readonly SheetType Type = SheetType.A4;

    public static IEnumerable<PageSequence> FloorPlans(EventPaperFacts facts)
    {
        var grid = new PaperPlan(null, "", [], 3, 2);
        return facts.Plans.Append(grid)
            .Select(plan => (Plan: plan, Stands: facts.Stands.Where(stand => stand.Number.Length > 0 && stand.Plan == plan.Id).ToList()))
            .Where(hall => hall.Stands.Count > 0)
            .Select((hall, i) => Sheet(facts, hall.Plan, hall.Stands, i == 0));
    }

    private static PageSequence Sheet(EventPaperFacts facts, PaperPlan plan, List<PaperStand> stands, bool first) => new()
    {
        Size = PageSize.A4.Turned,
        Bookmark = first ? Text(nameof(DocumentsTexts.Paper_FloorPlan)) : null,
        Header = DoorPapers.Header(facts, plan.Name),
        Footer = DoorPapers.Footer(facts),
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Paper_FloorPlan)), Type.Headline, ParagraphRole.Heading1),
            new Row(
            [
                new RowCell(TrackWidth.Fixed(PlanWidth), Hall(plan, stands)),
                new RowCell(TrackWidth.Relative(), Legend(stands)),
            ]) { Gap = 18, SpaceBefore = 8, MayBreak = true },
        ],
    };

    private static Layers Hall(PaperPlan plan, List<PaperStand> stands)
    {
        // As large as fits, in the picture's own shape.
        var width = Math.Min(PlanWidth, PlanHeight * plan.PixelWidth / plan.PixelHeight);
        var height = width * plan.PixelHeight / plan.PixelWidth;
        var about = Text(nameof(DocumentsTexts.Plan_About), stands.Count);
        Block ground = plan.Image.Length > 0
            ? new Image(plan.Image, width, about)
            : new Row([new RowCell(TrackWidth.Fixed(width), new Box(new Space(0)) { BorderWidth = 0.7, BorderColour = SheetType.Hairline, MinHeight = height })]);
        return new Layers(ground, [.. stands.Select(stand => Box(stand, width, height))]);
    }

    private static Layer Box(PaperStand stand, double width, double height)
    {
        var place = stand.Place;
        double Across(int thousandths) => thousandths * width / StandPlace.Whole;
        double Down(int thousandths) => thousandths * height / StandPlace.Whole;
        var (wide, high) = (Across(place.Width), Down(place.Height));
        // The number as large as the box allows, and readable in the smallest.
        var size = Math.Clamp(Math.Min(high * 0.55, wide / Math.Max(1.5, stand.Number.Length * 0.75)), 6, 22);
        var style = new TextStyle { Size = size, LineHeight = size * 1.2, Bold = true };
        return new Layer(Across(place.X), Down(place.Y), wide, new Box(new Paragraph(stand.Number, style) { Alignment = TextAlignment.Centre })
        {
            BorderWidth = 1,
            Fill = Colour.White,
            MinHeight = high,
            Padding = new Margins(Math.Max(0, ((high - style.LineHeight) / 2) - 1), 0, 0, 0),
        });
    }

    private static Table Legend(List<PaperStand> stands) => new(
        [TrackWidth.Fixed(40), TrackWidth.Relative()],
        [.. stands.Select(stand => new TableRow(
        [
            SheetBlocks.Text(stand.Number, Type.BodyBold),
            new Column(
            [
                SheetBlocks.Text(stand.Employer.Length > 0 ? stand.Employer : Text(nameof(DocumentsTexts.Plan_Free)), Type.Body),
                // A temporary-work agency is always said to be one.
                .. stand.TemporaryWork ? [SheetBlocks.Text(Text(nameof(DocumentsTexts.Stand_TemporaryWork)), Type.Label)] : Array.Empty<Block>(),
                .. stand.Languages.Length > 0 ? [SheetBlocks.Text(stand.Languages, Type.Label)] : Array.Empty<Block>(),
            ]),
        ]))])
    {
        Header = new TableRow([.. new[] { nameof(DocumentsTexts.Plan_Number), nameof(DocumentsTexts.Plan_Who) }.Select(key => SheetBlocks.Text(Text(key), Type.Label))]),
        Summary = Text(nameof(DocumentsTexts.Paper_FloorPlan)),
        CellPadding = new Margins(2, 4, 2, 0),
        FirstColumnIsHeader = true,
    };
}
