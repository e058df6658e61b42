using System.Globalization;
using System.Text;
using Integration.Printing.Blocks;
using Integration.Printing.Fonts;
using Integration.Printing.Text.Unicode;

namespace Integration.Printing.Text;

/// <summary>Breaks a paragraph into lines and places their words.</summary>
internal sealed class LineSetter
{
    private const double Tolerance = 0.001;
    private const char SoftHyphen = '\u00AD';
    private readonly ParagraphText text;
    private readonly List<TextSegment> segments;
    private readonly Paragraph paragraph;
    private readonly ParagraphSettings settings;
    private readonly List<TextSegment> line = [];
    private readonly List<TextLine> lines = [];
    private TextSegment? hanging;
    private double lineWidth;

    private LineSetter(Paragraph paragraph, ParagraphSettings settings, Action<Rune>? missing)
    {
        this.paragraph = paragraph;
        this.settings = settings;
        text = ParagraphText.Of(paragraph, settings);
        segments = Segmenter.Cut(text, settings.RightToLeft, missing);
    }

    public static ParagraphLines Set(Paragraph paragraph, in ParagraphSettings settings, Action<Rune>? missing)
    {
        var setter = new LineSetter(paragraph, settings, missing);
        setter.Break();
        return new ParagraphLines([.. setter.lines], setter.lines.Sum(l => l.Height));
    }

    private void Break()
    {
        for (var i = 0; i < segments.Count;)
        {
            var end = i;
            while (end < segments.Count - 1 && segments[end].After == LineBreak.None)
            {
                end++;
            }

            Add(i, end + 1);
            if (segments[end].After == LineBreak.Mandatory)
            {
                EndLine();
            }

            i = end + 1;
        }

        // Text that ends with a line feed has no further line; an empty paragraph is one line high.
        if (line.Count > 0 || lines.Count == 0)
        {
            EndLine();
        }
    }

    // Puts an unbreakable group on the line, on a new one, or cuts it where even a whole line is too short.
    private void Add(int start, int end)
    {
        double width = 0;
        double trailing = 0;
        for (var i = start; i < end; i++)
        {
            width += segments[i].Width;
            trailing = segments[i].IsSpace ? trailing + segments[i].Width : 0;
        }

        if (EndsWithSoftHyphen(segments[end - 1]))
        {
            var last = segments[end - 1];
            width += TextSegment.WidthOf(Hyphenated(last), last.Style) - last.Width;
        }

        if (lineWidth + width - trailing > settings.Width + Tolerance && line.Count > 0)
        {
            EndLine();
        }

        if (width - trailing <= settings.Width + Tolerance)
        {
            for (var i = start; i < end; i++)
            {
                Append(segments[i]);
            }

            return;
        }

        for (var i = start; i < end; i++)
        {
            Squeeze(segments[i]);
        }
    }

    private void Append(in TextSegment segment)
    {
        line.Add(segment);
        lineWidth += segment.Width;
    }

    private void Squeeze(in TextSegment segment)
    {
        if (segment.IsSpace || lineWidth + segment.Width <= settings.Width + Tolerance)
        {
            Append(segment);
            return;
        }

        var characters = text.Text.AsSpan();
        var start = segment.Start;
        var stop = segment.Start + segment.Length;
        var advances = new int[segment.Length];
        segment.Context.Measure(characters, start, segment.Length, advances);
        while (start < stop)
        {
            var end = start;
            var width = lineWidth;
            while (end < stop)
            {
                var cluster = StringInfo.GetNextTextElementLength(characters[end..stop]);
                var own = Sum(advances, end - segment.Start, cluster, segment.Style);
                if (width + own > settings.Width + Tolerance && (end > start || line.Count > 0))
                {
                    break;
                }

                width += own;
                end += cluster;
            }

            if (end == start)
            {
                EndLine();
                continue;
            }

            var word = segment.Context.ShapeWithin(characters, start, end - start);
            Append(segment with
            {
                Word = word,
                Start = start,
                Length = end - start,
                Width = TextSegment.WidthOf(word, segment.Style),
            });
            start = end;
            if (start < stop)
            {
                EndLine();
            }
        }
    }

    private static double Sum(int[] advances, int start, int count, ResolvedStyle style)
    {
        var sum = 0;
        for (var i = start; i < start + count; i++)
        {
            sum += advances[i];
        }

        return (sum * style.Size / 1000) + (count * style.LetterSpacing);
    }

