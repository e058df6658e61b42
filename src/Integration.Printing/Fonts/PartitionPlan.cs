using HarfBuzzSharp;

namespace Integration.Printing.Fonts;

/// <summary>
/// Cuts a font into fixed parts, each embedded whole once one of its glyphs is used. A part is a subset made once a process,
/// so that documents with different words share it; because the cut depends on the font alone, so do the bytes of a document.
/// </summary>
internal sealed class PartitionPlan
{
    private const int GlyphKeys = 1 << 20;
    private const string GermanSigns = "\u00A0§°·ÄÖÜßäöü–—‘’‚“”„•…€";

    // What Persian and Dari need beside the Arabic letters, and digits and signs that stand in few texts, are a part of their own: a sheet with
    // a line of Arabic stays small. Other letters of the block (Kurdish, Urdu, Pashto) are another.
    private const string PersianSigns = "\u067E\u0686\u0698\u06A9\u06AF\u06CC\u06C0\u06F0\u06F1\u06F2\u06F3\u06F4\u06F5\u06F6\u06F7\u06F8\u06F9";
    private const char Joiner = '\u200D';

    // In pairs. From right to left an opening bracket is drawn with the glyph of the closing one, and still is an opening one.
    private const string Brackets = "()[]{}<>«»‹›";
    private const int TurnedBrackets = 3;

    private readonly SortedDictionary<int, List<FontSlot>> building = [];
    private readonly Dictionary<int, FontPartition> byKey = [];
    private readonly FontPartition[] home;
    private readonly FontFace face;

    private PartitionPlan(FontFace face)
    {
        this.face = face;
        var homeKey = new int[face.GlyphCount];
        Array.Fill(homeKey, -1);
        AddCodePoints(homeKey, face.CodePoints.Where(c => !IsPresentationForm(c)));
        foreach (var (key, text) in ContextForms())
        {
            AddShaped(homeKey, key, text);
        }

        // Last, so that a joined letter or a ligature tells its letters and not its obsolete code point.
        AddCodePoints(homeKey, face.CodePoints.Where(IsPresentationForm));

        for (var i = 0; i < Brackets.Length; i++)
        {
            if (face.Glyph(Brackets[i ^ 1]) is not 0 and var turned)
            {
                Add(homeKey, TurnedBrackets, turned, Brackets[i].ToString());
            }
        }

        for (var glyph = 0; glyph < face.GlyphCount; glyph++)
        {
            if (homeKey[glyph] < 0)
            {
                Add(homeKey, GlyphKeys | (glyph >> 6), (ushort)glyph, text: null);
            }
        }

        var index = 0;
        foreach (var (key, slots) in building)
        {
            byKey.Add(key, new FontPartition(face, index++, [.. slots], face.Glyph(FontFace.ZeroWidthSpace)));
        }

        home = [.. homeKey.Select(key => byKey[key])];
    }

    public static PartitionPlan For(FontFace face) => new(face);

    /// <summary>Where a glyph that stands for <paramref name="text"/> is found.</summary>
    /// <returns>The part, the glyph's number in it, and whether a reader finds exactly <paramref name="text"/> for it.</returns>
    public (FontPartition Partition, ushort Number, bool Exact) Locate(ushort glyph, ReadOnlySpan<char> text)
    {
        if (text.Length is 1 or 2 && System.Text.Rune.DecodeFromUtf16(text, out var rune, out var used) == System.Buffers.OperationStatus.Done
            && used == text.Length && byKey.TryGetValue(KeyOf(rune.Value), out var own) && own.TryFind(glyph, text, out var number))
        {
            return (own, number, true);
        }

        if (text.Length == 1 && Brackets.Contains(text[0], StringComparison.Ordinal) && byKey.TryGetValue(TurnedBrackets, out var turned)
            && turned.TryFind(glyph, text, out number))
        {
            return (turned, number, true);
        }

        var partition = home[glyph];
        var exact = partition.TryFind(glyph, text, out number);
        return (partition, number, exact);
    }

