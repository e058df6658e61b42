using System.Text;
using Integration.Printing.Blocks;
using Integration.Printing.Fonts;
using Integration.Printing.Text.Unicode;

namespace Integration.Printing.Text;

/// <summary>Cuts a paragraph into segments: by style, direction, script and font, then at spaces and break opportunities.</summary>
internal static class Segmenter
{
    /// <param name="paragraph">The characters and their styles.</param>
    /// <param name="rightToLeft">The paragraph's direction.</param>
    /// <param name="missing">Told of characters that no font covers.</param>
    /// <returns>Segments in the order of the text.</returns>
    public static List<TextSegment> Cut(ParagraphText paragraph, bool rightToLeft, Action<Rune>? missing)
    {
        var text = paragraph.Text;
        var segments = new List<TextSegment>((text.Length / 3) + 1);
        if (text.Length == 0)
        {
            return segments;
        }

        var breaks = text.Length <= 1024 ? stackalloc LineBreak[text.Length] : new LineBreak[text.Length];
        LineBreaker.FindOpportunities(text, breaks);
        var levels = BidiAlgorithm.ResolveLevels(text, rightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight);
        if (IsLatin(text))
        {
            CutByStyle(paragraph, new ScriptRun(0, text.Length, "Latn"), levels, breaks, segments, missing);
            return segments;
        }

        foreach (var run in new ScriptRuns(text))
        {
            CutByStyle(paragraph, run, levels, breaks, segments, missing);
        }

        return segments;
    }

    // The commonest text by far needs no table: Latin letters, signs of Latin-1 and general punctuation.
    private static bool IsLatin(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u024F' && c is not (>= '\u2010' and <= '\u2027'))
            {
                return false;
            }
        }

        return true;
    }

    private static void CutByStyle(
        ParagraphText paragraph, ScriptRun run, byte[] levels, ReadOnlySpan<LineBreak> breaks, List<TextSegment> segments, Action<Rune>? missing)
    {
        var stretch = 0;
        var end = run.Start + run.Length;
        for (var start = run.Start; start < end;)
        {
            while (paragraph.Stretches[stretch].End <= start)
            {
                stretch++;
            }

            var style = paragraph.Stretches[stretch].Style;
            var stop = Math.Min(end, paragraph.Stretches[stretch].End);
            var level = levels[start];
            var item = start;
            while (item < stop && levels[item] == level)
            {
                item++;
            }

            CutByFace(paragraph.Text, start, item, run.Script, level, style, breaks, segments, missing);
            start = item;
        }
    }

    private static void CutByFace(
        string text, int start, int end, string script, byte level, ResolvedStyle style,
        ReadOnlySpan<LineBreak> breaks, List<TextSegment> segments, Action<Rune>? missing)
    {
        var library = FontLibrary.Shared;
        FontFace? face = null;
        var from = start;
        var covered = true;
        for (var i = start; i < end;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i, end - i), out var rune, out var width);
            var specific = rune.Value < 0x80 ? char.IsAsciiLetter((char)rune.Value) : IsSpecific(rune.Value);
            var found = library.Find(rune.Value, face, style.Bold, !specific);
            if (found is null)
            {
                missing?.Invoke(rune);
            }

            var next = found ?? library.Primary(style.Bold);
            if (i > from && (next != face || covered != found is not null))
            {
                CutByBreak(text, from, i, ContextFor(face!, script, level, style, covered), level, style, breaks, segments);
                from = i;
            }

            face = next;
            covered = found is not null;
            i += width;
        }

        if (face is not null)
        {
            CutByBreak(text, from, end, ContextFor(face, script, level, style, covered), level, style, breaks, segments);
        }
    }

    private static bool IsSpecific(int codePoint) => ScriptTable.IsSpecific(ScriptTable.ScriptOf(codePoint));

    private static ShapingContext ContextFor(FontFace face, string script, byte level, ResolvedStyle style, bool covered)
    {
        var tag = ((uint)script[0] << 24) | ((uint)script[1] << 16) | ((uint)script[2] << 8) | script[3];
        return ShapingContext.For(new ShapingKey(face, tag, style.Language, (level & 1) != 0, style.LetterSpacing == 0, covered));
    }

    private static void CutByBreak(
        string text, int start, int end, ShapingContext context, byte level, ResolvedStyle style,
        ReadOnlySpan<LineBreak> breaks, List<TextSegment> segments)
    {
        for (var i = start; i < end;)
        {
            var isSpace = IsSpace(text[i]);
            var stop = i + 1;
            while (stop < end && IsSpace(text[stop]) == isSpace && breaks[stop - 1] == LineBreak.None)
            {
                stop++;
            }

            var word = Shape(text, i, stop, context, isSpace);
            segments.Add(new TextSegment(
                word, context, i, stop - i, level, style, TextSegment.WidthOf(word, style), isSpace, breaks[stop - 1]));
            i = stop;
        }
    }

    private static ShapedWord Shape(string text, int start, int stop, ShapingContext context, bool isSpace)
    {
        if (isSpace)
        {
            return stop - start == 1 && text[start] == ' ' ? context.Space : context.Shape(Spaces(text, start, stop));
        }

        // A letter beside (of another style, say) joins where the script joins.
        var free = (start == 0 || !char.IsLetter(text[start - 1])) && (stop == text.Length || !char.IsLetter(text[stop]));
        return free || !context.RightToLeft
            ? context.Shape(text.AsSpan(start, stop - start))
            : context.ShapeWithin(text, start, stop - start);
    }

    private static ReadOnlySpan<char> Spaces(string text, int start, int stop) =>
        text.AsSpan(start, stop - start).Trim('\n').Trim('\u2028').Trim('\u2029');

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\u2028' or '\u2029';
}
