namespace Integration.Interpreters;

/// <summary>For which language each confirmed interpreter counts. Whoever speaks Arabic understands standard and Levantine speakers alike,
/// but is one person: counted twice, a gap would be hidden.</summary>
public static class NeedCover
{
    /// <summary>Counts each interpreter for one language: one in which somebody is still missing before others, their very language before
    /// one that each understands, the larger gap before the smaller. Those with the least choice come first.</summary>
    /// <param name="needed">Interpreters needed, by language.</param>
    /// <param name="confirmed">The languages of each confirmed interpreter.</param>
    /// <returns>One entry an interpreter; the language is empty where nobody registered speaks one of theirs.</returns>
    public static IReadOnlyList<(string CountedFor, IReadOnlyCollection<string> Languages)> Of(
        IReadOnlyDictionary<string, int> needed, IEnumerable<IReadOnlyCollection<string>> confirmed)
    {
        var gaps = needed.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return confirmed
            .Select(spoken => (Spoken: spoken, Fits: needed.Keys.Select(language => (Language: language, Fit: LanguageFits.Best(new LanguageWish(language), spoken)))
                .Where(fit => fit.Fit >= LanguageFit.Mutual).ToList()))
            .OrderBy(interpreter => interpreter.Fits.Count)
            .Select(interpreter =>
            {
                var counted = interpreter.Fits
                    .OrderByDescending(fit => gaps[fit.Language] > 0).ThenByDescending(fit => fit.Fit).ThenByDescending(fit => gaps[fit.Language])
                    .ThenBy(fit => fit.Language, StringComparer.Ordinal).Select(fit => fit.Language).FirstOrDefault("");
                if (counted.Length > 0)
                {
                    gaps[counted]--;
                }

                return (counted, interpreter.Spoken);
            })
            .ToList();
    }
}
