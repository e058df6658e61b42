using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>Small pieces that all sheets share.</summary>
internal static class SheetBlocks
{
    public static Paragraph Text(string text, TextStyle style, double before = 0) => new(text, style) { SpaceBefore = before };

    public static Paragraph AtEnd(string text, TextStyle style) => new(text, style) { Alignment = TextAlignment.End };

    public static Paragraph Heading(string text, TextStyle style, ParagraphRole role = ParagraphRole.Heading2, double before = 0) =>
        new(text, style) { Role = role, KeepWithNext = true, SpaceBefore = before };

    /// <summary>A quiet label with its value below.</summary>
    public static Column Labelled(string label, string value, TextStyle labelStyle, TextStyle valueStyle) =>
        new([Text(label, labelStyle), Text(value, valueStyle)]);

    /// <summary>Facts as a small table: what it is left, what it says right, hairlines between.</summary>
    public static Table FactTable(string summary, IEnumerable<(string Name, string Value)> facts, double nameWidth, SheetType type) =>
        new(
            [TrackWidth.Fixed(nameWidth), TrackWidth.Relative()],
            facts.Select(fact => new TableRow([Text(fact.Name, type.Label with { LineHeight = type.Body.LineHeight }), Text(fact.Value, type.Body)])).ToList())
        {
            Summary = summary,
            FirstColumnIsHeader = true,
            CellPadding = new Margins(1.5, 4, 1.5, 0),
        };

    /// <summary>A box to tick.</summary>
    public static Box Tick() => new(new Space(0)) { BorderWidth = 0.7, MinHeight = 10 };

    /// <summary>A line to sign on, with what belongs there below it.</summary>
    public static Column Signature(string caption, SheetType type) =>
        new([new Space(type.Gap(2.5)), new Rule(0.6), Text(caption, type.Label, 2)]);

    /// <summary>What the law says about the sheet, on every page that leaves the house.</summary>
    public static Paragraph Law(SheetType type) => new(
    [
        new Run(GermanTexts.Text(nameof(DocumentsTexts.Law_Paragraph78)) + " "),
        new Run(GermanTexts.Text(nameof(DocumentsTexts.Law_Return))) { Style = type.LawBold },
    ]) { Style = type.Law };

    /// <summary>"Seite 1 von 2", counted by the engine.</summary>
    public static IReadOnlyList<Run> PageOfPages(string before, string between, string after) =>
    [
        new Run(before), new Run("") { Counter = Counter.Page }, new Run(between), new Run("") { Counter = Counter.PageCount }, new Run(after),
    ];
}
