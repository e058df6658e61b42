using CsCheck;
using Integration.Common;
using Integration.Profiles;

namespace Integration.Core.Tests.Profiles;

public sealed class ChiffreTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>A published example of ISO/IEC 7064 MOD 37-2: a blood donation number.</summary>
    [Fact]
    public void CheckCharacter_IsThatOfTheStandard() => Assert.Equal('Y', Chiffre.CheckCharacter("G123489654321"));

    [Fact]
    public void DrawnNumbers_ReadBackAndNeverEndInAMisreadCharacter()
    {
        for (var i = 0; i < 5000; i++)
        {
            var drawn = Chiffre.Draw(i % 2 == 0 ? "EL" : "OSL", 2026, 4 + (i % 3));
            Assert.Matches("^(EL|OSL)-26-[0-9]{4,6}-[A-Z2-9]$", drawn.Value);
            Assert.DoesNotContain(drawn.Value[^1], "01IO*");
            Assert.True(Chiffre.TryParse(drawn.Value, out var read));
            Assert.Equal(drawn, read);
        }
    }

    [Fact]
    public void DrawnNumbers_SayNothingAboutTheirOrder()
    {
        var numbers = Enumerable.Range(0, 4000).Select(_ => int.Parse(Chiffre.Draw("EL", 2026).Value[6..10], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var ascents = numbers.Zip(numbers.Skip(1)).Count(pair => pair.First < pair.Second);
        Assert.InRange(ascents, 1800, 2200);
        Assert.InRange(numbers.Average(), 4700, 5300);
    }

    [Theory]
    [InlineData("el 26 0147 {0}")]
    [InlineData(" EL-26-O147-{0} ")]
    [InlineData("EL260I47{0}")]
    public void NumberAsPeopleTypeIt_IsRead(string typed)
    {
        var check = Chiffre.CheckCharacter("EL-26-0147");
        Assert.True(Chiffre.TryParse(string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, check), out var chiffre));
        Assert.Equal($"EL-26-0147-{check}", chiffre.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EL-26-0147")]
    [InlineData("EL-26-147-K")]
    [InlineData("E-26-0147-K")]
    [InlineData("ÄL-26-0147-K")]
    [InlineData("EL-26-0147-*")]
    public void SomethingElse_IsNotRead(string? text) => Assert.False(Chiffre.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("el")]
    [InlineData("E1")]
    [InlineData("EMSL")]
    public void RegionKeyThatIsNotTwoOrThreeLetters_IsRefused(string key)
    {
        Assert.False(Chiffre.IsRegionKey(key));
        Assert.Throws<ArgumentException>(() => Chiffre.Draw(key, 2026));
    }

    [Fact]
    public void OneWrongCharacter_IsAlwaysNoticed() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 35]).Sample((place, other) =>
        {
            var drawn = Plain(Chiffre.Draw("EL", 2026));
            place %= drawn.Length;
            return drawn[place] == Alphabet[other]
                || !Chiffre.TryParse(drawn[..place] + Alphabet[other] + drawn[(place + 1)..], out var read) || Plain(read) == drawn;
        }, iter: 20_000);

    [Fact]
    public void ExchangedCharacters_AreAlwaysNoticed() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8]).Sample((left, right) =>
        {
            var drawn = Plain(Chiffre.Draw("EL", 2026)).ToCharArray();
            if (drawn[left] == drawn[right])
            {
                return true;
            }

            (drawn[left], drawn[right]) = (drawn[right], drawn[left]);
            return !Chiffre.TryParse(new string(drawn), out _);
        }, iter: 20_000);

    [Fact]
    public void Tokens_Hold128RandomBits()
    {
        var tokens = Enumerable.Range(0, 4000).Select(_ => OpaqueToken.Draw()).ToList();
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[a-z2-7]{26}$", token));
        // 25 characters of five bits and one of three.
        for (var place = 0; place < 25; place++)
        {
            Assert.Equal(32, tokens.Select(token => token[place]).Distinct().Count());
        }

        Assert.Equal(8, tokens.Select(token => token[25]).Distinct().Count());
    }

    private static string Plain(Chiffre chiffre) => chiffre.Value.Replace("-", "", StringComparison.Ordinal);
}
