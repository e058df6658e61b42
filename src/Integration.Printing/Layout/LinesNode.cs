using System.Text;
using Integration.Printing.Blocks;
using Integration.Printing.Pdf;
using Integration.Printing.Text;

namespace Integration.Printing.Layout;

/// <summary>The text of a paragraph and where it belongs.</summary>
internal sealed record LinesSource(Paragraph Paragraph, ParagraphSettings Settings, StructElement? Element, Action<Rune>? Missing)
{
    /// <summary>The sign in front of the first line and its element.</summary>
    public TextLine? Bullet { get; init; }

    public StructElement? BulletElement { get; init; }

    /// <summary>How far lines hang behind the sign, and how far the sign stands from the left.</summary>
    public double Indent { get; init; }

    public double BulletX { get; init; }

    public bool HasCounters { get; } = CountersIn(Paragraph.Runs);

    private static bool CountersIn(IReadOnlyList<Run> runs)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Counter is not null)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Lines of a paragraph, or a part of them.</summary>
internal sealed class LinesNode : Node
{
    private const int FewestLinesTogether = 2;

    private readonly LinesSource source;
    private readonly TextLine[] lines;
    private readonly int from;
    private readonly int to;

    public LinesNode(LinesSource source, TextLine[] lines, int from, int to)
    {
        this.source = source;
        this.lines = lines;
        this.from = from;
        this.to = to;
        for (var i = from; i < to; i++)
        {
            Height += lines[i].Height;
        }
    }

    public override double Height { get; }

    public override bool KeepWithNext => source.Paragraph.KeepWithNext && to == lines.Length;

    public override (Node? Placed, Node? Remainder) Take(double available, bool force)
    {
        if (Height <= available + Tolerance)
        {
            return (this, null);
        }

        double height = 0;
        var end = from;
        while (end < to && height + lines[end].Height <= available + Tolerance)
        {
            height += lines[end++].Height;
        }

        var count = to - from;
        if (to - end == 1 && count > FewestLinesTogether)
        {
            // No single last line on the next page.
            end--;
        }

        if (end - from < FewestLinesTogether && !force)
        {
            return (null, this);
        }

        end = Math.Max(end, from + 1);
        return end >= to ? (this, null) : (new LinesNode(source, lines, from, end) { Leading = Leading }, new LinesNode(source, lines, end, to));
    }

    public override void Draw(Painter painter, double x, double y, double height)
    {
        if (source.Bullet is { } bullet && from == 0)
        {
            // The sign stands on the first line's baseline.
            var drop = lines.Length > 0 ? lines[0].Baseline - bullet.Baseline : 0;
            DrawLines(painter, x + source.BulletX, y + drop, [bullet], source.BulletElement);
        }

        DrawLines(painter, x + source.Indent, y, Current(painter), source.Element);
    }

    // Counters are filled in once the pages are known; the place was measured with wide numbers.
    private ReadOnlySpan<TextLine> Current(Painter painter)
    {
        if (!source.HasCounters)
        {
            return lines.AsSpan(from, to - from);
        }

        var settings = source.Settings with { Page = painter.Page, PageCount = painter.PageCount };
        var actual = LineSetter.Set(source.Paragraph, settings, missing: null).Lines;
        return actual.AsSpan(Math.Min(from, actual.Length), Math.Min(to, actual.Length) - Math.Min(from, actual.Length));
    }

    private void DrawLines(Painter painter, double x, double y, ReadOnlySpan<TextLine> span, StructElement? element)
    {
        var artifact = element is null;
        if (artifact)
        {
            painter.BeginArtifact();
        }

        var text = new TaggedText(painter, element, source.Settings.Language);
        foreach (var line in span)
        {
            foreach (var word in line.Words)
            {
                text.Word(word, x + word.X, y, y + line.Baseline, line.Height);
            }

            y += line.Height;
        }

        text.End();
        if (artifact)
        {
            painter.EndArtifact();
        }
    }
}
