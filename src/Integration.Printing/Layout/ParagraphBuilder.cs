using Integration.Printing.Blocks;
using Integration.Printing.Pdf;
using Integration.Printing.Text;

namespace Integration.Printing.Layout;

/// <summary>Sets paragraphs.</summary>
internal static class ParagraphBuilder
{
    /// <summary>The sign's distance from the text, in parts of the text's size.</summary>
    private const double BulletGap = 0.45;

    /// <param name="paragraph">The paragraph.</param>
    /// <param name="context">Where it stands.</param>
    /// <param name="list">The list that a paragraph with a sign belongs to; its own when <see langword="null"/>.</param>
    public static LinesNode Build(Paragraph paragraph, BuildContext context, StructElement? list)
    {
        var rightToLeft = Languages.Direction(paragraph.Direction, context) == TextDirection.RightToLeft;
        var settings = new ParagraphSettings(Math.Max(1, context.Width), context.Language, rightToLeft, context.Scale);
        return paragraph.Bullet is null
            ? Plain(paragraph, context, settings)
            : Hanging(paragraph, paragraph.Bullet, context, settings, list);
    }

    /// <summary>A paragraph that is itself the content of a cell's element.</summary>
    public static LinesNode BuildInto(Paragraph paragraph, BuildContext context, StructElement element)
    {
        var rightToLeft = Languages.Direction(paragraph.Direction, context) == TextDirection.RightToLeft;
        var settings = new ParagraphSettings(Math.Max(1, context.Width), context.Language, rightToLeft, context.Scale);
        return Node(paragraph, new LinesSource(paragraph, settings, element, context.Document.Missing));
    }

    private static LinesNode Plain(Paragraph paragraph, BuildContext context, ParagraphSettings settings)
    {
        var type = paragraph.Role switch
        {
            ParagraphRole.Paragraph => "P",
            ParagraphRole.Heading1 => "H1",
            ParagraphRole.Heading2 => "H2",
            ParagraphRole.Heading3 => "H3",
            ParagraphRole.Artifact => null,
        };
        var element = type is null ? null : context.Parent.Add(type, context.TagLanguage);
        return Node(paragraph, new LinesSource(paragraph, settings, element, context.Document.Missing));
    }

    private static LinesNode Hanging(Paragraph paragraph, string bullet, BuildContext context, ParagraphSettings settings, StructElement? list)
    {
        var sign = new Paragraph(bullet, paragraph.Style);
        var line = ParagraphStore.Set(sign, settings with { Width = double.MaxValue / 2, RightToLeft = false }, context.Document.Missing).Lines[0];
        var indent = Math.Min(line.Width + (BulletGap * paragraph.Style.Size * context.Scale), settings.Width / 2);
        var inner = settings with { Width = settings.Width - indent };
        StructElement? label = null;
        StructElement? body = null;
        if (paragraph.Role != ParagraphRole.Artifact)
        {
            var item = (list ?? context.Parent.Add("L", attributes: "/O/List/ListNumbering/None")).Add("LI", context.TagLanguage);
            label = item.Add("Lbl");
            body = item.Add("LBody");
        }

        return Node(paragraph, new LinesSource(paragraph, inner, body, context.Document.Missing)
        {
            Bullet = line,
            BulletElement = label,
            Indent = settings.RightToLeft ? 0 : indent,
            BulletX = settings.RightToLeft ? settings.Width - line.Width : 0,
        });
    }

    private static LinesNode Node(Paragraph paragraph, LinesSource source)
    {
        var lines = ParagraphStore.Set(paragraph, source.Settings, source.Missing).Lines;
        return new LinesNode(source, lines, 0, lines.Length) { Leading = paragraph.SpaceBefore };
    }
}
