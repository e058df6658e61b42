using System.Buffers.Binary;
using System.Text;

namespace Integration.Printing.Text.Unicode;

/// <summary>The character properties that the algorithms need, read once from the embedded <c>unicode.bin</c>.</summary>
/// <remarks>
/// Layout, numbers little-endian: the letters <c>UCD1</c>; the three bytes of the Unicode version; three tables (Bidi_Class,
/// Line_Break, Script), each a 16-bit count and that many 32-bit entries <c>first code point &lt;&lt; 8 | value</c>, a range lasting
/// until the next entry; a count byte and the four-letter script codes; a count byte and the brackets, each two 16-bit
/// code units (character, opening character of its pair in canonical form) and a byte, 1 for closing.
/// The tests hold the generator that writes it from the files of the Unicode Character Database.
/// </remarks>
internal static class UnicodeData
{
    internal const string ResourceName = "Integration.Printing.Text.Unicode.unicode.bin";

    private static readonly Tables s_tables = Tables.Read(Load());

    /// <summary>The version of the Unicode Character Database that the tables were made from.</summary>
    public static Version Version => s_tables.Version;

    /// <summary>Four-letter codes of ISO 15924 by script index.</summary>
    public static IReadOnlyList<string> ScriptCodes => s_tables.ScriptCodes;

    public static BidiClass BidiClassOf(int codePoint) => (BidiClass)s_tables.Bidi[codePoint];

    public static LineBreakClass LineBreakClassOf(int codePoint) => (LineBreakClass)s_tables.LineBreak[codePoint];

    public static byte ScriptIndexOf(int codePoint) => s_tables.Script[codePoint];

    /// <summary>The pair a bracket belongs to (UAX #9, BD14 and BD15): the opening character in canonical form, negative for
    /// a closing bracket, 0 for any other character.</summary>
    public static int BracketOf(char value)
    {
        if (value < 0x80)
        {
            return value switch
            {
                '(' or '[' or '{' => value,
                ')' => -'(',
                ']' => -'[',
                '}' => -'{',
                _ => 0,
            };
        }

        var index = Array.BinarySearch(s_tables.Brackets, value);
        return index < 0 ? 0 : s_tables.Pairs[index];
    }

    /// <summary>The code point at <paramref name="index"/> and how many code units it takes. A lone surrogate stands for itself.</summary>
    public static int CodePointAt(ReadOnlySpan<char> text, int index, out int width)
    {
        var unit = text[index];
        if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            width = 2;
            return char.ConvertToUtf32(unit, text[index + 1]);
        }

        width = 1;
        return unit;
    }

    internal static byte[] Load()
    {
        using var stream = typeof(UnicodeData).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks the resource {ResourceName}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private sealed class Tables
    {
        public required Version Version { get; init; }

        public required CodePointTable Bidi { get; init; }

        public required CodePointTable LineBreak { get; init; }

        public required CodePointTable Script { get; init; }

        public required string[] ScriptCodes { get; init; }

        public required char[] Brackets { get; init; }

        public required int[] Pairs { get; init; }

        public static Tables Read(ReadOnlySpan<byte> data)
        {
            if (!data.StartsWith("UCD1"u8)) throw new InvalidOperationException($"{ResourceName} is not a table of characters.");
            var version = new Version(data[4], data[5], data[6]);
            data = data[7..];
            var bidi = ReadTable(ref data);
            var lineBreak = ReadTable(ref data);
            var script = ReadTable(ref data);
            var codes = new string[data[0]];
            data = data[1..];
            for (var i = 0; i < codes.Length; i++) codes[i] = Encoding.ASCII.GetString(data.Slice(i * 4, 4));
            data = data[(codes.Length * 4)..];
            var brackets = new char[data[0]];
            var pairs = new int[data[0]];
            data = data[1..];
            for (var i = 0; i < brackets.Length; i++)
            {
                var entry = data.Slice(i * 5, 5);
                var opening = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
                brackets[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(entry);
                pairs[i] = entry[4] == 0 ? opening : -opening;
            }

            return new Tables
            {
                Version = version, Bidi = bidi, LineBreak = lineBreak, Script = script,
                ScriptCodes = codes, Brackets = brackets, Pairs = pairs,
            };
        }

        private static CodePointTable ReadTable(ref ReadOnlySpan<byte> data)
        {
            var count = BinaryPrimitives.ReadUInt16LittleEndian(data);
            var starts = new int[count];
            var values = new byte[count];
            for (var i = 0; i < count; i++)
            {
                var entry = BinaryPrimitives.ReadUInt32LittleEndian(data[(2 + i * 4)..]);
                starts[i] = (int)(entry >> 8);
                values[i] = (byte)entry;
            }

            data = data[(2 + count * 4)..];
            return new CodePointTable(starts, values);
        }
    }
}
