using System.Text.RegularExpressions;

namespace Integration.Profiles.Lint;

/// <summary>Finds trigger words and adjectives about character.</summary>
internal static partial class WordRules
{
    public static IEnumerable<LintFinding> Triggers(string field, LintText line)
    {
        for (var i = 0; i < line.Plain.Length; i++)
        {
            if (!line.WordBeginsAt(i))
            {
                continue;
            }

            var word = LintWords.Triggers[line.Plain[i]].Where(word => At(line.Plain, i, word.Pattern)).MaxBy(word => word.Pattern.Length);
            if (word is null || Array.Exists(word.Exceptions, exception => At(line.Plain, i, exception)))
            {
                continue;
            }

            var end = i + word.Pattern.Length;
            while (end < line.Plain.Length && char.IsLetter(line.Plain[end]))
            {
                end++;
            }

            yield return line.Find(field, i, end - i, LintRule.TriggerWord, mend: "") with { WhyGerman = word.German, WhyEnglish = word.English };
            i = end - 1;
        }
    }

    /// <summary>"zuverlässig" says nothing; "war 3 Jahre nie zu spät" does. A line with a number or with a reason counts as shown.</summary>
    public static IEnumerable<LintFinding> Character(string field, LintText line) =>
        ProfileLines.Block(field) != nameof(ProfileContent.Strengths) || Evidence().IsMatch(line.Plain)
            ? []
            : Adjective().Matches(line.Plain)
                .Select(match => line.Find(field, match.Index, match.Length, LintRule.Character, severity: LintSeverity.Advice));

    private static bool At(string text, int index, string word) => text.AsSpan(index).StartsWith(word, StringComparison.Ordinal);

    [GeneratedRegex(@"\d|(?<!\p{L})(?:weil|denn|zum\ beispiel|z\.\ ?b\.|zeugnis|nachweis)(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Evidence();

    [GeneratedRegex(@"(?<!\p{L})(?:zuverlässig|motiviert|fleißig|fleissig|freundlich|pünktlich|teamfähig|engagiert|flexibel|flexible|lernbereit|lernwillig|hilfsbereit|"
        + @"ehrgeizig|nett|höflich|ordentlich|gewissenhaft|sorgfältig|sympathisch|ehrlich|geduldig|selbstständig|selbständig|verantwortungsbewusst|kommunikativ|"
        + @"aufgeschlossen|offen|ruhig|stressresistent)(?:e[rsmn]?)?(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Adjective();
}