    private bool EndsWithSoftHyphen(in TextSegment segment) =>
        segment.Length > 0 && text.Text[segment.Start + segment.Length - 1] == SoftHyphen;

    private ShapedWord Hyphenated(in TextSegment segment) =>
        segment.Context.Shape(string.Concat(text.Text.AsSpan(segment.Start, segment.Length - 1), "-"));

    private void EndLine()
    {
        hanging = null;
        while (line.Count > 0 && line[^1].IsSpace)
        {
            hanging = line[^1].Start + line[^1].Length < text.Text.Length ? line[^1] : null;
            line.RemoveAt(line.Count - 1);
        }

        // The last line of the text ends with no hyphen.
        if (line.Count > 0 && EndsWithSoftHyphen(line[^1]) && line[^1].Start + line[^1].Length < text.Text.Length)
        {
            var word = Hyphenated(line[^1]);
            line[^1] = line[^1] with { Word = word, Width = TextSegment.WidthOf(word, line[^1].Style) };
        }

        lines.Add(Place());
        line.Clear();
        lineWidth = 0;
    }

    private TextLine Place()
    {
        double width = 0;
        var turned = false;
        foreach (var segment in line)
        {
            width += segment.Width;
            turned |= segment.Level > 0;
        }

        var x = Offset(width);
        var end = settings.RightToLeft ? x : x + width;
        var words = new PlacedWord[line.Count];
        if (!turned)
        {
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = new PlacedWord(line[i].Word, x, line[i].Width, line[i].Style);
                x += line[i].Width;
            }
        }
        else
        {
            var levels = new byte[words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                levels[i] = line[i].Level;
            }

            var order = new int[words.Length];
            BidiAlgorithm.VisualOrder(levels, order);
            foreach (var i in order)
            {
                words[i] = new PlacedWord(line[i].Word, x, line[i].Width, line[i].Style);
                x += line[i].Width;
            }
        }

        var (height, baseline) = Measure(words);
        return new TextLine(hanging is { } space && words.Length > 0 ? [.. words, Hang(space, end)] : words, width, height, baseline);
    }

    // Beyond the line's end, where it shows nothing: without it who reads the text aloud runs two words into one.
    private PlacedWord Hang(in TextSegment space, double end)
    {
        var width = TextSegment.WidthOf(space.Context.Space, space.Style);
        return new PlacedWord(space.Context.Space, settings.RightToLeft ? end - width : end, width, space.Style);
    }

    private double Offset(double width)
    {
        var free = Math.Max(0, settings.Width - width);
        return paragraph.Alignment switch
        {
            TextAlignment.Centre => free / 2,
            TextAlignment.End => settings.RightToLeft ? 0 : free,
            _ => settings.RightToLeft ? free : 0,
        };
    }

    private (double Height, double Baseline) Measure(PlacedWord[] words)
    {
        double above = 0;
        double below = 0;
        if (words.Length == 0)
        {
            var style = text.Stretches.Count > 0 ? text.Stretches[^1].Style : null;
            var size = style?.Size ?? paragraph.Style.Size * settings.Scale;
            (above, below) = Extent(FontLibrary.Shared.Primary(paragraph.Style.Bold), size, style?.LineHeight ?? paragraph.Style.LineHeight * settings.Scale);
        }

        ResolvedStyle? last = null;
        FontFace? lastTall = null;
        foreach (var word in words)
        {
            if (ReferenceEquals(word.Style, last) && (word.Word.TallFace is null || word.Word.TallFace == lastTall))
            {
                continue;
            }

            last = word.Style;
            var (up, down) = Extent(FontLibrary.Shared.Primary(word.Style.Bold), word.Style.Size, word.Style.LineHeight);
            above = Math.Max(above, up);
            below = Math.Max(below, down);
            if (word.Word.TallFace is { } tall)
            {
                lastTall = tall;
                above = Math.Max(above, tall.Ascent * word.Style.Size / 1000);
                below = Math.Max(below, tall.Descent * word.Style.Size / 1000);
            }
        }

        return (above + below, above);
    }

    private static (double Above, double Below) Extent(FontFace face, double size, double lineHeight)
    {
        var above = face.Ascent * size / 1000;
        var below = face.Descent * size / 1000;
        var half = (lineHeight - above - below) / 2;
        return (above + half, below + half);
    }
}
