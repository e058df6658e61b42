using Integration.Printing.Fonts;

namespace Integration.Printing.Text;

/// <summary>Glyphs of one font part: the inside of a TJ array.</summary>
/// <param name="Partition">The font part.</param>
/// <param name="Operands">Strings and adjustments.</param>
/// <param name="Rise">How far the glyphs are raised, in thousandths of an em.</param>
/// <param name="Across">Where they begin, in thousandths of an em from the word's left; told only in words from right to left.</param>
/// <param name="Hidden">Whether they are read but leave no ink.</param>
internal readonly record struct TextPiece(FontPartition Partition, byte[] Operands, int Rise, int Across, bool Hidden = false);

/// <summary>A word after shaping, ready to be written at any size.</summary>
internal sealed class ShapedWord
{
    public required TextPiece[] Pieces { get; init; }

    /// <summary>Whether pieces are single glyphs in the order in which they are read, from right to left, each at a place of its own.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Width in thousandths of an em.</summary>
    public required int Advance { get; init; }

    public required int GlyphCount { get; init; }

    /// <summary>The text, where a reader could not tell it from the glyphs.</summary>
    public string? ActualText { get; init; }

    /// <summary>Whether a font other than the primary one is used, which may need taller lines.</summary>
    public FontFace? TallFace { get; init; }
}
