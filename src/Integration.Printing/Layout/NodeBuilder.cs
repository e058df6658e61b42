using Integration.Printing.Blocks;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Measures blocks and gives each its place in the logical structure.</summary>
internal static class NodeBuilder
{
    public static Node Build(Block block, BuildContext context)
    {
        if (block.Language is { } language)
        {
            context = context with { Language = language, LanguageGiven = true };
        }

        return block switch
        {
            Paragraph paragraph => ParagraphBuilder.Build(paragraph, context, list: null),
            Column column => Stack(column.Children, column.Gap, column.SpaceBefore, context),
            Row row => BuildRow(row, context),
            Table table => TableBuilder.Build(table, context),
            Box box => BuildBox(box, context),
            Rule rule => new RuleNode(rule, context.Width) { Leading = rule.SpaceBefore },
            Space space => new SpaceNode(space.Height ?? 0, space.Height is null) { Leading = space.SpaceBefore },
            WritingLines lines => BuildWritingLines(lines, context),
            KeepTogether keep => BuildKeep(keep, context),
            PageBreak => new PageBreakNode(),
            QrCode code => BuildQr(code, context),
            Image image => BuildImage(image, context),
            Layers layers => BuildLayers(layers, context),
            _ => throw new ArgumentException($"Unknown block {block.GetType().Name}.", nameof(block)),
        };
    }

    public static StackNode Stack(IReadOnlyList<Block> blocks, double gap, double leading, BuildContext context)
    {
        var nodes = new Node[blocks.Count];
        StructElement? list = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (blocks[i] is Paragraph { Bullet: not null, Role: not ParagraphRole.Artifact } item)
            {
                list ??= context.Parent.Add("L", attributes: "/O/List/ListNumbering/None");
                var inner = item.Language is { } language ? context with { Language = language, LanguageGiven = true } : context;
                nodes[i] = ParagraphBuilder.Build(item, inner, list);
                continue;
            }

            list = null;
            nodes[i] = Build(blocks[i], context);
        }

        return new StackNode(nodes, gap) { Leading = leading + (nodes.Length > 0 ? nodes[0].Leading : 0) };
    }

    /// <summary>A node whose leading counts inside a cell or box.</summary>
    public static Node Inside(Block block, BuildContext context)
    {
        var node = Build(block, context);
        return node.Leading > 0 ? new StackNode([new SpaceNode(0, fills: false), node], 0) : node;
    }

    private static RowNode BuildRow(Row row, BuildContext context)
    {
        var tracks = new TrackWidth[row.Cells.Count];
        for (var i = 0; i < tracks.Length; i++)
        {
            tracks[i] = row.Cells[i].Width;
        }

        var mirrored = context.Direction == TextDirection.RightToLeft && !row.FixedOrder;
        var (lefts, widths) = Tracks.Resolve(tracks, context.Width, row.Gap, mirrored);
        var cells = new Node?[tracks.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Inside(row.Cells[i].Content, context with { Width = widths[i] });
        }

        return new RowNode(cells, lefts, row.MayBreak) { Leading = row.SpaceBefore };
    }

    private static BoxNode BuildBox(Box box, BuildContext context)
    {
        var inner = context.Width - box.Padding.Left - box.Padding.Right - (2 * box.BorderWidth);
        var child = Inside(box.Child, context with { Width = Math.Max(1, inner) });
        return new BoxNode(box, child, context.Width, box.MinHeight) { Leading = box.SpaceBefore };
    }

    private static WritingLinesNode BuildWritingLines(WritingLines lines, BuildContext context)
    {
        if (lines.Count < 0 || lines.Pitch <= 0)
        {
            throw new ArgumentException("WritingLines need a count of at least 0 and a pitch above 0.", nameof(lines));
        }

        return new WritingLinesNode(lines.Count, lines.Pitch, context.Width) { Leading = lines.SpaceBefore };
    }

    private static KeepNode BuildKeep(KeepTogether keep, BuildContext context)
    {
        var child = Build(keep.Child, context);
        return new KeepNode(child) { Leading = keep.SpaceBefore + child.Leading };
    }

    private static QrNode BuildQr(QrCode code, BuildContext context)
    {
        var figure = context.Parent.Add("Figure", alternativeText: code.AlternativeText);
        return new QrNode(QrSymbol.Of(code.Content), Math.Min(code.Size, context.Width), figure) { Leading = code.SpaceBefore };
    }

    private static LayersNode BuildLayers(Layers layers, BuildContext context) => new(
        Inside(layers.Below, context), [.. layers.Above.Select(layer => (layer.X, layer.Y, Inside(layer.Content, context with { Width = Math.Max(1, layer.Width) })))])
    {
        Leading = layers.SpaceBefore,
    };

    private static ImageNode BuildImage(Image image, BuildContext context)
    {
        var embedded = context.Document.Images.Add(image.Data);
        var figure = context.Parent.Add("Figure", alternativeText: image.AlternativeText);
        var width = Math.Min(image.Width, context.Width);
        return new ImageNode(embedded.Number, width, width * embedded.Height / embedded.Width, figure) { Leading = image.SpaceBefore };
    }
}
