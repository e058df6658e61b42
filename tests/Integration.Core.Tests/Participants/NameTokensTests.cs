using Integration.Participants;

namespace Integration.Core.Tests.Participants;

public sealed class NameTokensTests
{
    [Theory]
    [InlineData("Schewtschenko", "Shevchenko", "Шевченко")]
    [InlineData("Al-Khatib", "Al Khatib", "الخطيب")]
    [InlineData("Ahmadi", "Ahmady", "احمدی")]
    [InlineData("Mohammed", "Muhammad", "محمد")]
    [InlineData("Öztürk", "Oeztuerk", "OZTURK")]
    [InlineData("Țurcanu", "Turcanu", "ŢURCANU")]
    [InlineData("Bondarenko", "Bondarenko", "Бондаренко")]
    [InlineData("Rahimi", "Rahimy", "رحیمی")]
    [InlineData("Fatima", "Fatimah", "فاطمة")]
    public void SpellingsOfOneName_ShareASoundKey(string first, string second, string third)
    {
        Assert.Equal(Sounds(first), Sounds(second));
        Assert.Equal(Sounds(first), Sounds(third));
    }

    [Theory]
    [InlineData("Melnyk", "Bondarenko")]
    [InlineData("Karimi", "Rahimi")]
    [InlineData("Ali", "Omar")]
    [InlineData("Rahimi", "Rima")]
    public void DifferentNames_HaveDifferentSoundKeys(string first, string second) => Assert.NotEqual(Sounds(first), Sounds(second));

    [Fact]
    public void MarksAndInvisibleCharacters_AreFoldedAway() => Assert.Equal("stefan", NameTokens.Fold("  Ștefan\u200f "));

    private static string[] Sounds(string name) => NameTokens.Of(name).Where(token => token[0] == '~').ToArray();
}
