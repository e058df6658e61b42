using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Integration.Data;

namespace Integration.Profiles;

/// <summary>Occupational titles that tell the sex, which no sheet may (DOMAIN §3.3), and the form that does not: „Verkäuferin“ and „Verkäufer“
/// become „Verkäufer/in“, the form of the employment agency's own list of occupations.</summary>
/// <remarks>Both forms have to go: where women's titles alone are written neutrally, a man's title tells just as much.</remarks>
public static partial class OccupationTitles
{
    private const int ShortestCompound = 5;

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["koch"] = "Koch/Köchin", ["köchin"] = "Koch/Köchin", ["arzt"] = "Arzt/Ärztin", ["ärztin"] = "Arzt/Ärztin",
        ["bauer"] = "Landwirt/in", ["bäuerin"] = "Landwirt/in", ["putzfrau"] = "Reinigungskraft", ["krankenschwester"] = "Pflegefachkraft",
        ["hebamme"] = "Hebamme/Entbindungspfleger", ["hausmann"] = "Haushaltsführung", ["hausfrau"] = "Haushaltsführung",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // No occupations, and so in no list of them.
    private static readonly string[] Others = ["praktikant", "mitarbeiter", "assistent", "helfer", "fahrer", "leiter", "inhaber", "student", "schüler", "betreuer", "bediener", "techniker", "monteur", "arbeiter"];

    private static readonly Lazy<FrozenSet<string>> Masculine = new(ReadMasculine);

    /// <summary>A title that tells the sex.</summary>
    /// <param name="Start">Index of its first character.</param>
    /// <param name="Length">Number of characters.</param>
    /// <param name="Neutral">What to write instead.</param>
    /// <param name="OfWomen">Whether it is a woman's title; the other form also stands for everybody in running text.</param>
    public readonly record struct Found(int Start, int Length, string Neutral, bool OfWomen);

    /// <summary>The titles of a text that tell the sex, in order.</summary>
    public static IEnumerable<Found> In(string text)
    {
        foreach (Match match in Word().Matches(text))
        {
            if (Of(match.Value) is { } title && !IsPaired(text, match.Index, match.Length))
            {
                yield return new Found(match.Index, match.Length, title.Neutral, title.OfWomen);
            }
        }
    }

    /// <summary>The text with every such title in its neutral form.</summary>
    public static string Neutral(string text) =>
        In(text).Reverse().Aggregate(text, (written, title) => written[..title.Start] + title.Neutral + written[(title.Start + title.Length)..]);

    // "Technische Zeichnerin" becomes "Technische/r Zeichner/in".
    private static (string Neutral, bool OfWomen)? Of(string words)
    {
        var noun = words.LastIndexOf(' ') + 1;
        if (OfNoun(words[noun..]) is not { } title)
        {
            return null;
        }

        return noun == 0 ? title : (words[..(noun - 1)].TrimEnd('r') + "/r " + title.Neutral, title.OfWomen || words[noun - 2] == 'e');
    }

    private static (string Neutral, bool OfWomen)? OfNoun(string word)
    {
        var plain = word.ToLowerInvariant();
        if (Irregular.TryGetValue(plain, out var known))
        {
            return (known, plain.EndsWith("in", StringComparison.Ordinal) || plain.EndsWith("frau", StringComparison.Ordinal) || plain is "krankenschwester" or "hebamme");
        }

        if (plain.EndsWith("in", StringComparison.Ordinal) && plain.Length > ShortestCompound)
        {
            return plain.EndsWith("köchin", StringComparison.Ordinal) ? (word[..^6] + "koch/-köchin", true)
                : IsMasculine(plain.AsSpan(0, plain.Length - 2)) || Feminine().IsMatch(word) ? (word[..^2] + "/in", true)
                : null;
        }

        if (plain.EndsWith("frau", StringComparison.Ordinal) || plain.EndsWith("mann", StringComparison.Ordinal))
        {
            return Trade().IsMatch(plain) ? (word[..^4] + "mann/-frau", plain[^1] == 'u') : null;
        }

        return plain switch
        {
            _ when plain.EndsWith("angestellte", StringComparison.Ordinal) => (word + "/r", true),
            _ when plain.EndsWith("angestellter", StringComparison.Ordinal) => (word[..^1] + "/r", false),
            _ when plain.Length > ShortestCompound && plain.EndsWith("koch", StringComparison.Ordinal) => (word + "/-köchin", false),
            _ when IsMasculine(plain) => (word + "/in", false),
            _ => null,
        };
    }

    // A compound ends with its trade: whoever knows "Fahrer" knows "Sattelzugfahrer".
    private static bool IsMasculine(ReadOnlySpan<char> plain)
    {
        var titles = Masculine.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; plain.Length - start >= (start == 0 ? 3 : ShortestCompound); start++)
        {
            if (titles.Contains(plain[start..]))
            {
                return true;
            }
        }

        return false;
    }

    // "Verkäufer/in", "Koch/Köchin", "Fahrer*in", "Maler (m/w/d)" already say it.
    private static bool IsPaired(string text, int start, int length) =>
        Paired().IsMatch(text[Math.Max(0, start - 2)..start]) || Pair().IsMatch(text, start + length);

    private static FrozenSet<string> ReadMasculine()
    {
        var words = ShippedFiles.Rows("Import", "OccupationSynonyms")
            .SelectMany(row => Plain().Matches(row["Text"].ToLowerInvariant()).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        return words.Where(word => words.Contains(word + "in")).Concat(Others).ToFrozenSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?:\p{L}+ische[r]?\ (?=\p{Lu}))?\p{L}+", RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Plain();

    [GeneratedRegex("(?:kauf|fach|service)(?:frau|mann)$", RegexOptions.CultureInvariant)]
    private static partial Regex Trade();

    [GeneratedRegex(@"^\p{Lu}\p{L}{3,}(?:er|ist|eur|log|ent|iker|wirt|ant|or|är)in$", RegexOptions.CultureInvariant)]
    private static partial Regex Feminine();

    [GeneratedRegex(@"[/*:_]-?$")]
    private static partial Regex Paired();

    [GeneratedRegex(@"\G(?:[/*:_][-\p{L}]|\(-?in\)|\ ?\((?:[mwdfx]/)+[mwdfx]\))", RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
