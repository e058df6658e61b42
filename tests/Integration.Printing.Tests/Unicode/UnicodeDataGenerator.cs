using System.Text;
using Integration.Printing.Text.Unicode;

namespace Integration.Printing.Tests.Unicode;

/// <summary>Makes the resource <c>unicode.bin</c>, whose layout <see cref="UnicodeData"/> describes, from the files of the Unicode
/// Character Database. To bring the shipped file to the installed version:
/// <code>INTEGRATION_REGENERATE_UNICODE=1 dotnet test --project tests/Integration.Printing.Tests</code>
/// then read the changes of UAX #9, #14 and #24, since a new version may bring new classes and rules.</summary>
internal sealed class UnicodeDataGenerator(string directory)
{
    private const int CodePoints = 0x110000;

    private readonly Dictionary<string, string> _shortNames = ReadShortNames(Path.Combine(directory, "PropertyValueAliases.txt"));

    public byte[] Generate()
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.ASCII);
        var version = UnicodeFiles.VersionOf(Path.Combine(directory, "LineBreak.txt"));
        writer.Write("UCD1"u8);
        writer.Write([(byte)version.Major, (byte)version.Minor, (byte)version.Build]);
        WriteTable(writer, Array.ConvertAll(Read("bc", "extracted/DerivedBidiClass.txt", "L"), name => (byte)Enum.Parse<BidiClass>(name)));
        WriteTable(writer, LineBreakClasses());
        WriteScripts(writer);
        WriteBrackets(writer);
        writer.Flush();
        return content.ToArray();
    }

    /// <summary>Rule LB1 and the distinctions of LB30 and LB30b.</summary>
    private byte[] LineBreakClasses()
    {
        var classes = Read("lb", "extracted/DerivedLineBreak.txt", "XX");
        var categories = Read("gc", "extracted/DerivedGeneralCategory.txt", "Cn");
        var widths = Read("ea", "EastAsianWidth.txt", "N");
        var emoji = Read("emoji", "emoji/emoji-data.txt", "", only: "Extended_Pictographic");
        var result = new byte[CodePoints];
        for (var i = 0; i < CodePoints; i++)
        {
            var isWide = widths[i] is "F" or "W" or "H";
            result[i] = (byte)(classes[i] switch
            {
                "AI" or "SG" or "XX" => LineBreakClass.AL,
                "SA" => categories[i] is "Mn" or "Mc" ? LineBreakClass.CM : LineBreakClass.AL,
                "CJ" => LineBreakClass.NS,
                "OP" when isWide => LineBreakClass.WideOP,
                "CP" when isWide => LineBreakClass.WideCP,
                "ID" when emoji[i].Length > 0 && categories[i] == "Cn" => LineBreakClass.ReservedID,
                var name => Enum.Parse<LineBreakClass>(name),
            });
        }

        return result;
    }

    private void WriteScripts(BinaryWriter writer)
    {
        var scripts = Read("sc", "Scripts.txt", "Zzzz");
        var codes = scripts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var indices = codes.Index().ToDictionary(code => code.Item, code => (byte)code.Index, StringComparer.Ordinal);
        WriteTable(writer, Array.ConvertAll(scripts, code => indices[code]));
        writer.Write((byte)codes.Count);
        foreach (var code in codes) writer.Write(Encoding.ASCII.GetBytes(code));
    }

    private void WriteBrackets(BinaryWriter writer)
    {
        var brackets = UnicodeFiles.DataLines(Path.Combine(directory, "BidiBrackets.txt"))
            .Select(line => line.Split(';', StringSplitOptions.TrimEntries))
            .Select(fields => (Bracket: UnicodeFiles.ParseHex(fields[0]), Pair: UnicodeFiles.ParseHex(fields[1]), IsClosing: fields[2] == "c"))
            .OrderBy(entry => entry.Bracket)
            .ToList();
        var canonical = UnicodeFiles.DataLines(Path.Combine(directory, "UnicodeData.txt"))
            .Select(line => line.Split(';'))
            .Where(fields => fields[5].Length > 0 && !fields[5].Contains('<', StringComparison.Ordinal) && !fields[5].Contains(' ', StringComparison.Ordinal))
            .ToDictionary(fields => UnicodeFiles.ParseHex(fields[0]), fields => UnicodeFiles.ParseHex(fields[5]));
        writer.Write(checked((byte)brackets.Count));
        foreach (var (bracket, pair, isClosing) in brackets)
        {
            var opening = isClosing ? pair : bracket;
            writer.Write(checked((ushort)bracket));
            writer.Write(checked((ushort)canonical.GetValueOrDefault(opening, opening)));
            writer.Write(isClosing);
        }
    }

    private static void WriteTable(BinaryWriter writer, byte[] values)
    {
        var starts = Enumerable.Range(0, CodePoints).Where(i => i == 0 || values[i] != values[i - 1]).ToList();
        writer.Write(checked((ushort)starts.Count));
        foreach (var start in starts) writer.Write((uint)start << 8 | values[start]);
    }

    /// <summary>The value of a property for each code point, as its short name. Defaults (<c>@missing</c>) come before the data,
    /// later ones overriding earlier ones (UAX #44, 4.2.10).</summary>
    private string[] Read(string property, string file, string otherwise, string? only = null)
    {
        var path = Path.Combine(directory, file);
        const string Missing = "# @missing: ";
        var values = new string[CodePoints];
        Array.Fill(values, otherwise);
        var defaults = File.ReadLines(path)
            .Where(line => line.StartsWith(Missing, StringComparison.Ordinal)).Select(line => line[Missing.Length..]);
        foreach (var line in defaults.Concat(UnicodeFiles.DataLines(path)))
        {
            var fields = line.Split(';', StringSplitOptions.TrimEntries);
            if (only is not null && fields[1] != only) continue;
            var range = fields[0].Split("..");
            var first = UnicodeFiles.ParseHex(range[0]);
            var last = UnicodeFiles.ParseHex(range[^1]);
            Array.Fill(values, _shortNames.GetValueOrDefault($"{property} {fields[1]}", fields[1]), first, last - first + 1);
        }

        return values;
    }

    private static Dictionary<string, string> ReadShortNames(string path)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in UnicodeFiles.DataLines(path))
        {
            var fields = line.Split(';', StringSplitOptions.TrimEntries);
            names[$"{fields[0]} {fields[2]}"] = fields[1];
        }

        return names;
    }
}
