using System.Text;

namespace Integration.Profiles.Lint;

/// <summary>The shipped word lists: what reveals an origin, and what reveals anything else that employers must not read.</summary>
internal static class LintWords
{
    private const string Root = "Integration.Data.Seed.Lint.";

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
        foreach (var row in Rows("Countries"))
        {
            var exceptions = Split(row[3]);
            foreach (var name in Split(row[0]))
            {
                words.AddRange(new[] { "", "s" }.Select(ending => new CountryWord(name + ending, CountryWordKind.Country, "", exceptions)));
            }

            foreach (var adjective in Split(row[1]))
            {
                words.AddRange(new[] { "", "e", "em", "en", "er", "es" }
                    .Select(ending => new CountryWord(adjective + ending, CountryWordKind.Adjective, ending, exceptions)));
            }

            foreach (var people in Split(row[2]))
            {
                words.AddRange(new[] { "", "n", "s", "en", "in", "innen", "nen" }
                    .Select(ending => new CountryWord(people + ending, CountryWordKind.People, ending, exceptions)));
            }
        }

        return words.DistinctBy(word => word.Text).ToLookup(word => FirstWord(word.Text), StringComparer.Ordinal);
    }

    private static ILookup<char, TriggerWord> ReadTriggers() =>
        Rows("TriggerWords")
            .Where(row => !LeftToAgeRule.Contains(row[0]))
            .Select(row => new TriggerWord(row[0], row[2], row[3], Split(row[4])))
            .ToLookup(word => word.Pattern[0]);

    private static string FirstWord(string text) => new([.. text.TakeWhile(char.IsLetter)]);

    private static string[] Split(string field) => [.. field.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part.ToLowerInvariant())];

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(LintWords).Assembly.GetManifestResourceStream($"{Root}{file}.csv")
            ?? throw new FileNotFoundException($"{file}.csv is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(';');
        }
    }
}

internal enum CountryWordKind
{
    Country,
    Adjective,
    People,
}

internal sealed record CountryWord(string Text, CountryWordKind Kind, string Ending, string[] Exceptions);

internal sealed record TriggerWord(string Pattern, string German, string English, string[] Exceptions);
