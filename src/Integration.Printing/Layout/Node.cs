using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>A block measured for a width. Nodes never change; a page takes what fits and leaves the rest as another node.</summary>
internal abstract class Node
{
    protected const double Tolerance = 0.01;

    /// <summary>Space above, dropped at the top of a page.</summary>
    public double Leading { get; init; }

    /// <summary>The height on one endless page, without <see cref="Leading"/>.</summary>
    public abstract double Height { get; }

    /// <summary>Whether a page break stands within.</summary>
    public virtual bool HasBreak => false;

    /// <summary>Whether the node grows with the height it is given.</summary>
    public virtual bool Fills => false;

    /// <summary>Whether the next node must begin on the same page.</summary>
    public virtual bool KeepWithNext => false;

    /// <summary>Takes what fits.</summary>
    /// <param name="available">Points left on the page.</param>
    /// <param name="force">The page is empty: something must be placed, cut where cutting hurts if need be.</param>
    /// <returns>What fits (none: nothing) and the rest (none: all is placed).</returns>
    public virtual (Node? Placed, Node? Remainder) Take(double available, bool force)
        => force || Height <= available + Tolerance ? (this, null) : (null, this);

    /// <summary>Draws with the top left corner at a place.</summary>
    /// <param name="painter">Where to draw.</param>
    /// <param name="x">Points from the page's left.</param>
    /// <param name="y">Points from the page's top.</param>
    /// <param name="height">The height given, at least <see cref="Height"/>.</param>
    public abstract void Draw(Painter painter, double x, double y, double height);
}
