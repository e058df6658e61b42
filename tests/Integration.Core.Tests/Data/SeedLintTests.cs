using Xunit;

namespace Integration.Data;

public class SeedLintTests
{
    private static readonly string[] Kinds =
        ["Residence", "Health", "Family", "Benefit", "Religion", "Debts", "Criminal", "Appearance", "Union", "Assessment"];

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Triggers =
        SeedFiles.Table("Lint", "TriggerWords.csv", "Pattern;Kind;German;English;Exceptions");

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Countries =
        SeedFiles.Table("Lint", "Countries.csv", "Name;Adjective;Demonyms;Exceptions");

    [Fact]
    public void Trigger_IsLowerCaseUniqueAndSaysWhyInBothLanguages()
    {
        Assert.NotEmpty(Triggers);
        Assert.Equal(Triggers.Count, Triggers.Select(row => row["Pattern"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Triggers, row =>
        {
            Assert.Equal(row["Pattern"].ToLowerInvariant(), row["Pattern"]);
            Assert.Contains(row["Kind"], Kinds);
            Assert.NotEmpty(row["German"]);
            Assert.NotEmpty(row["English"]);
        });
        Assert.All(Kinds, kind => Assert.Contains(Triggers, row => row["Kind"] == kind));
    }

    /// <summary>An exception that does not begin with its own pattern could never be needed.</summary>
    [Fact]
    public void Exception_BeginsWithItsPattern() =>
        Assert.All(Triggers.Where(row => row["Exceptions"].Length > 0), row =>
            Assert.All(row["Exceptions"].Split('|'), exception => Assert.StartsWith(row["Pattern"], exception, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Duldung")]
    [InlineData("geflüchtet")]
    [InlineData("Kopftuch")]
    [InlineData("krank")]
    [InlineData("Therapie")]
    [InlineData("alleinerziehend")]
    [InlineData("Bürgergeld")]
    [InlineData("Grundsicherung")]
    [InlineData("Jobcenter-Kunde")]
    [InlineData("drei Kinder")]
    [InlineData("vorbestraft")]
    [InlineData("Moschee")]
    public void WordThatNoEmployerMayRead_IsFound(string text) => Assert.NotEmpty(Findings(text));

    [Theory]
    [InlineData("Fluchtwege geprüft")]
    [InlineData("Gesundheits- und Krankenpflege")]
    [InlineData("arbeitete im Krankenhaus")]
    [InlineData("Altenpflege und Kinderpflege")]
    [InlineData("hat Aufenthaltsräume gereinigt")]
    [InlineData("sucht Arbeit im Lager")]
    [InlineData("lediglich samstags nicht")]
    [InlineData("hat 6 Jahre Fliesen verlegt, auch Bäder")]
    public void WordOfAnOccupation_IsNotFound(string text) => Assert.Empty(Findings(text));

    [Fact]
    public void Country_HasANameAndIsListedOnce()
    {
        Assert.True(Countries.Count > 190);
        Assert.Equal(Countries.Count, Countries.Select(row => row["Name"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Countries, row => Assert.NotEmpty(row["Name"]));
        Assert.DoesNotContain(Countries, row => row["Name"] == "Deutschland" || row["Adjective"].Split('|').Contains("deutsch", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Syrien", "syrisch", "Syrer")]
    [InlineData("Ukraine", "ukrainisch", "Ukrainer")]
    [InlineData("Türkei", "türkisch", "Türkin")]
    [InlineData("Kurdistan", "kurdisch", "Kurde")]
    public void Country_HasItsAdjectiveAndItsPeople(string name, string adjective, string people)
    {
        var row = Assert.Single(Countries, row => row["Name"].Split('|').Contains(name, StringComparer.Ordinal));
        Assert.Contains(adjective, row["Adjective"].Split('|'));
        Assert.Contains(people, row["Demonyms"].Split('|'));
    }

    /// <summary>The rule of the seed's README in its simplest form: the pattern stands at the beginning of a word and no exception does.</summary>
    private static List<string> Findings(string text)
    {
        var lower = text.ToLowerInvariant();
        var starts = Enumerable.Range(0, lower.Length).Where(i => i == 0 || !char.IsLetterOrDigit(lower[i - 1])).ToList();
        return
        [
            .. Triggers
                .Where(row => starts.Exists(i => At(lower, i, row["Pattern"])
                    && !row["Exceptions"].Split('|', StringSplitOptions.RemoveEmptyEntries).Any(exception => At(lower, i, exception))))
                .Select(row => row["Pattern"]),
        ];
    }

    private static bool At(string text, int index, string word) => text.AsSpan(index).StartsWith(word, StringComparison.Ordinal);
}
