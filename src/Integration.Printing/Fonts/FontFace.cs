using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using HarfBuzzSharp;

namespace Integration.Printing.Fonts;

/// <summary>One font file: its coverage, its metrics in thousandths of an em, and its partitions.</summary>
#pragma warning disable CA1001 // Fonts live as long as the process.
internal sealed class FontFace
#pragma warning restore CA1001
{
    /// <summary>The character whose glyph is empty and without width. (The joiners' glyphs show lines in some fonts.)</summary>
    public const int ZeroWidthSpace = 0x200B;

    private const int PageBits = 8;
    private readonly ushort[]?[] pages = new ushort[]?[0x110000 >> PageBits];
    private readonly Lazy<PartitionPlan> plan;
    private readonly Blob blob;

    /// <param name="name">The name in the PDF.</param>
    /// <param name="bold">Whether it is the bold face of its family.</param>
    /// <param name="data">The file, in an array that the garbage collector never moves.</param>
    public FontFace(string name, bool bold, byte[] data)
    {
        Name = name;
        Bold = bold;
        Data = data;
        unsafe
        {
            // The array is pinned: HarfBuzz reads it for as long as the process lives.
            blob = new Blob((nint)Unsafe.AsPointer(ref data[0]), data.Length, MemoryMode.ReadOnly);
        }

        Face = new Face(blob, 0);
        Face.MakeImmutable();
        Font = new Font(Face);
        Font.SetFunctionsOpenType();
        GlyphCount = Face.GlyphCount;
        foreach (var codePoint in HarfBuzzSubset.CodePoints(Face.Handle))
        {
            if (Font.TryGetNominalGlyph(codePoint, out var glyph))
            {
                (pages[codePoint >> PageBits] ??= new ushort[1 << PageBits])[codePoint & ((1 << PageBits) - 1)] = (ushort)glyph;
                CodePoints.Add(codePoint);
            }
        }

        Font.TryGetHorizontalFontExtents(out var extents);
        Ascent = Thousandths(extents.Ascender);
        Descent = -Thousandths(extents.Descender);
        BoundingBox = ReadBoundingBox();
        NeedsTallLines = name.StartsWith("NotoSansArabic", StringComparison.Ordinal) || name.StartsWith("NotoSansEthiopic", StringComparison.Ordinal);
        plan = new(() => PartitionPlan.For(this));
    }

    /// <summary>The name in the PDF, for example <c>NotoSans-Bold</c>.</summary>
    public string Name { get; }

    public bool Bold { get; }

    public byte[] Data { get; }

    public Face Face { get; }

    public Font Font { get; }

    public int GlyphCount { get; }

    /// <summary>Covered code points, ascending.</summary>
    public List<int> CodePoints { get; } = [];

    public double Ascent { get; }

    /// <summary>Depth below the baseline, positive.</summary>
    public double Descent { get; }

    /// <summary>Whether the script's letters reach further up or down than lines made for Latin letters allow.</summary>
    public bool NeedsTallLines { get; }

    public int[] BoundingBox { get; }

    public PartitionPlan Plan => plan.Value;

    /// <summary>The glyph of a code point; 0 if the font has none.</summary>
    public ushort Glyph(int codePoint) => pages[codePoint >> PageBits]?[codePoint & ((1 << PageBits) - 1)] ?? 0;

    public int Advance(ushort glyph) => (int)Thousandths(Font.GetHorizontalGlyphAdvance(glyph));

    /// <summary>Font units as thousandths of an em.</summary>
    public double Thousandths(int units) => Face.UnitsPerEm == 1000 ? units : Math.Round(units * 1000.0 / Face.UnitsPerEm);

    private int[] ReadBoundingBox()
    {
        using var head = Face.ReferenceTable(new Tag('h', 'e', 'a', 'd'));
        var table = head.AsSpan();
        var box = new int[4];
        for (var i = 0; i < 4; i++)
        {
            box[i] = (int)Thousandths(BinaryPrimitives.ReadInt16BigEndian(table[(36 + (2 * i))..]));
        }

        return box;
    }
}
