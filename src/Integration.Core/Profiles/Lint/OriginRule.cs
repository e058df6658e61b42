using System.Text.RegularExpressions;

namespace Integration.Profiles.Lint;

/// <summary>Finds countries, regions of origin, their adjectives and peoples.</summary>
/// <remarks>In the line of other languages an adjective without ending is a language that the person wants to be read.</remarks>
internal static partial class OriginRule
{
    public static IEnumerable<LintFinding> Find(string field, LintText line)
    {
        for (var i = 0; i < line.Plain.Length; i++)
        {
            if (!char.IsLetter(line.Plain[i]) || (i > 0 && char.IsLetter(line.Plain[i - 1])))
            {
                continue;
            }

            var end = i;
            while (end < line.Plain.Length && char.IsLetter(line.Plain[end]))
            {
                end++;
            }

            var word = LintWords.Countries[line.Plain[i..end]]
                .Where(word => At(line.Plain, i, word.Text) && line.WordEndsAt(i + word.Text.Length)).MaxBy(word => word.Text.Length);
            if (word is null || Array.Exists(word.Exceptions, exception => At(line.Plain, i, exception)) || IsLanguage(field, word))
            {
                continue;
            }

            yield return Found(field, line, i, word);
            i += word.Text.Length - 1;
        }
    }

    private static bool IsLanguage(string field, CountryWord word) =>
        field == nameof(ProfileContent.OtherLanguages) && word is { Kind: CountryWordKind.Adjective, Ending: "" };

    private static bool At(string text, int index, string word) => text.AsSpan(index).StartsWith(word, StringComparison.Ordinal);

    private static LintFinding Found(string field, LintText line, int at, CountryWord word)
    {
        var length = word.Text.Length;
        switch (word.Kind)
        {
            case CountryWordKind.Country:
                var before = Preposition().Match(line.Plain[..at]);
                var (text, start) = before.Success
                    ? (GermanText.Of("Mend_" + Key(before.Groups["word"].Value)), before.Index)
                    : (GermanText.Of("Mend_Abroad"), at);
                if (char.IsUpper(line.OriginalAt(start)))
                {
                    text = char.ToUpperInvariant(text[0]) + text[1..];
                }

                return line.Find(field, start, at + length - start, LintRule.Country, text);
            case CountryWordKind.Adjective:
                var foreign = GermanText.Of("Mend_Foreign") + word.Ending;
                return line.Find(field, at, length, LintRule.Country,
                    char.IsUpper(line.OriginalAt(at)) ? char.ToUpperInvariant(foreign[0]) + foreign[1..] : foreign);
            default:
                return line.Find(field, at, length, LintRule.Country);
        }
    }

    private static string Key(string preposition) => preposition switch
    {
        "aus" or "von" => "FromAbroad",
        "nach" => "ToAbroad",
        _ => "InAbroad",
    };

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<word>in|im|aus|nach|von)\s+(?:(?:der|dem|den)\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();
}
