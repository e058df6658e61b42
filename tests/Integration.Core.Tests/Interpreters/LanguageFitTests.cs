using CsCheck;
using Integration.Data;
using Integration.Interpreters;

namespace Integration.Core.Tests.Interpreters;

public sealed class LanguageFitTests
{
    private static readonly string[] Codes = [.. CodeCatalog.Shipped().Where(entry => entry.List == "Languages").Select(entry => entry.Code)];

    [Theory]
    [InlineData("prs", "prs", LanguageFit.Exact)]
    [InlineData("prs", "pes", LanguageFit.Mutual)]
    [InlineData("pes", "prs", LanguageFit.Mutual)]
    [InlineData("srp", "hrv", LanguageFit.Mutual)]
    [InlineData("bos", "srp", LanguageFit.Mutual)]
    [InlineData("apc", "ara", LanguageFit.Mutual)]
    [InlineData("ara", "arb", LanguageFit.Exact)]
    [InlineData("arb", "acm", LanguageFit.Mutual)]
    [InlineData("apc", "ary", LanguageFit.None)]
    [InlineData("ukr", "rus", LanguageFit.None)]
    [InlineData("kmr", "ckb", LanguageFit.None)]
    [InlineData("pus", "prs", LanguageFit.None)]
    [InlineData("ukr", "deu", LanguageFit.None)]
    [InlineData("", "ara", LanguageFit.None)]
    public void NothingTicked_OnlyTheSameOrOneThatEachUnderstandsFits(string wanted, string spoken, LanguageFit fit) =>
        Assert.Equal(fit, LanguageFits.Of(new LanguageWish(wanted), spoken));

    [Fact]
    public void RussianForUkrainian_OnlyWhenTicked()
    {
        Assert.Equal(LanguageFit.Bridge, LanguageFits.Of(new LanguageWish("ukr", ["rus"]), "rus"));
        Assert.Equal(LanguageFit.None, LanguageFits.Of(new LanguageWish("ukr", ["eng"]), "rus"));
        Assert.Equal(LanguageFit.None, LanguageFits.Of(new LanguageWish("ukr", ["deu"]), "deu"));
    }

    [Fact]
    public void KurmanjiAndSorani_NeverForEachOther_NotEvenTicked()
    {
        Assert.Equal(LanguageFit.None, LanguageFits.Of(new LanguageWish("kmr", ["ckb"]), "ckb"));
        Assert.Equal(LanguageFit.None, LanguageFits.Of(new LanguageWish("ckb", ["kmr", "ara"]), "kmr"));
        Assert.Equal(LanguageFit.Bridge, LanguageFits.Of(new LanguageWish("ckb", ["kmr", "ara"]), "ara"));
    }

    [Fact]
    public void SeveralLanguages_TheBestCounts()
    {
        var wish = new LanguageWish("apc", ["eng"]);
        Assert.Equal(LanguageFit.Mutual, LanguageFits.Best(wish, ["eng", "ara"]));
        Assert.Equal(LanguageFit.Bridge, LanguageFits.Best(wish, ["eng", "ckb"]));
        Assert.Equal(LanguageFit.None, LanguageFits.Best(wish, []));
    }

    [Fact]
    public void AnyTwoLanguages_FitAlikeBothWays_AndABridgeNeedsATick()
    {
        var language = Gen.OneOf(Codes);
        Gen.Select(language, language, language.Array[0, 3]).Sample((wanted, spoken, ticked) =>
        {
            var plain = LanguageFits.Of(new LanguageWish(wanted), spoken);
            var bridged = LanguageFits.Of(new LanguageWish(wanted, ticked), spoken);
            Assert.NotEqual(LanguageFit.Bridge, plain);
            Assert.True(bridged >= plain);
            Assert.True(bridged != LanguageFit.Bridge || ticked.Contains(spoken));
            Assert.True(bridged == LanguageFit.None || (wanted, spoken) is not (("kmr", "ckb") or ("ckb", "kmr")));
            if (wanted != "deu" && spoken != "deu")
            {
                Assert.Equal(plain, LanguageFits.Of(new LanguageWish(spoken), wanted));
            }
        });
    }
}
