using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Integration.Printing.Fonts;

/// <summary>A glyph of the whole font and the text that a reader finds for it; <see langword="null"/> if it tells none by itself.</summary>
internal readonly record struct FontSlot(ushort Glyph, string? Text);

/// <summary>A fixed part of a font, embedded whole. Its bytes are made once a process.</summary>
internal sealed class FontPartition
{
    private const int Alef = 0x0627;

    private readonly Dictionary<ushort, int> slotOfGlyph = [];
    private readonly FontSlot[] slots;
    private readonly Lazy<ushort[]> numbers;
    private readonly FontFace face;
    private readonly Dictionary<ushort, ushort[]> tails = [];
    private readonly HashSet<ushort> joiners = [];
    private readonly ushort zeroWidth;
    private byte[] program = [];
    private ushort zeroWidthNumber;
    private ushort alefNumber;

    /// <param name="face">The whole font.</param>
    /// <param name="index">The part's number, which gives its tag.</param>
    /// <param name="slots">Its glyphs.</param>
    /// <param name="zeroWidth">The face's empty glyph without width; 0 if it has none.</param>
    public FontPartition(FontFace face, int index, FontSlot[] slots, ushort zeroWidth)
    {
        this.face = face;
        this.slots = slots;
        this.zeroWidth = zeroWidth;
        for (var i = 0; i < slots.Length; i++)
        {
            slotOfGlyph.Add(slots[i].Glyph, i);
        }

        BaseName = Tag(index) + "+" + face.Name;
        numbers = new(Subset);
        File = new(() =>
        {
            _ = numbers.Value;
            return new(Compress(program), program.Length);
        });
        ToUnicode = new(() => new(Compress(Encoding.ASCII.GetBytes(UnicodeMap())), 0));
        Widths = new(WidthArray);
        GlyphMap = new(() => numbers.Value.Length == 0 || (tails.Count == 0 && joiners.Count == 0) ? null : new(Compress(MapNumbers()), 0));
    }

    public FontFace Face => face;

    /// <summary>The name with the subset's tag, for example <c>AAAAAB+NotoSans-Regular</c>.</summary>
    public string BaseName { get; }

    /// <summary>The font program.</summary>
    public Lazy<CompressedPart> File { get; }

    /// <summary>The map from glyph numbers to text.</summary>
    public Lazy<CompressedPart> ToUnicode { get; }

    /// <summary>The content of the W array.</summary>
    public Lazy<byte[]> Widths { get; }

    /// <summary>The map from numbers in the text to glyphs (CIDToGIDMap); none where they are the same.</summary>
    public Lazy<CompressedPart?> GlyphMap { get; }

    /// <summary>
    /// Numbers that tell the further letters of a ligature read from right to left, in the order of the text, to be written without ink.
    /// Some readers turn such text around letter by letter; a ligature that told all its letters would come out reversed. Their glyph
    /// is the alef, the narrowest letter: PDFium does not read empty glyphs, and poppler puts what is wide into a word of its own.
    /// </summary>
    public ReadOnlySpan<ushort> TailOf(ushort glyph) => tails.TryGetValue(glyph, out var tail) ? tail : [];

    /// <summary>The number of a glyph in the subset, and whether its text there is <paramref name="text"/>.</summary>
    public bool TryFind(ushort glyph, ReadOnlySpan<char> text, out ushort number)
    {
        if (!slotOfGlyph.TryGetValue(glyph, out var slot))
        {
            number = 0;
            return false;
        }

        number = numbers.Value[slot];
        return slots[slot].Text is { } own && (text.SequenceEqual(own) || (text is "\u00A0" && own == " "));
    }

    /// <summary>The width of a glyph as the W array says it.</summary>
    public int Width(ushort glyph) => face.Advance(glyph);

    private static string Tag(int index)
    {
        Span<char> tag = stackalloc char[6];
        for (var i = 5; i >= 0; i--, index /= 26)
        {
            tag[i] = (char)('A' + (index % 26));
        }

        return new string(tag);
    }

    private ushort[] Subset()
    {
        var ligatures = slots.Where(s => IsTurnedLigature(s.Text)).ToList();
        ushort[] wanted = [.. slots.Select(s => s.Glyph), face.Glyph(Alef), zeroWidth];
        var result = new ushort[wanted.Length];
        program = HarfBuzzSubset.Create(face.Data, wanted, result);
        (alefNumber, zeroWidthNumber) = (result[^2], result[^1]);
        var next = result.Max();
        for (var i = 0; i < slots.Length && zeroWidth != 0; i++)
        {
            if (slots[i].Text is "\u200C" or "\u200D")
            {
                joiners.Add(result[i] = ++next);
            }
        }

        foreach (var ligature in ligatures)
        {
            var tail = new ushort[ligature.Text!.Length - 1];
            for (var i = 0; i < tail.Length; i++)
            {
                tail[i] = ++next;
            }

            tails.Add(ligature.Glyph, tail);
        }

        return result[..slots.Length];
    }

    private static bool IsTurnedLigature(string? text) =>
        text is { Length: > 1 } && text.All(c => c is >= '\u0620' and <= '\u06FF' && char.IsLetter(c));

    private byte[] MapNumbers()
    {
        var last = numbers.Value.Concat(tails.Values.SelectMany(t => t)).Max();
        var map = new byte[(last + 1) * 2];
        foreach (var number in numbers.Value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(number * 2), joiners.Contains(number) ? zeroWidthNumber : number);
        }

        foreach (var number in tails.Values.SelectMany(t => t))
        {
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(number * 2), alefNumber);
        }

        return map;
    }

    private static byte[] Compress(byte[] data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize))
        {
            zlib.Write(data);
        }

        return target.ToArray();
    }

    private byte[] WidthArray()
    {
        var width = slots.Zip(numbers.Value).OrderBy(p => p.Second)
            .Select(p => (Number: (int)p.Second, Width: face.Advance(p.First.Glyph)))
            .Concat(tails.Values.SelectMany(t => t).Order().Select(n => (Number: (int)n, Width: face.Advance(face.Glyph(Alef))))).ToList();
        var text = new StringBuilder();
        for (var i = 0; i < width.Count;)
        {
            var end = i + 1;
            while (end < width.Count && width[end].Number == width[end - 1].Number + 1)
            {
                end++;
            }

            text.Append(CultureInfo.InvariantCulture, $"{width[i].Number}[");
            text.AppendJoin(' ', width[i..end].Select(w => w.Width.ToString(CultureInfo.InvariantCulture))).Append(']');
            i = end;
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private IEnumerable<(ushort Number, string Text)> TailTexts(FontSlot slot) =>
        tails[slot.Glyph].Select((number, i) => (number, slot.Text![i + 1].ToString()));

    private string UnicodeMap()
    {
        var entries = slots.Zip(numbers.Value).Where(p => p.Second != 0).OrderBy(p => p.Second)
            .Select(p => (p.Second, Text: tails.ContainsKey(p.First.Glyph) ? p.First.Text![..1] : p.First.Text ?? "\uFFFD"))
            .Concat(slots.Where(s => tails.ContainsKey(s.Glyph)).SelectMany(TailTexts)).ToList();
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var chunk in entries.Chunk(100))
        {
            text.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (number, own) in chunk)
            {
                text.Append(CultureInfo.InvariantCulture, $"<{number:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(own))}>\n");
            }

            text.Append("endbfchar\n");
        }

        return text.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }
}

/// <summary>Deflated bytes (zlib) and their length before.</summary>
internal sealed record CompressedPart(byte[] Bytes, int Length);
