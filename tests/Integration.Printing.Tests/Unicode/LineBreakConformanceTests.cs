using System.Text;
using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

/// <summary>The conformance test that comes with UAX #14, every line of it.</summary>
public sealed class LineBreakConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryLineOfLineBreakTest_BreaksWhereItSays()
    {
        var cases = 0;
        var failures = new List<string>();
        foreach (var line in UnicodeFiles.DataLines(UnicodeFiles.Require("auxiliary/LineBreakTest.txt")))
        {
            cases++;
            var tokens = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var text = new StringBuilder();
            var expected = new List<bool>();
            for (var i = 1; i < tokens.Length; i += 2)
            {
                var rune = new Rune(UnicodeFiles.ParseHex(tokens[i]));
                text.Append(rune);
                if (rune.Utf16SequenceLength == 2) expected.Add(false);
                expected.Add(tokens[i + 1] == "÷");
            }

            var breaks = new LineBreak[text.Length];
            LineBreaker.FindOpportunities(text.ToString(), breaks);
            if (!breaks.Select(value => value != LineBreak.None).SequenceEqual(expected))
            {
                failures.Add($"{line}: {string.Join(' ', breaks)}");
            }
        }

        output.WriteLine($"{cases} cases");
        Assert.Empty(failures.Take(10));
        Assert.True(cases > 7_000, $"only {cases} cases");
    }
}
