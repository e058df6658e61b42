using Integration.Printing.Text.Unicode;

namespace Integration.Printing.Text;

/// <summary>A stretch of one level, face, script and style that a line break never cuts, except in need.</summary>
internal readonly record struct TextSegment(
    ShapedWord Word, ShapingContext Context, int Start, int Length, byte Level, ResolvedStyle Style, double Width, bool IsSpace, LineBreak After)
{
    /// <summary>The width of a shaped word in a style, in points.</summary>
    public static double WidthOf(ShapedWord word, ResolvedStyle style) =>
        (word.Advance * style.Size / 1000) + (word.RightToLeft ? 0 : word.GlyphCount * style.LetterSpacing);
}
