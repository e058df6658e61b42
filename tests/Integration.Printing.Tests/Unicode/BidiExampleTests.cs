using Integration.Printing.Blocks;
using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

/// <summary>Examples to read. Capital letters stand for Arabic ones; « and » open and close a first-strong isolate; what is seen is
/// written from left to right, brackets not yet mirrored.</summary>
public sealed class BidiExampleTests
{
    private const char FirstArabic = '\u0671';

    [Theory]
    [InlineData("I WORK IN kiel SINCE MAY", "YAM ECNIS kiel NI KROW I")]
    [InlineData("TRAINING AS fachkraft für lagerlogistik.", ".fachkraft für lagerlogistik SA GNINIART")]
    public void GermanInArabic_KeepsItsOwnDirection(string text, string seen) => Assert.Equal(seen, Seen(text, TextDirection.RightToLeft));

    [Theory]
    [InlineData("name: SALIM HADDAD, kiel", "name: DADDAH MILAS, kiel")]
    [InlineData("firma (SALIM HADDAD) kiel", "firma (DADDAH MILAS) kiel")]
    public void ArabicInGerman_KeepsItsOwnDirection(string text, string seen) => Assert.Equal(seen, Seen(text, TextDirection.LeftToRight));

    [Theory]
    [InlineData("WORK (im lager) NOW", "WON )im lager( KROW")]
    [InlineData("WORK [SHIFT (am tag)] NOW", "WON ])am tag( TFIHS[ KROW")]
    public void BracketsInArabic_RunWithTheTextAroundThem(string text, string seen)
        => Assert.Equal(seen, Seen(text, TextDirection.RightToLeft));

    [Fact]
    public void BracketsWithBothDirectionsInside_RunWithTheParagraph()
        => Assert.Equal("lager (kiel MILAS) DADDAH", Seen("lager (kiel SALIM) HADDAD", TextDirection.LeftToRight));

    [Fact]
    public void CanonicallyEquivalentBrackets_ArePairs()
    {
        var angle = Seen("a \u2329A b\u3009 B", TextDirection.LeftToRight);
        Assert.Equal(Seen("a (A b) B", TextDirection.LeftToRight), angle.Replace('\u2329', '(').Replace('\u3009', ')'));
    }

    [Fact]
    public void PhoneNumberInArabic_IsTornApartUnlessIsolated()
    {
        Assert.Equal("WON 567 431 49+ LLAC", Seen("CALL +49 431 567 NOW", TextDirection.RightToLeft));
        Assert.Equal("WON +49 431 567 LLAC", Seen("CALL «+49 431 567» NOW", TextDirection.RightToLeft));
    }

    [Fact]
    public void DateAndAmountInArabic_StayWhole()
        => Assert.Equal("12,50 YAP 24.12.2025 NO", Seen("ON 24.12.2025 PAY 12,50", TextDirection.RightToLeft));

    [Fact]
    public void IsolatedName_DoesNotPullTheNumberBehindIt()
    {
        Assert.Equal("gäste: 5 ,MILAS", Seen("gäste: SALIM, 5", TextDirection.LeftToRight));
        Assert.Equal("gäste: MILAS, 5", Seen("gäste: «SALIM», 5", TextDirection.LeftToRight));
    }

    [Theory]
    [InlineData("kiel SALIM", TextDirection.LeftToRight)]
    [InlineData("24. SALIM kiel", TextDirection.RightToLeft)]
    [InlineData("«SALIM» kiel", TextDirection.LeftToRight)]
    [InlineData("«kiel", TextDirection.LeftToRight)]
    [InlineData("12\nSALIM", TextDirection.LeftToRight)]
    [InlineData("", TextDirection.LeftToRight)]
    public void FirstStrongCharacterOutsideIsolates_GivesTheParagraphDirection(string text, TextDirection direction)
        => Assert.Equal(direction, BidiAlgorithm.ParagraphDirection(Arabic(text)));

    [Fact]
    public void EachParagraph_HasItsOwnDirection()
        => Assert.Equal("0000" + "11111" + "2222" + "11" + "00", Levels("abc\nSALIMkiel\r\n12", direction: null));

    [Fact]
    public void IsolateLeftOpen_EndsWithItsParagraph()
        => Assert.Equal("0011" + "0" + "00", Levels("a«AB\nab", direction: null));

    [Fact]
    public void HalvesOfASurrogatePair_ShareTheLevel()
    {
        Assert.Equal([1, 1, 1, 1], BidiAlgorithm.ResolveLevels("\U0001E900\U0001E901", paragraphDirection: null));
        Assert.Equal([1, 1, 1, 1], BidiAlgorithm.ResolveLevels("\u0671\U0001F600\u0671", TextDirection.LeftToRight));
    }

    [Fact]
    public void SpaceAtTheLineEnd_StandsWhereReadingEnds()
    {
        var text = Arabic("kiel ort SALIM");
        var levels = BidiAlgorithm.ResolveLevels(text, TextDirection.RightToLeft);
        Assert.Equal([2, 2, 2, 2, 2], levels[..5]);

        var line = new byte[5];
        BidiAlgorithm.ApplyLineRules(text, levels, 0, 5, paragraphLevel: 1, line);
        Assert.Equal([2, 2, 2, 2, 1], line);
    }

    [Fact]
    public void GermanWithTypographicMarks_AllocatesNothingButTheResult()
    {
        var text = string.Concat(Enumerable.Repeat("Die „Straße“ in Kiel – 20 € …\n", 20));
        BidiAlgorithm.ResolveLevels(text, paragraphDirection: null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var levels = BidiAlgorithm.ResolveLevels(text, paragraphDirection: null);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.All(levels, level => Assert.Equal(0, level));
        Assert.InRange(allocated, text.Length, text.Length + 64);
    }

    [Fact]
    public void LevelsOfAnotherText_AreRefused()
        => Assert.Throws<ArgumentException>(() => BidiAlgorithm.ApplyLineRules("abc", new byte[2], 0, 2, 0, new byte[2]));

    private static string Seen(string text, TextDirection direction)
    {
        var arabic = Arabic(text);
        var levels = BidiAlgorithm.ResolveLevels(arabic, direction);
        var line = new byte[text.Length];
        BidiAlgorithm.ApplyLineRules(arabic, levels, 0, text.Length, (byte)direction, line);
        var order = new int[text.Length];
        BidiAlgorithm.VisualOrder(line, order);
        return string.Concat(order.Select(index => text[index]).Where(unit => unit is not ('«' or '»')));
    }

    private static string Levels(string text, TextDirection? direction)
        => string.Concat(BidiAlgorithm.ResolveLevels(Arabic(text), direction));

    private static string Arabic(string text) => string.Concat(text.Select(unit => unit switch
    {
        >= 'A' and <= 'Z' => (char)(FirstArabic + unit - 'A'),
        '«' => '\u2068',
        '»' => '\u2069',
        _ => unit,
    }));
}
