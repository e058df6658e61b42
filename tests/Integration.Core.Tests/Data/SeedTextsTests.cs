using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Integration.Data;

public partial class SeedTextsTests
{
    private static readonly string[] Expected = ["ar", "de", "en", "fa", "fa-AF", "fr", "kmr", "ru", "ti", "tr", "uk"];

    /// <summary>Words of the German administration that stay as they are on the papers people receive.</summary>
    private static readonly string[] AuthorityWords = ["Kurzprofil", "Jobcenter", "Ausländerbehörde", "Praktikum", "SGB X"];

    private static readonly Dictionary<string, TextFile> Files = Expected.ToDictionary(language => language, Read, StringComparer.Ordinal);

    public static TheoryData<string> Languages => [.. Expected];

    [Fact]
    public void EveryLanguageOfTheConsentForm_IsThereAndNoOther() =>
        Assert.Equal(Expected, SeedFiles.Names("Texts", ".json"));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Language_HasTheKeysOfTheGermanSourceInItsOrder(string language) =>
        Assert.Equal(Files["de"].Texts.Keys, Files[language].Texts.Keys);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_HasThePlaceholdersOfTheGermanSource(string language) =>
        Assert.All(Files["de"].Texts, source => Assert.Equal(Placeholders(source.Value), Placeholders(Files[language].Texts[source.Key])));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_IsFilledTrimmedAndFreeOfControlCharacters(string language) =>
        Assert.All(Files[language].Texts, text =>
        {
            Assert.NotEmpty(text.Value);
            Assert.Equal(text.Value.Trim(), text.Value);
            // U+200C joins Persian words correctly and is the only invisible mark that a text may hold.
            Assert.DoesNotContain(text.Value, c => c != '\u200C' && (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format));
        });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Direction_IsRightToLeftForArabicScriptAlone(string language) =>
        Assert.Equal(language is "ar" or "fa" or "fa-AF" ? "rtl" : "ltr", Files[language].Direction);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_IsWrittenInTheScriptOfItsLanguage(string language)
    {
        var script = language switch
        {
            "ar" or "fa" or "fa-AF" => ArabicLetters(),
            "uk" or "ru" => CyrillicLetters(),
            "ti" => EthiopicLetters(),
            _ => LatinLetters(),
        };
        Assert.All(Files[language].Texts, text => Assert.Matches(script, text.Value));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ReviewFlagAndVersion_SayThatOnlyTheGermanSourceIsConfirmed(string language)
    {
        Assert.Equal(language, Files[language].Language);
        Assert.Equal(language == "de", Files[language].ReviewedByNativeReader);
        Assert.Equal(Files["de"].Version, Files[language].Version);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void AuthorityWord_StaysGermanAndIsExplainedWhereItIsFirstUsed(string language)
    {
        var texts = Files[language].Texts;
        Assert.All(AuthorityWords, word => Assert.All(
            Files["de"].Texts.Where(source => source.Value.Contains(word, StringComparison.Ordinal) && !source.Key.EndsWith(".title", StringComparison.Ordinal)),
            source => Assert.Contains(word, texts[source.Key], StringComparison.Ordinal)));
        Assert.All(["consent.profile.purpose", "consent.profile.shown.permit", "consent.voluntary"], (string key) => Assert.Contains('(', texts[key]));
        Assert.Equal(2, texts["consent.logo.text"].Count(c => c == '('));
    }

    /// <summary>The promises without which the consent would not hold (Art. 7 GDPR, § 67b SGB X) stand in the German source.</summary>
    [Theory]
    [InlineData("consent.voluntary", "keine Nachteile")]
    [InlineData("consent.withdraw", "jederzeit")]
    [InlineData("consent.profile.locked", "sofort")]
    [InlineData("consent.profile.yes", "ohne meinen Namen")]
    [InlineData("consent.validity", "{validUntil}")]
    [InlineData("privacy.basis", "§ 67b SGB X")]
    public void GermanSource_MakesThePromise(string key, string words) =>
        Assert.Contains(words, Files["de"].Texts[key], StringComparison.Ordinal);

    private static TextFile Read(string language) =>
        JsonSerializer.Deserialize<TextFile>(SeedFiles.Text("Texts", $"{language}.json"), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException(language);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsArabic}", RegexOptions.None, 1000)]
    private static partial Regex ArabicLetters();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, 1000)]
    private static partial Regex CyrillicLetters();

    [GeneratedRegex(@"\p{IsEthiopic}", RegexOptions.None, 1000)]
    private static partial Regex EthiopicLetters();

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex LatinLetters();

    private sealed record TextFile(string Language, string Direction, bool ReviewedByNativeReader, string Version, Dictionary<string, string> Texts);
}
