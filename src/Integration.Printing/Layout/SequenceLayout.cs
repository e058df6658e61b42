using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>A page sequence laid out: what stands on each page.</summary>
internal sealed class SequenceLayout
{
    private const int ShrinkSteps = 5;

    private SequenceLayout(PageSequence sequence, double scale, string language, BuildDocument document)
    {
        Sequence = sequence;
        Root = new StructElement("Sect", null);
        var width = sequence.Size.Width - sequence.Margins.Left - sequence.Margins.Right;
        var context = new BuildContext(width, language, false, sequence.Direction, scale, Root, language, document);
        Header = sequence.Header is null ? null : NodeBuilder.Build(sequence.Header, context);
        var content = NodeBuilder.Stack(sequence.Content, 0, 0, context);
        Footer = sequence.Footer is null ? null : NodeBuilder.Build(sequence.Footer, context);
        BodyHeight = sequence.Size.Height - sequence.Margins.Top - sequence.Margins.Bottom - (Header?.Height ?? 0) - (Footer?.Height ?? 0);
        if (width <= 0 || BodyHeight <= 0)
        {
            throw new ArgumentException("A page sequence's margins, header and footer leave no room for content.", nameof(sequence));
        }

        Pages = Paginate(content);
    }

    public PageSequence Sequence { get; }

    /// <summary>The sequence's element.</summary>
    public StructElement Root { get; }

    public Node? Header { get; }

    public Node? Footer { get; }

    /// <summary>Points between header and footer.</summary>
    public double BodyHeight { get; }

    /// <summary>What stands on each page; none on an empty page.</summary>
    public List<Node?> Pages { get; }

    /// <summary>Lays out at full size, or smaller where that keeps the sequence on one page.</summary>
    public static SequenceLayout Of(PageSequence sequence, string language, BuildDocument document)
    {
        var full = new SequenceLayout(sequence, 1, language, document);
        if (full.Pages.Count <= 1 || sequence.ShrinkFloor is >= 1 or <= 0)
        {
            return full;
        }

        var low = sequence.ShrinkFloor;
        var best = new SequenceLayout(sequence, low, language, document);
        if (best.Pages.Count > 1)
        {
            return full;
        }

        var high = 1.0;
        for (var step = 0; step < ShrinkSteps; step++)
        {
            var middle = (low + high) / 2;
            var attempt = new SequenceLayout(sequence, middle, language, document);
            if (attempt.Pages.Count <= 1)
            {
                best = attempt;
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return best;
    }

    private List<Node?> Paginate(Node content)
    {
        var pages = new List<Node?>();
        Node? rest = content;
        while (rest is not null)
        {
            var (placed, next) = rest.Take(BodyHeight, force: true);
            if (placed is null && next is not null)
            {
                // Nothing but page breaks inside what cannot break.
                (placed, next) = (rest, null);
            }

            if (placed is not null || pages.Count == 0)
            {
                pages.Add(placed);
            }

            rest = next;
        }

        return pages;
    }
}
