using HarfBuzzSharp;

namespace Integration.Printing.Fonts;

/// <summary>The fonts that ship with the engine, and which of them sets a character.</summary>
internal sealed class FontLibrary
{
    /// <summary>Stands for a character that no font covers.</summary>
    public const int Replacement = 0xFFFD;

    private static readonly string[] Families =
        ["NotoSans", "NotoSansArabic", "NotoSansEthiopic", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansSymbols2", "NotoSansMath"];

    private readonly FontFace[] regular;
    private readonly FontFace[] bold;

    private FontLibrary()
    {
        regular = [.. Families.Select(f => Load(f + "-Regular", bold: false))];
        bold = [.. Families.Select((f, i) => Exists(f + "-Bold") ? Load(f + "-Bold", bold: true) : regular[i])];
    }

    /// <summary>The one library of the process.</summary>
    public static FontLibrary Shared { get; } = new();

    public FontFace Primary(bool isBold) => (isBold ? bold : regular)[0];

    /// <summary>The face for a code point in text of a script.</summary>
    /// <param name="codePoint">The character.</param>
    /// <param name="previous">The face of the character before, kept where it covers a mark, a digit or a sign.</param>
    /// <param name="isBold">Whether the bold faces are wanted.</param>
    /// <param name="shared">Whether the character belongs to no one script.</param>
    /// <returns>The face; <see langword="null"/> if none covers the character.</returns>
    public FontFace? Find(int codePoint, FontFace? previous, bool isBold, bool shared)
    {
        var faces = isBold ? bold : regular;
        if (shared && previous is not null && previous.Glyph(codePoint) != 0)
        {
            return previous;
        }

        foreach (var face in faces)
        {
            if (face.Glyph(codePoint) != 0)
            {
                return face;
            }
        }

        return IsInvisible(codePoint) ? previous ?? faces[0] : null;
    }

    /// <summary>Whether a code point draws nothing by nature (joiners, directional and other format characters).</summary>
    public static bool IsInvisible(int codePoint) =>
        codePoint is 0x00AD or 0x034F or 0x061C or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
            or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF)
            || (codePoint <= 0xFFFF && char.IsControl((char)codePoint));

    /// <summary>The script of a code point as HarfBuzz knows it.</summary>
    public static Script ScriptOf(int codePoint) => UnicodeFunctions.Default.GetScript(codePoint);

    private static bool Exists(string name) => typeof(FontLibrary).Assembly.GetManifestResourceInfo(name + ".ttf") is not null;

    private static FontFace Load(string name, bool bold)
    {
        using var stream = typeof(FontLibrary).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        var data = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(data);
        return new FontFace(name, bold, data);
    }
}
