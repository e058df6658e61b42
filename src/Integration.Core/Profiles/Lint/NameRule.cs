namespace Integration.Profiles.Lint;

/// <summary>Finds the person's names as whole words, in any case, accent and script.</summary>
/// <remarks>A name that is also a German word (Koch, Sommer) is a finding like any other: only a person can tell the cook from Mr Koch, and says so
/// in the reason. Particles (al, von, an…) count only beside another part of the name. Spellings that differ but sound alike (Schewtschenko,
/// Shevchenko) are found when the consonants are at least five, or at least three when one of the two is not in Latin letters.</remarks>
internal static class NameRule
{
    private const int SoundsAlike = 5;
    private const int SoundsAlikeAcrossScripts = 3;

    public static IEnumerable<LintFinding> Find(string field, LintText line, LintSubject subject)
    {
        var words = line.Words;
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            var proper = false;
            while (end < words.Count && IsName(words[end], subject) && (end == i || Adjacent(line, words[end - 1], words[end])))
            {
                proper |= !LintSubject.IsParticle(words[end].Key);
                end++;
            }

            if (end - i > 1 || proper)
            {
                yield return Over(field, line, words[i], words[end - 1]);
                i = end;
            }
            else
            {
                if (i + 1 < words.Count && subject.Joined.Contains(words[i].Key + words[i + 1].Key) && Adjacent(line, words[i], words[i + 1]))
                {
                    yield return Over(field, line, words[i], words[i + 1]);
                }

                i++;
            }
        }
    }

    private static bool IsName(LintWord word, LintSubject subject)
    {
        if (subject.Joined.Contains(word.Key))
        {
            return true;
        }

        foreach (var name in subject.Names)
        {
            if (word.Key == name.Key || (name.Key.Length >= 3 && word.Key.Length == name.Key.Length + 1 && word.Key[^1] == 's'
                && word.Key.StartsWith(name.Key, StringComparison.Ordinal)))
            {
                return true;
            }

            var needed = word.Latin && name.Latin ? SoundsAlike : SoundsAlikeAcrossScripts;
            if (word.Sound.Length >= needed && word.Sound == name.Sound)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Adjacent(LintText line, LintWord left, LintWord right) =>
        line.Plain.AsSpan(left.Start + left.Length, right.Start - left.Start - left.Length).Trim(" -,.").IsEmpty;

    private static LintFinding Over(string field, LintText line, LintWord first, LintWord last) =>
        line.Find(field, first.Start, last.Start + last.Length - first.Start, LintRule.Name, mend: "");
}
