using Integration.Printing.Blocks;

namespace Integration.Printing.Text;

/// <summary>What a paragraph inherits from where it stands.</summary>
internal readonly record struct ParagraphSettings(double Width, string Language, bool RightToLeft, double Scale)
{
    /// <summary>The numbers that fill counters; widest plausible ones until pages are known.</summary>
    public int Page { get; init; } = 8888;

    public int PageCount { get; init; } = 8888;
}

/// <summary>The looks of a stretch of text after scaling.</summary>
internal sealed record ResolvedStyle(double Size, double LineHeight, bool Bold, Colour Colour, double LetterSpacing, string Language, string? Link);

/// <summary>A word on its line: <paramref name="X"/> points from the line's left.</summary>
internal readonly record struct PlacedWord(ShapedWord Word, double X, double Width, ResolvedStyle Style);

/// <summary>A line after breaking; words in reading order.</summary>
internal sealed record TextLine(PlacedWord[] Words, double Width, double Height, double Baseline);

/// <summary>A paragraph set in lines.</summary>
internal sealed record ParagraphLines(TextLine[] Lines, double Height);
