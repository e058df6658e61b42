using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

public sealed class UnicodeDataTests
{
    [Fact]
    public async Task InstalledFilesOfTheSameVersion_GenerateTheShippedTables()
    {
        var ct = TestContext.Current.CancellationToken;
        if (Environment.GetEnvironmentVariable("INTEGRATION_REGENERATE_UNICODE") == "1")
        {
            var content = new UnicodeDataGenerator(UnicodeFiles.Directory).Generate();
            await File.WriteAllBytesAsync(SourcePath(), content, ct);
            Assert.Fail($"Wrote {content.Length} bytes to {SourcePath()}. Build and test again without INTEGRATION_REGENERATE_UNICODE.");
        }

        UnicodeFiles.Require("LineBreak.txt");
        UnicodeFiles.Require("Scripts.txt");
        Assert.Equal(new UnicodeDataGenerator(UnicodeFiles.Directory).Generate(), UnicodeData.Load());
    }

    [Theory]
    [InlineData('(', '(')]
    [InlineData(']', -'[')]
    [InlineData('\u2329', '\u3008')]
    [InlineData('\u232A', -'\u3008')]
    [InlineData('\u3009', -'\u3008')]
    [InlineData('\uFD3E', 0)]
    [InlineData('a', 0)]
    public void Bracket_NamesItsPairInCanonicalForm(char value, int pair) => Assert.Equal(pair, UnicodeData.BracketOf(value));

    [Theory]
    [InlineData(0x0041, "Latn")]
    [InlineData(0x0627, "Arab")]
    [InlineData(0x1230, "Ethi")]
    [InlineData(0x10A0, "Geor")]
    [InlineData(0x0531, "Armn")]
    [InlineData(0x0410, "Cyrl")]
    [InlineData(0x0020, ScriptTable.Common)]
    [InlineData(0x0301, ScriptTable.Inherited)]
    [InlineData(0x0378, ScriptTable.Unknown)]
    [InlineData(0x20000, "Hani")]
    [InlineData(0x10FFFF, ScriptTable.Unknown)]
    public void CodePoint_HasItsScript(int codePoint, string script) => Assert.Equal(script, ScriptTable.ScriptOf(codePoint));

    [Theory]
    [InlineData(-1)]
    [InlineData(0x110000)]
    public void NumberOutsideUnicode_HasNoScript(int codePoint)
        => Assert.Throws<ArgumentOutOfRangeException>(() => ScriptTable.ScriptOf(codePoint));

    private static string SourcePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Integration.sln"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "src/Integration.Printing/Text/Unicode/unicode.bin");
    }
}
