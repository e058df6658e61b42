using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Nodes beside each other, each at its place.</summary>
internal sealed class RowNode : Node
{
    private readonly Node?[] cells;
    private readonly double[] lefts;
    private readonly bool mayBreak;

    /// <param name="cells">Cells in reading order; none where a cell has no more content on this page.</param>
    /// <param name="lefts">Where each cell stands, in points from the row's left.</param>
    /// <param name="mayBreak">Whether cells flow on by themselves.</param>
    public RowNode(Node?[] cells, double[] lefts, bool mayBreak)
    {
        this.cells = cells;
        this.lefts = lefts;
        this.mayBreak = mayBreak;
        foreach (var cell in cells)
        {
            Height = Math.Max(Height, cell?.Height ?? 0);
            HasBreak |= mayBreak && cell is { HasBreak: true };
        }
    }

    public override double Height { get; }

    public override bool HasBreak { get; }

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        if (!HasBreak && Height <= available + Tolerance)
        {
            return (this, null);
        }

        // A row that is kept together is cut only where a whole page is too short for it.
        return mayBreak || force ? Cut(available, force) : (null, this);
    }

    public override void Draw(Painter painter, double x, double y, double height)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i]?.Draw(painter, x + lefts[i], y, height);
        }
    }

    private (Node? Placed, Node? Remainder) Cut(double available, bool force)
    {
        var placed = new Node?[cells.Length];
        var rest = new Node?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not { } cell)
            {
                continue;
            }

            (placed[i], rest[i]) = cell.Take(available, force);
            if (placed[i] is null && !force)
            {
                // Columns begin together or not at all.
                return (null, this);
            }
        }

        return (new RowNode(placed, lefts, mayBreak) { Leading = Leading },
            Array.Exists(rest, r => r is not null) ? new RowNode(rest, lefts, mayBreak) : null);
    }
}
