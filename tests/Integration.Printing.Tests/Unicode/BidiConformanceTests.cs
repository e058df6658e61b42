using System.Globalization;
using System.Text;
using Integration.Printing.Blocks;
using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

/// <summary>The conformance tests that come with UAX #9, every line of them.</summary>
public sealed class BidiConformanceTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, char> s_representatives = new(StringComparer.Ordinal)
    {
        ["L"] = 'a', ["R"] = '\u05D0', ["AL"] = '\u0627', ["EN"] = '0', ["ES"] = '+', ["ET"] = '%', ["AN"] = '\u0660',
        ["CS"] = ',', ["NSM"] = '\u0300', ["BN"] = '\u00AD', ["B"] = '\u2029', ["S"] = '\t', ["WS"] = ' ', ["ON"] = '!',
        ["LRE"] = '\u202A', ["LRO"] = '\u202D', ["RLE"] = '\u202B', ["RLO"] = '\u202E', ["PDF"] = '\u202C',
        ["LRI"] = '\u2066', ["RLI"] = '\u2067', ["FSI"] = '\u2068', ["PDI"] = '\u2069',
    };

    private static readonly TextDirection?[] s_directions = [null, TextDirection.LeftToRight, TextDirection.RightToLeft];

    [Fact]
    public void EveryLineOfBidiTest_HasItsLevelsAndOrder()
    {
        int?[] levels = [];
        int[] order = [];
        var lines = 0;
        var cases = 0;
        var failures = new List<string>();
        foreach (var line in UnicodeFiles.DataLines(UnicodeFiles.Require("BidiTest.txt")))
        {
            if (line.StartsWith("@Levels:", StringComparison.Ordinal)) levels = ParseLevels(line[8..]);
            else if (line.StartsWith("@Reorder:", StringComparison.Ordinal)) order = ParseOrder(line[9..]);
            if (line[0] == '@') continue;

            lines++;
            var fields = line.Split(';');
            var text = string.Concat(Array.ConvertAll(fields[0].TrimEnd().Split(' '), name => s_representatives[name]));
            var bits = int.Parse(fields[1], CultureInfo.InvariantCulture);
            for (var i = 0; i < s_directions.Length; i++)
            {
                if ((bits & 1 << i) == 0) continue;
                cases++;
                Check(line, text, s_directions[i], levels, order, failures);
            }
        }

        output.WriteLine($"{lines} lines, {cases} cases");
        Assert.Empty(failures.Take(10));
        Assert.True(lines > 490_000, $"only {lines} lines");
        Assert.True(cases > lines, $"only {cases} cases");
    }

    [Fact]
    public void EveryLineOfBidiCharacterTest_HasItsLevelsAndOrder()
    {
        var cases = 0;
        var failures = new List<string>();
        foreach (var line in UnicodeFiles.DataLines(UnicodeFiles.Require("BidiCharacterTest.txt")))
        {
            cases++;
            var fields = line.Split(';');
            var text = string.Concat(fields[0].Split(' ').Select(code => new Rune(UnicodeFiles.ParseHex(code)).ToString()));
            TextDirection? direction = fields[1] switch
            {
                "0" => TextDirection.LeftToRight,
                "1" => TextDirection.RightToLeft,
                _ => null,
            };
            if (fields[1] == "2" && LevelOf(BidiAlgorithm.ParagraphDirection(text)) != fields[2][0] - '0') failures.Add(line);
            Check(line, text, direction, ParseLevels(fields[3]), ParseOrder(fields[4]), failures);
        }

        output.WriteLine($"{cases} cases");
        Assert.Empty(failures.Take(10));
        Assert.True(cases > 90_000, $"only {cases} cases");
    }

    private static void Check(
        string line, string text, TextDirection? direction, int?[] expectedLevels, int[] expectedOrder, List<string> failures)
    {
        var paragraphLevel = LevelOf(direction ?? BidiAlgorithm.ParagraphDirection(text));
        var levels = BidiAlgorithm.ResolveLevels(text, direction);
        var lineLevels = new byte[text.Length];
        BidiAlgorithm.ApplyLineRules(text, levels, 0, text.Length, paragraphLevel, lineLevels);

        var kept = new List<int>(expectedLevels.Length);
        var keptLevels = new List<byte>(expectedLevels.Length);
        var unit = 0;
        for (var i = 0; i < expectedLevels.Length; i++)
        {
            var level = lineLevels[unit];
            if (char.IsHighSurrogate(text[unit]) && lineLevels[++unit] != level) failures.Add($"{line}: surrogates at {i} differ");
            unit++;
            if (expectedLevels[i] is not { } expected) continue;
            if (expected != level) failures.Add($"{line} ({direction}): level {level} at {i}, not {expected}");
            kept.Add(i);
            keptLevels.Add(level);
        }

        Span<int> order = new int[kept.Count];
        BidiAlgorithm.VisualOrder(keptLevels.ToArray(), order);
        for (var i = 0; i < order.Length; i++) order[i] = kept[order[i]];
        if (unit != text.Length || !order.SequenceEqual(expectedOrder)) failures.Add($"{line} ({direction}): order {string.Join(' ', order.ToArray())}");
    }

    private static byte LevelOf(TextDirection direction) => (byte)(direction == TextDirection.RightToLeft ? 1 : 0);

    private static int?[] ParseLevels(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(level => level == "x" ? (int?)null : int.Parse(level, CultureInfo.InvariantCulture))];

    private static int[] ParseOrder(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(index => int.Parse(index, CultureInfo.InvariantCulture))];
}