    private void Add(int[] homeKey, int key, ushort glyph, string? text)
    {
        if (!building.TryGetValue(key, out var slots))
        {
            building.Add(key, slots = []);
        }

        if (!slots.Exists(s => s.Glyph == glyph))
        {
            slots.Add(new FontSlot(glyph, text));
        }

        if (homeKey[glyph] < 0)
        {
            homeKey[glyph] = key;
        }
    }

    private static bool IsPresentationForm(int codePoint) => codePoint is (>= 0xFB00 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);

    private void AddCodePoints(int[] homeKey, IEnumerable<int> codePoints)
    {
        foreach (var codePoint in codePoints)
        {
            var text = char.ConvertFromUtf32(codePoint);
            Add(homeKey, KeyOf(codePoint), face.Glyph(codePoint), IsPresentationForm(codePoint) ? text.Normalize(System.Text.NormalizationForm.FormKC).Trim() : text);
        }
    }

    private void AddShaped(int[] homeKey, int key, string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer { Flags = BufferFlags.RemoveDefaultIgnorables };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        face.Font.Shape(buffer);
        var infos = buffer.GlyphInfos;
        foreach (var info in infos)
        {
            var glyph = (ushort)info.Codepoint;
            if (glyph != 0 && homeKey[glyph] < 0)
            {
                // One glyph for the whole text tells a reader that text; parts of a letter tell nothing by themselves.
                Add(homeKey, key, glyph, infos.Length == 1 ? text.Trim(Joiner) : null);
            }
        }
    }

    private IEnumerable<(int Key, string Text)> ContextForms()
    {
        if (face.Name.StartsWith("NotoSans-", StringComparison.Ordinal))
        {
            return new[] { "ff", "fi", "fl", "ffi", "ffl" }.Select(t => (0, t));
        }

        return face.Name.StartsWith("NotoSansArabic", StringComparison.Ordinal) ? ArabicForms() : [];
    }

    private IEnumerable<(int Key, string Text)> ArabicForms()
    {
        foreach (var codePoint in face.CodePoints.Where(c => c is >= 0x0620 and <= 0x06FF))
        {
            var letter = ((char)codePoint).ToString();
            foreach (var form in new[] { letter, letter + Joiner, Joiner + letter + Joiner, Joiner + letter })
            {
                yield return (KeyOf(codePoint), form);
            }
        }

        foreach (var alef in "\u0627\u0623\u0625\u0622")
        {
            yield return (0, "\u0644" + alef);
            yield return (0, Joiner + "\u0644" + alef);
        }
    }

    private int KeyOf(int codePoint) => face.Name[..face.Name.IndexOf('-')] switch
    {
        "NotoSans" => LatinKey(codePoint),
        "NotoSansArabic" => ArabicKey(codePoint),
        "NotoSansEthiopic" => codePoint is 0x20 or 0xA0 or (>= 0x1361 and <= 0x1368) ? 0 : 16 + (codePoint >> 5),
        _ => 0,
    };

    private static int LatinKey(int codePoint) => codePoint switch
    {
        (>= 0x20 and <= 0x7E) or 0xFFFD => 0,
        <= 0xFFFF when GermanSigns.Contains((char)codePoint) => 0,
        <= 0x017F or (>= 0x0218 and <= 0x021B) or 0x1E9E => 1,
        (>= 0x0400 and <= 0x045F) or 0x0490 or 0x0491 => 2,
        _ => 16 + (codePoint >> 6),
    };

    private static int ArabicKey(int codePoint) => codePoint switch
    {
        <= 0x00FF or 0x060C or 0x061B or 0x061F or 0x200C or 0x200D or (>= 0x0621 and <= 0x063A) or (>= 0x0640 and <= 0x0652) => 0,
        <= 0x061F or (>= 0x0660 and <= 0x066C) => 2,
        <= 0xFFFF when PersianSigns.Contains((char)codePoint) => 2,
        <= 0x06FF => 1,
        _ => 16 + (codePoint >> 6),
    };
}
