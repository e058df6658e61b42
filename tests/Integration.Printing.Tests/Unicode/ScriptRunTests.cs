using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

public sealed class ScriptRunTests
{
    [Theory]
    [InlineData("Kiel, 24103", "Latn:Kiel, 24103")]
    [InlineData("Kiel, كيل, Kiel", "Latn:Kiel, |Arab:كيل, |Latn:Kiel")]
    [InlineData("24. Київ", "Cyrl:24. Київ")]
    [InlineData("24.12. +49", "Zyyy:24.12. +49")]
    [InlineData("ሰላም Kiel", "Ethi:ሰላም |Latn:Kiel")]
    [InlineData("", "")]
    public void CommonCharacters_TakeTheScriptInFrontOrElseBehind(string text, string runs) => Assert.Equal(runs, Show(text));

    [Theory]
    [InlineData("Name (اسم) hier", "Latn:Name (|Arab:اسم|Latn:) hier")]
    [InlineData("(Name اسم)", "Latn:(Name |Arab:اسم|Latn:)")]
    [InlineData("a [ب (γ] d", "Latn:a [|Arab:ب (|Grek:γ|Latn:] d")]
    [InlineData("اسم) Name", "Arab:اسم) |Latn:Name")]
    [InlineData("a (ب) (γ) d", "Latn:a (|Arab:ب|Latn:) (|Grek:γ|Latn:) d")]
    public void ClosingBracket_TakesTheScriptOfItsOpening(string text, string runs) => Assert.Equal(runs, Show(text));

    [Theory]
    [InlineData("e\u0301\u0308", "Latn:e\u0301\u0308")]
    [InlineData("\u0301a", "Latn:\u0301a")]
    [InlineData("a\u25CC\u135D", "Latn:a|Ethi:\u25CC\u135D")]
    [InlineData("a\u135Db", "Latn:a\u135Db")]
    public void Mark_StaysWithItsBase(string text, string runs) => Assert.Equal(runs, Show(text));

    [Fact]
    public void SurrogatePair_IsNotParted() => Assert.Equal("Latn:a😀|Adlm:\U0001E900", Show("a😀\U0001E900"));

    [Fact]
    public void ManyOpenBrackets_KeepTheirCount()
    {
        var text = new string('(', 1000) + "a" + new string(')', 1000);
        Assert.Equal("Latn:" + text, Show(text));
    }

    private static string Show(string text)
    {
        var shown = new List<string>();
        var position = 0;
        foreach (var run in new ScriptRuns(text))
        {
            Assert.Equal(position, run.Start);
            shown.Add($"{run.Script}:{text.Substring(run.Start, run.Length)}");
            position += run.Length;
        }

        Assert.Equal(text.Length, position);
        return string.Join('|', shown);
    }
}
