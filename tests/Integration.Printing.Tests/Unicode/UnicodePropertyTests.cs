using CsCheck;
using Integration.Printing.Blocks;
using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

/// <summary>What holds for every text, lone surrogates and unbalanced formatting characters included.</summary>
public sealed class UnicodePropertyTests
{
    private static readonly Gen<string> s_pieces = Gen.OneOf(
        "a", "\u05D0", "\u0627", "1", "\u0661", "+", "%", ",", "\u0301", "\u00AD", "\t", " ", "!", "(", ")", "[", "]", "\u2329", "\u3009",
        "\u202A", "\u202B", "\u202D", "\u202E", "\u202C", "\u2066", "\u2067", "\u2068", "\u2069",
        "\uD800", "\uDC00", "\U0001F600", "\U0001E900", "\u200D", "\u0628\u0650");

    private static readonly Gen<string> s_paragraphs = s_pieces.Array[0, 80].Select(pieces => string.Concat(pieces));

    private static readonly Gen<TextDirection?> s_directions
        = Gen.OneOf<TextDirection?>(null, TextDirection.LeftToRight, TextDirection.RightToLeft);

    [Fact]
    public void ParagraphsTogether_HaveTheLevelsOfEachAlone() => Gen.Select(s_paragraphs, s_paragraphs, s_directions).Sample(
        (first, second, direction) =>
        {
            first += '\n';
            byte[] apart = [.. BidiAlgorithm.ResolveLevels(first, direction), .. BidiAlgorithm.ResolveLevels(second, direction)];
            Assert.Equal(apart, BidiAlgorithm.ResolveLevels(first + second, direction));
        }, iter: 5_000);

    [Fact]
    public void EveryText_HasLevelsWithinTheDepthAndAnOrderOfAllUnits() => Gen.Select(s_paragraphs, s_directions).Sample(
        (text, direction) =>
        {
            var levels = BidiAlgorithm.ResolveLevels(text, direction);
            Assert.Equal(text.Length, levels.Length);
            Assert.All(levels, level => Assert.InRange(level, 0, BidiAlgorithm.MaxDepth + 1));
            AssertPairsShare(text, levels);
            var order = new int[text.Length];
            BidiAlgorithm.VisualOrder(levels, order);
            Array.Sort(order);
            Assert.Equal(Enumerable.Range(0, text.Length), order);
        }, iter: 5_000);

    [Fact]
    public void LineBreak_NeverPartsASurrogatePairOrAMarkFromItsBase() => s_paragraphs.Sample(
        text =>
        {
            var breaks = new LineBreak[text.Length];
            LineBreaker.FindOpportunities(text, breaks);
            for (var i = 0; i + 1 < text.Length; i++)
            {
                if (char.IsSurrogatePair(text[i], text[i + 1])) Assert.Equal(LineBreak.None, breaks[i]);
                if (text[i + 1] == '\u0301' && text[i] != ' ') Assert.Equal(LineBreak.None, breaks[i]);
            }
        }, iter: 5_000);

    [Fact]
    public void NestingBeyondTheDepth_IsResolvedInBoundedTime()
    {
        const int Count = 50_000;
        foreach (var opening in "\u202B\u202E\u2067\u2068(")
        {
            var text = string.Concat(new string(opening, Count), "\u05D0a", new string('\u2069', Count), new string(')', Count));
            var levels = BidiAlgorithm.ResolveLevels(text, paragraphDirection: null);
            Assert.InRange(levels.Max(), 1, BidiAlgorithm.MaxDepth + 1);
        }
    }

    private static void AssertPairsShare(string text, byte[] levels)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1])) Assert.Equal(levels[i], levels[i + 1]);
        }
    }
}
