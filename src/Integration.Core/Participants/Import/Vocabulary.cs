using System.Collections.Frozen;
using Integration.Data;

namespace Integration.Participants.Import;

/// <summary>What other software calls the codes of our lists: the shipped synonyms, and each list's own codes and labels.</summary>
internal static class Vocabulary
{
    private static readonly Lazy<FrozenDictionary<(string List, string Text), string[]>> Codes = new(ReadCodes);
    private static readonly Lazy<FrozenDictionary<string, (string Group, int Level)>> Occupations = new(ReadOccupations);

    /// <summary>The codes that a text means in a list; none when it is not understood.</summary>
    public static IReadOnlyList<string> Find(string list, string text) =>
        Codes.Value.GetValueOrDefault((list, Key(text)), []);

    /// <summary>KldB group and requirement level of an occupation's title; <see langword="null"/> when it is not known.</summary>
    public static (string Group, int Level)? Occupation(string title) =>
        Occupations.Value.TryGetValue(Key(title), out var found) ? found : null;

    private static string Key(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static FrozenDictionary<(string List, string Text), string[]> ReadCodes()
    {
        var codes = new Dictionary<(string, string), List<string>>();
        foreach (var row in ShippedFiles.Rows("Import", "Synonyms"))
        {
            Add(row["List"], row["Text"], row["Code"]);
        }

        var synonyms = codes.Keys.ToHashSet();
        foreach (var entry in CodeCatalog.Shipped())
        {
            // Lists that are enums in code are named in the plural as files.
            var list = entry.List is "Genders" or "LanguageLevels" or "LanguageProofs" ? entry.List[..^1] : entry.List;
            foreach (var text in new[] { entry.Code, entry.German, entry.English }.Where(text => !synonyms.Contains((list, Key(text)))))
            {
                Add(list, text, entry.Code);
            }
        }

        return codes.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray());

        void Add(string list, string text, string code)
        {
            var key = (list, Key(text));
            if (!codes.TryGetValue(key, out var known))
            {
                codes[key] = known = [];
            }

            if (!known.Contains(code, StringComparer.Ordinal))
            {
                known.Add(code);
            }
        }
    }

    private static FrozenDictionary<string, (string Group, int Level)> ReadOccupations() =>
        ShippedFiles.Rows("Import", "OccupationSynonyms")
            .DistinctBy(row => Key(row["Text"]))
            .ToFrozenDictionary(row => Key(row["Text"]), row => (row["Group"], row["Level"][0] - '0'));
}
