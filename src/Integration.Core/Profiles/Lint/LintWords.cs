using Integration.Data;

namespace Integration.Profiles.Lint;

/// <summary>The shipped word lists: what reveals an origin, and what reveals anything else that employers must not read.</summary>
internal static class LintWords
{
    // The age rule knows these two in context: "35-jährig" is an age, "3-jährige Ausbildung" is not.
    private static readonly HashSet<string> LeftToAgeRule = ["jahre alt", "jährig"];

    private static readonly Lazy<ILookup<string, CountryWord>> CountryTable = new(ReadCountries);
    private static readonly Lazy<ILookup<char, TriggerWord>> TriggerTable = new(ReadTriggers);

    /// <summary>Words of origin by their first word in lower case.</summary>
    public static ILookup<string, CountryWord> Countries => CountryTable.Value;

    /// <summary>Trigger words by their first character.</summary>
    public static ILookup<char, TriggerWord> Triggers => TriggerTable.Value;

    private static ILookup<string, CountryWord> ReadCountries()
    {
        var words = new List<CountryWord>();
        foreach (var row in ShippedFiles.Rows("Lint", "Countries"))
        {
            var exceptions = Split(row["Exceptions"]);
            foreach (var name in Split(row["Name"]))
            {
                words.AddRange(new[] { "", "s" }.Select(ending => new CountryWord(name + ending, CountryWordKind.Country, "", exceptions)));
            }

            foreach (var adjective in Split(row["Adjective"]))
            {
                words.AddRange(new[] { "", "e", "em", "en", "er", "es" }
                    .Select(ending => new CountryWord(adjective + ending, CountryWordKind.Adjective, ending, exceptions)));
            }

            foreach (var people in Split(row["Demonyms"]))
            {
                words.AddRange(new[] { "", "n", "s", "en", "in", "innen", "nen" }
                    .Select(ending => new CountryWord(people + ending, CountryWordKind.People, ending, exceptions)));
            }
        }

        return words.DistinctBy(word => word.Text).ToLookup(word => FirstWord(word.Text), StringComparer.Ordinal);
    }

    private static ILookup<char, TriggerWord> ReadTriggers() =>
        ShippedFiles.Rows("Lint", "TriggerWords")
            .Where(row => !LeftToAgeRule.Contains(row["Pattern"]))
            .Select(row => new TriggerWord(row["Pattern"], row["German"], row["English"], Split(row["Exceptions"])))
            .ToLookup(word => word.Pattern[0]);

    private static string FirstWord(string text) => new([.. text.TakeWhile(char.IsLetter)]);

    private static string[] Split(string field) => [.. field.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part.ToLowerInvariant())];
}

internal enum CountryWordKind
{
    Country,
    Adjective,
    People,
}

internal sealed record CountryWord(string Text, CountryWordKind Kind, string Ending, string[] Exceptions);

internal sealed record TriggerWord(string Pattern, string German, string English, string[] Exceptions);
