using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>An event on the leaflet of its series.</summary>
/// <param name="Date">Its day.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Its kind, in German.</param>
/// <param name="Audience">Whom it is for; empty when nothing is said.</param>
/// <param name="Place">Building, street and town in a line.</param>
/// <param name="Cancelled">Whether it does not take place.</param>
public sealed record LeafletEvent(DateOnly Date, TimeOnly From, TimeOnly To, string Title, string Kind, string Audience, string Place, bool Cancelled);

/// <summary>What the leaflet of a series says.</summary>
public sealed record SeriesLeafletFacts
{
    /// <summary>Title of the series.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public string Description { get; init; } = "";

    /// <summary>The leading organisation.</summary>
    public required string Organiser { get; init; }

    /// <summary>Whom to ask.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Patron, with office; empty when there is none.</summary>
    public string Patron { get; init; } = "";

    /// <summary>Name of the working group; empty when it has none.</summary>
    public string WorkingGroup { get; init; } = "";

    /// <summary>Its members beside the leading organisation, and whether each takes the chair.</summary>
    public IReadOnlyList<(string Name, bool Chair)> Members { get; init; } = [];

    /// <summary>The events in the order of the calendar.</summary>
    public required IReadOnlyList<LeafletEvent> Events { get; init; }

    /// <summary>Who pays, in the words that the grants ask for.</summary>
    public IReadOnlyList<string> FundingNotes { get; init; } = [];

    /// <summary>The logos of the events in the order of the bar.</summary>
    public IReadOnlyList<PaperLogo> Logos { get; init; } = [];

    /// <summary>The day it is made.</summary>
    public required DateOnly AsOf { get; init; }
}

/// <summary>The leaflet of a series of events: what takes place when, for whom and where, and who stands behind it.</summary>
internal static class SeriesLeaflet
{
    private static readonly SheetType Type = SheetType.A4;

    public static PageSequence Compose(SeriesLeafletFacts facts) => new()
    {
        ShrinkFloor = 0.85,
        Footer = new Column(
        [
            .. LogoBar.Of(facts.Logos) is { } bar ? [bar] : Array.Empty<Block>(),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Series_AsOf), Day(facts.AsOf)), Type.Law, Type.Gap(0.5)),
        ]),
        Content =
        [
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Series_Led), facts.Organiser), Type.Lead),
            SheetBlocks.Heading(facts.Title, Type.Headline, ParagraphRole.Heading1, before: 4),
            .. facts.Patron.Length == 0 ? Array.Empty<Block>() : [SheetBlocks.Text(Text(nameof(DocumentsTexts.Leaflet_Patron), facts.Patron), Type.LeadBold, 4)],
            .. facts.Description.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => SheetBlocks.Text(line, Type.Lead, 6)),
            new Table(
                [TrackWidth.Fixed(86), TrackWidth.Relative(4), TrackWidth.Relative(2), TrackWidth.Relative(3)], [.. facts.Events.Select(Row)])
            {
                Header = InterpreterPapers.Heads(
                    nameof(DocumentsTexts.Series_When), nameof(DocumentsTexts.Series_What), nameof(DocumentsTexts.Series_Whom), nameof(DocumentsTexts.Series_Where)),
                Summary = facts.Title,
                CellPadding = new Margins(5, 8, 5, 0),
                SpaceBefore = 14,
            },
            SheetBlocks.Heading(facts.WorkingGroup.Length > 0 ? facts.WorkingGroup : Text(nameof(DocumentsTexts.Series_Group)), Type.LeadBold, before: 16),
            Member(Text(nameof(DocumentsTexts.Series_Leads), facts.Organiser)),
            .. facts.Members.Select(member => Member(member.Chair ? Text(nameof(DocumentsTexts.Series_Chair), member.Name) : member.Name)),
            .. facts.Contact.Length == 0 ? Array.Empty<Block>() : [SheetBlocks.Text(facts.Contact, Type.Body, 10)],
            .. facts.FundingNotes.Select(note => SheetBlocks.Text(note, Type.BodyBold, 8)),
        ],
    };

    private static Paragraph Member(string name) => new(name, Type.Body) { Bullet = "•", SpaceBefore = 2 };

    private static TableRow Row(LeafletEvent row) => new(
    [
        new Column([SheetBlocks.Text(Day(row.Date), Type.BodyBold), SheetBlocks.Text(Text(nameof(DocumentsTexts.Series_Time), Time(row.From), Time(row.To)), Type.Body)]),
        new Column(
        [
            SheetBlocks.Text(row.Title, Type.BodyBold), SheetBlocks.Text(row.Kind, Type.Body),
            .. row.Cancelled ? [SheetBlocks.Text(Text(nameof(DocumentsTexts.Series_Cancelled)), Type.BodyBold)] : Array.Empty<Block>(),
        ]),
        SheetBlocks.Text(row.Audience, Type.Body),
        SheetBlocks.Text(row.Place, Type.Body),
    ]);
}
