using Integration.Printing.Blocks;

namespace Integration.Printing.Text.Unicode;

/// <summary>The Unicode Bidirectional Algorithm (UAX #9): which characters of a text run from right to left.</summary>
/// <remarks>
/// Everything counts UTF-16 code units; both halves of a surrogate pair have the same level. Characters that rule X9 removes are
/// kept, as section 5.2 allows, and take the level of what stands before them. An even level runs from left to right, an odd
/// one from right to left. Mirrored glyphs (L4) and the order of marks (L3) are the shaper's work. The property tables have the
/// version <see cref="UnicodeVersion"/>.
/// </remarks>
public static class BidiAlgorithm
{
    /// <summary>The highest explicit level (BD2, max_depth).</summary>
    public const int MaxDepth = 125;

    /// <summary>The version of the Unicode Character Database behind this and the other algorithms of the namespace.</summary>
    public static Version UnicodeVersion => UnicodeData.Version;

    /// <summary>The embedding level of each code unit after rules P1 to I2, before line breaking.</summary>
    /// <param name="text">Text of one or more paragraphs; a paragraph ends behind its separator (P1).</param>
    /// <param name="paragraphDirection">The direction of every paragraph (HL1), or <see langword="null"/> to take each
    /// paragraph's own from its first strong character (P2, P3).</param>
    /// <returns>As many levels as <paramref name="text"/> has code units, 0 to <see cref="MaxDepth"/> + 1.</returns>
    public static byte[] ResolveLevels(ReadOnlySpan<char> text, TextDirection? paragraphDirection)
    {
        var levels = new byte[text.Length];
        if (paragraphDirection != TextDirection.RightToLeft && IsPlainLeftToRight(text)) return levels;

        var paragraph = new BidiParagraph(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var length = ParagraphLength(text[start..]);
            paragraph.Resolve(text.Slice(start, length), levels.AsSpan(start, length), paragraphDirection);
            start += length;
        }

        return levels;
    }

    /// <summary>The direction of the first paragraph of <paramref name="text"/> by its first strong character outside isolates
    /// (P2, P3); from left to right when it has none.</summary>
    public static TextDirection ParagraphDirection(ReadOnlySpan<char> text)
    {
        var isolates = 0;
        for (var i = 0; i < text.Length;)
        {
            var type = UnicodeData.BidiClassOf(UnicodeData.CodePointAt(text, i, out var width));
            i += width;
            if (type == BidiClass.B) break;
            if (type.IsIsolateInitiator()) isolates++;
            else if (type == BidiClass.PDI) isolates = Math.Max(0, isolates - 1);
            else if (isolates > 0) continue;
            else if (type == BidiClass.L) return TextDirection.LeftToRight;
            else if (type is BidiClass.R or BidiClass.AL) return TextDirection.RightToLeft;
        }

        return TextDirection.LeftToRight;
    }

    /// <summary>The levels of one line (L1): separators, and white space in front of them or at the line's end, return to the
    /// paragraph's level, so that trailing space stands where reading ends.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="levels">Its levels from <see cref="ResolveLevels"/>.</param>
    /// <param name="start">The line's first code unit.</param>
    /// <param name="length">How many code units the line has.</param>
    /// <param name="paragraphLevel">0 for a paragraph from left to right, 1 for one from right to left.</param>
    /// <param name="lineLevels">Receives <paramref name="length"/> levels.</param>
    /// <exception cref="ArgumentException"><paramref name="levels"/> does not belong to <paramref name="text"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The line is not within the text.</exception>
    public static void ApplyLineRules(
        ReadOnlySpan<char> text, ReadOnlySpan<byte> levels, int start, int length, byte paragraphLevel, Span<byte> lineLevels)
    {
        if (levels.Length != text.Length) throw new ArgumentException("There must be one level for each code unit.", nameof(levels));
        var line = text.Slice(start, length);
        lineLevels = lineLevels[..length];
        levels.Slice(start, length).CopyTo(lineLevels);

        var space = -1;
        for (var i = 0; i < length;)
        {
            var type = UnicodeData.BidiClassOf(UnicodeData.CodePointAt(line, i, out var width));
            if (type is BidiClass.S or BidiClass.B)
            {
                lineLevels[(space < 0 ? i : space)..(i + width)].Fill(paragraphLevel);
                space = -1;
            }
            else if (!type.IsTrailingSpace())
            {
                space = -1;
            }
            else if (space < 0)
            {
                space = i;
            }

            i += width;
        }

        if (space >= 0) lineLevels[space..].Fill(paragraphLevel);
    }

    /// <summary>The visual order of a line (L2): <paramref name="order"/>[n] is the index of what stands at place n from the left.</summary>
    /// <param name="lineLevels">A level for each item. Items may be code units, glyph clusters or whole runs of one level; with
    /// code units the two halves of a surrogate pair change places at odd levels.</param>
    /// <param name="order">Receives as many indices as there are levels.</param>
    public static void VisualOrder(ReadOnlySpan<byte> lineLevels, Span<int> order)
    {
        order = order[..lineLevels.Length];
        byte highest = 0;
        var lowestOdd = byte.MaxValue;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, lineLevels[i]);
            if ((lineLevels[i] & 1) != 0) lowestOdd = Math.Min(lowestOdd, lineLevels[i]);
        }

        for (int level = highest; level >= lowestOdd; level--)
        {
            for (var i = 0; i < order.Length; i++)
            {
                if (lineLevels[i] < level) continue;
                var first = i;
                while (i < order.Length && lineLevels[i] >= level) i++;
                order[first..i].Reverse();
            }
        }
    }

    private static bool IsPlainLeftToRight(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var width = 1;
            // No character below U+0590 is right-to-left or a directional formatting character.
            if (text[i] >= 0x590 && UnicodeData.BidiClassOf(UnicodeData.CodePointAt(text, i, out width)).NeedsAlgorithm()) return false;
            i += width;
        }

        return true;
    }

    private static int ParagraphLength(ReadOnlySpan<char> text)
    {
        // Every paragraph separator lies in the Basic Multilingual Plane, so that code units will do.
        for (var i = 0; i < text.Length; i++)
        {
            if (UnicodeData.BidiClassOf(text[i]) != BidiClass.B) continue;
            return text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
        }

        return text.Length;
    }
}
