namespace Integration.Interpreters;

/// <summary>The groups of a tour by language (DOMAIN §6.4): one interpreter for each language and group whose summed weight reaches
/// <see cref="NeedSettings.GroupFrom"/>; languages that share a bridge go together first.</summary>
public static class TourGroups
{
    /// <summary>Interpreters for the people of one language: those who need somebody most walk together, in groups of at most
    /// <see cref="NeedSettings.GroupSize"/>, so that as few groups as possible need one.</summary>
    public static int Interpreters(IEnumerable<NeedPerson> people, NeedSettings settings) =>
        people.OrderByDescending(person => person.Weight).Chunk(settings.GroupSize).Count(group => NeedCalculation.Sum(group) >= settings.GroupFrom);

    /// <summary>Which languages walk with which other: all of their people understand it or ticked it, and it saves an interpreter or gives
    /// one to people too few for their own. The smallest look for company first; what others have joined stays where it is.</summary>
    /// <param name="languages">The people with a weight above 0, by language.</param>
    /// <param name="settings">The parameters.</param>
    /// <returns>Joining language to joined language.</returns>
    public static Dictionary<string, string> Join(IReadOnlyDictionary<string, IReadOnlyList<NeedPerson>> languages, NeedSettings settings)
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        var together = languages.ToDictionary(pair => pair.Key, pair => pair.Value.ToList(), StringComparer.Ordinal);
        var smallestFirst = languages.OrderBy(pair => NeedCalculation.Sum(pair.Value)).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        foreach (var (language, people) in smallestFirst.Where(pair => !joined.ContainsValue(pair.Key)))
        {
            var own = Interpreters(people, settings);
            var host = together
                .Where(other => other.Key != language && !joined.ContainsKey(other.Key) && people.All(person => LanguageFits.Of(person.Wish, other.Key) != LanguageFit.None))
                .Select(other => (Language: other.Key, Alone: Interpreters(other.Value, settings), With: Interpreters(other.Value.Concat(people), settings)))
                .Where(other => other.With > 0 && (other.With < other.Alone + own || (own == 0 && other.Alone > 0)))
                .OrderBy(other => other.With - other.Alone).ThenBy(other => other.Language, StringComparer.Ordinal)
                .Select(other => other.Language)
                .FirstOrDefault();
            if (host is not null)
            {
                joined[language] = host;
                together[host].AddRange(people);
            }
        }

        return joined;
    }
}
