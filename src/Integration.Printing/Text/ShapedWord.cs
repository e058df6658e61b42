using Integration.Printing.Fonts;

namespace Integration.Printing.Text;

/// <summary>Glyphs of one font part: the inside of a TJ array, raised by <paramref name="Rise"/> thousandths of an em.</summary>
internal readonly record struct TextPiece(FontPartition Partition, byte[] Operands, int Rise);

/// <summary>A word after shaping, ready to be written at any size.</summary>
internal sealed class ShapedWord
{
    public required TextPiece[] Pieces { get; init; }

    /// <summary>Width in thousandths of an em.</summary>
    public required int Advance { get; init; }

    public required int GlyphCount { get; init; }

    /// <summary>The text, where a reader could not tell it from the glyphs.</summary>
    public string? ActualText { get; init; }

    /// <summary>Whether a font other than the primary one is used, which may need taller lines.</summary>
    public FontFace? TallFace { get; init; }
}
