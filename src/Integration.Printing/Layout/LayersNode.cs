using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Nodes drawn over another one, at places of their own.</summary>
internal sealed class LayersNode(Node below, IReadOnlyList<(double X, double Y, Node Node)> above) : Node
{
    public override double Height => below.Height;

    public override void Draw(Painter painter, double x, double y, double height)
    {
        below.Draw(painter, x, y, below.Height);
        foreach (var (left, top, node) in above)
        {
            node.Draw(painter, x + left, y + top, node.Height);
        }
    }
}
