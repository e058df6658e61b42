using Integration.Printing.Blocks;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>A row of a table after measuring: cells without their padding.</summary>
internal sealed record TableRowNode(RowNode Cells, Colour? Fill);

/// <summary>What all parts of a table share.</summary>
internal sealed record TableFrame(double Width, Margins Padding, bool Rules, TableRowNode? Header);

/// <summary>A table or the part of it on one page.</summary>
internal sealed class TableNode : Node
{
    private const double Hairline = 0.4;

    private readonly TableFrame frame;
    private readonly TableRowNode[] rows;
    private readonly bool continued;

    public TableNode(TableFrame frame, TableRowNode[] rows, bool continued)
    {
        this.frame = frame;
        this.rows = rows;
        this.continued = continued;
        Height = (frame.Header is null ? 0 : HeightOf(frame.Header)) + rows.Sum(HeightOf);
    }

    public override double Height { get; }

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        if (Height <= available + Tolerance)
        {
            return (this, null);
        }

        var y = frame.Header is null ? 0 : HeightOf(frame.Header);
        var count = 0;
        while (count < rows.Length && y + HeightOf(rows[count]) <= available + Tolerance)
        {
            y += HeightOf(rows[count++]);
        }

        if (count > 0)
        {
            return (Part(rows[..count], continued), Part(rows[count..], continued: true));
        }

        return force && rows.Length > 0 ? CutFirstRow(available - y) : force ? (this, null) : (null, this);
    }

    public override void Draw(Painter painter, double x, double y, double height)
    {
        if (frame.Header is { } header)
        {
            if (continued)
            {
                painter.BeginArtifact();
            }

            y = DrawRow(painter, header, x, y);
            if (continued)
            {
                painter.EndArtifact();
            }
        }

        foreach (var row in rows)
        {
            y = DrawRow(painter, row, x, y);
        }
    }

    private (Node? Placed, Node? Remainder) CutFirstRow(double available)
    {
        var (placed, rest) = rows[0].Cells.Take(available - frame.Padding.Top - frame.Padding.Bottom, force: true);
        var first = rows[0] with { Cells = (RowNode)placed! };
        if (rest is null)
        {
            return (Part([first], continued), rows.Length > 1 ? Part(rows[1..], continued: true) : null);
        }

        return (Part([first], continued), Part([rows[0] with { Cells = (RowNode)rest }, .. rows[1..]], continued: true));
    }

    private TableNode Part(TableRowNode[] part, bool continued) => new(frame, part, continued) { Leading = continued ? 0 : Leading };

    private double HeightOf(TableRowNode row) => row.Cells.Height + frame.Padding.Top + frame.Padding.Bottom;

    private double DrawRow(Painter painter, TableRowNode row, double x, double y)
    {
        var height = HeightOf(row);
        if (row.Fill is not null || frame.Rules)
        {
            painter.BeginArtifact();
            if (row.Fill is { } fill)
            {
                painter.Rectangle(x, y, frame.Width, height, fill);
            }

            if (frame.Rules)
            {
                painter.HorizontalLine(x, y + height, frame.Width, Hairline, Colour.Grey(0.6));
            }

            painter.EndArtifact();
        }

        row.Cells.Draw(painter, x, y + frame.Padding.Top, row.Cells.Height);
        return y + height;
    }
}
