using Integration.Printing.Blocks;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Empty height.</summary>
internal sealed class SpaceNode(double height, bool fills) : Node
{
    public override double Height => height;

    public override bool Fills => fills;

    // Space that reaches beyond the page ends with it.
    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
        => height <= available + Tolerance ? (this, null) : (new SpaceNode(Math.Max(0, available), fills), null);

    public override void Draw(Painter painter, double x, double y, double given)
    {
    }
}

/// <summary>The start of a new page; stacks see to it.</summary>
internal sealed class PageBreakNode : Node
{
    public override double Height => 0;

    public override bool HasBreak => true;

    public override void Draw(Painter painter, double x, double y, double height)
    {
    }
}

/// <summary>A horizontal line.</summary>
internal sealed class RuleNode(Rule rule, double width) : Node
{
    public override double Height => rule.Thickness;

    public override void Draw(Painter painter, double x, double y, double height)
    {
        painter.BeginArtifact();
        painter.HorizontalLine(x, y + (rule.Thickness / 2), width, rule.Thickness, rule.Colour);
        painter.EndArtifact();
    }
}

/// <summary>Lines to write on.</summary>
internal sealed class WritingLinesNode(int count, double pitch, double width) : Node
{
    private const double Thickness = 0.4;

    public override double Height => count * pitch;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        var fitting = Math.Min(count, (int)((available + Tolerance) / pitch));
        if (fitting == 0 && !force)
        {
            return (null, this);
        }

        fitting = Math.Max(1, fitting);
        return fitting >= count
            ? (this, null)
            : (new WritingLinesNode(fitting, pitch, width) { Leading = Leading }, new WritingLinesNode(count - fitting, pitch, width));
    }

    public override void Draw(Painter painter, double x, double y, double height)
    {
        painter.BeginArtifact();
        for (var i = 1; i <= count; i++)
        {
            painter.HorizontalLine(x, y + (i * pitch) - (Thickness / 2), width, Thickness, Colour.Grey(0.4));
        }

        painter.EndArtifact();
    }
}

/// <summary>A node that stays on one page if a page can hold it.</summary>
internal sealed class KeepNode(Node child) : Node
{
    public override double Height => child.Height;

    public override bool Fills => child.Fills;

    public override bool KeepWithNext => child.KeepWithNext;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
        => child.Height <= available + Tolerance ? (this, null) : force ? child.Take(available, force) : (null, this);

    public override void Draw(Painter painter, double x, double y, double height) => child.Draw(painter, x, y, height);
}

/// <summary>A QR code.</summary>
internal sealed class QrNode(QrSymbol symbol, double size, StructElement? element) : Node
{
    public override double Height => size;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
        => size <= available + Tolerance ? (this, null)
            : force ? (new QrNode(symbol, Math.Max(1, available), element), null) : (null, this);

    public override void Draw(Painter painter, double x, double y, double height)
    {
        FigureBox.Begin(painter, element, x, y, size, size);
        painter.Scaled(x, y, size / symbol.Modules, symbol.Operators);
        FigureBox.End(painter, element);
    }
}

/// <summary>An image.</summary>
internal sealed class ImageNode(int image, double width, double height, StructElement? element) : Node
{
    public override double Height => height;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        if (height <= available + Tolerance)
        {
            return (this, null);
        }

        var factor = Math.Max(1, available) / height;
        return force ? (new ImageNode(image, width * factor, height * factor, element), null) : (null, this);
    }

    public override void Draw(Painter painter, double x, double y, double given)
    {
        FigureBox.Begin(painter, element, x, y, width, height);
        painter.Image(image, x, y, width, height);
        FigureBox.End(painter, element);
    }
}
