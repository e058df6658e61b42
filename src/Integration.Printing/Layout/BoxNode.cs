using Integration.Printing.Blocks;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Padding, border and background around a node.</summary>
internal sealed class BoxNode(Box box, Node child, double width, double least) : Node
{
    private double Above => box.BorderWidth + box.Padding.Top;

    private double Below => box.BorderWidth + box.Padding.Bottom;

    public override double Height => Math.Max(least, Above + child.Height + Below);

    public override bool HasBreak => child.HasBreak;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        if (!HasBreak && Height <= available + Tolerance)
        {
            return (this, null);
        }

        var (placed, rest) = child.Take(available - Above - Below, force);
        if (placed is null)
        {
            // On an empty page even what cannot be cut is set; a box of nothing but page breaks is an empty box.
            return force ? (new BoxNode(box, rest ?? new SpaceNode(0, fills: false), width, Math.Min(least, available)) { Leading = Leading }, null) : (null, this);
        }

        if (rest is not null)
        {
            return (new BoxNode(box, placed, width, 0) { Leading = Leading }, new BoxNode(box, rest, width, 0));
        }

        // Only the place to write on is too high.
        return force || least <= available + Tolerance
            ? (new BoxNode(box, placed, width, Math.Min(least, available)) { Leading = Leading }, null)
            : (null, this);
    }

    public override void Draw(Painter painter, double x, double y, double height)
    {
        var own = Height;
        if (box.Fill is not null || box.BorderWidth > 0)
        {
            painter.BeginArtifact();
            if (box.Fill is { } fill)
            {
                painter.Rectangle(x, y, width, own, fill);
            }

            if (box.BorderWidth > 0)
            {
                var half = box.BorderWidth / 2;
                painter.Outline(x + half, y + half, width - box.BorderWidth, own - box.BorderWidth, box.BorderWidth, box.BorderColour);
            }

            painter.EndArtifact();
        }

        child.Draw(painter, x + box.BorderWidth + box.Padding.Left, y + Above, own - Above - Below);
    }
}
