using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Nodes below each other.</summary>
internal sealed class StackNode : Node
{
    private readonly Node[] children;
    private readonly double gap;

    /// <param name="children">At least one node; the first one's leading becomes the stack's.</param>
    /// <param name="gap">Points between children, beside their leading.</param>
    public StackNode(Node[] children, double gap)
    {
        this.children = children;
        this.gap = gap;
        for (var i = 0; i < children.Length; i++)
        {
            Height += children[i].Height + SpaceAbove(i);
            HasBreak |= children[i].HasBreak;
            Fills |= children[i].Fills;
        }
    }

    public override double Height { get; }

    public override bool HasBreak { get; }

    public override bool Fills { get; }

    public override bool KeepWithNext => children.Length > 0 && children[^1].KeepWithNext;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        if (!HasBreak && Height <= available + Tolerance)
        {
            return (this, null);
        }

        var placed = new List<Node>();
        double y = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child is PageBreakNode)
            {
                if (placed.Count == 0 && force)
                {
                    continue;
                }

                return Split(placed, null, i + 1);
            }

            var space = placed.Count == 0 ? 0 : SpaceAbove(i);
            var (part, rest) = child.Take(available - y - space, force && placed.Count == 0);
            if (part is null)
            {
                if (rest is null)
                {
                    // Nothing but page breaks, which an empty page does not need.
                    continue;
                }

                if (placed.Count > 0 || !force)
                {
                    return Back(placed, i, force);
                }

                // On an empty page even what cannot be cut is set.
                (part, rest) = (child, null);
            }

            placed.Add(part);
            y += space + part.Height;
            if (rest is not null)
            {
                return Split(placed, rest, i + 1);
            }
        }

        return placed.Count == children.Length ? (this, null) : (placed.Count > 0 ? Stack(placed) : null, null);
    }

    public override void Draw(Painter painter, double x, double y, double height)
    {
        var fillers = children.Count(c => c.Fills);
        var extra = fillers > 0 ? Math.Max(0, height - Height) / fillers : 0;
        for (var i = 0; i < children.Length; i++)
        {
            y += SpaceAbove(i);
            var own = children[i].Height + (children[i].Fills ? extra : 0);
            children[i].Draw(painter, x, y, own);
            y += own;
        }
    }

    private double SpaceAbove(int i) => i == 0 ? 0 : children[i].Leading + gap;

    // Child i does not fit: what must stay with it goes to the next page too, unless that leaves the page empty.
    private (Node? Placed, Node? Remainder) Back(List<Node> placed, int i, bool force)
    {
        var keep = placed.Count;
        while (keep > 0 && placed[keep - 1].KeepWithNext)
        {
            keep--;
        }

        if (keep == 0)
        {
            if (!force)
            {
                return (null, this);
            }

            keep = placed.Count;
        }

        var moved = placed[keep..];
        placed.RemoveRange(keep, moved.Count);
        return (Stack(placed), Stack([.. moved, .. children[i..]]));
    }

    private (Node? Placed, Node? Remainder) Split(List<Node> placed, Node? rest, int next)
    {
        List<Node> following = rest is null ? [] : [rest];
        following.AddRange(children[next..]);
        return (placed.Count > 0 ? Stack(placed) : null, following.Count > 0 ? Stack(following) : null);
    }

    private Node Stack(List<Node> nodes) => new StackNode([.. nodes], gap) { Leading = nodes.Count > 0 ? nodes[0].Leading : 0 };
}
