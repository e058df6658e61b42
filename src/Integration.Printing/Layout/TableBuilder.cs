using Integration.Printing.Blocks;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Measures tables.</summary>
internal static class TableBuilder
{
    public static TableNode Build(Table table, BuildContext context)
    {
        var columns = table.Columns.ToArray();
        var mirrored = context.Direction == TextDirection.RightToLeft;
        var (lefts, widths) = Tracks.Resolve(columns, context.Width, gap: 0, mirrored);
        var padding = table.CellPadding;
        for (var i = 0; i < columns.Length; i++)
        {
            lefts[i] += padding.Left;
            widths[i] = Math.Max(1, widths[i] - padding.Left - padding.Right);
        }

        var attributes = table.Summary is null ? null : Summary(table.Summary);
        var element = context.Parent.Add("Table", context.TagLanguage, attributes: attributes);
        var inner = context.Within(element);
        var header = table.Header is null ? null : BuildRow(table, table.Header, "header", inner, lefts, widths, isHeader: true);
        var rows = new TableRowNode[table.Rows.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = BuildRow(table, table.Rows[i], "row", inner, lefts, widths, isHeader: false);
        }

        return new TableNode(new TableFrame(context.Width, padding, table.RowRules, header), rows, continued: false) { Leading = table.SpaceBefore };
    }

    private static TableRowNode BuildRow(
        Table table, TableRow row, string what, BuildContext context, double[] lefts, double[] widths, bool isHeader)
    {
        if (row.Cells.Count != lefts.Length)
        {
            throw new ArgumentException($"A table's {what} has {row.Cells.Count} cells, but the table has {lefts.Length} columns.", nameof(row));
        }

        var element = context.Parent.Add("TR");
        var cells = new Node?[lefts.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var block = row.Cells[i];
            var own = block.Language is { } language ? context with { Language = language, LanguageGiven = true } : context;
            var attributes = isHeader ? "/O/Table/Scope/Column" : table.FirstColumnIsHeader && i == 0 ? "/O/Table/Scope/Row" : null;
            var cell = element.Add(attributes is null ? "TD" : "TH", own.TagLanguage, attributes: attributes);
            own = own.Within(cell) with { Width = widths[i] };
            cells[i] = block is Paragraph { Role: ParagraphRole.Paragraph, Bullet: null, SpaceBefore: 0 } text
                ? ParagraphBuilder.BuildInto(text, own, cell)
                : NodeBuilder.Inside(block, own);
        }

        return new TableRowNode(new RowNode(cells, lefts, mayBreak: false), row.Fill);
    }

    private static string Summary(string text) =>
        System.Text.Encoding.ASCII.GetString(new ByteWriter(64).Put("/O/Table/Summary"u8).Text(text).Written);
}
