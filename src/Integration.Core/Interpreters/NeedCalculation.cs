namespace Integration.Interpreters;

/// <summary>What interpreters do at an event, which decides how many are needed (DOMAIN §6.4).</summary>
public enum NeedForm
{
    /// <summary>Fair: a pool at a meeting point, coloured vests.</summary>
    Pool,

    /// <summary>Tour in small groups.</summary>
    Tour,

    /// <summary>Talk in a room, whispered or over an audio set.</summary>
    Lecture,
}

/// <summary>A person as far as the need goes: no name, no record.</summary>
/// <param name="Wish">Language and accepted bridges.</param>
/// <param name="Weight">How much of an interpreter the person needs, from 0 to 1; see <see cref="NeedSettings.Weight"/>.</param>
/// <param name="Show">Probability of coming, from 0 to 1.</param>
public sealed record NeedPerson(LanguageWish Wish, double Weight, double Show);

/// <summary>The need of one language (a row of the table of DOMAIN §6.4).</summary>
/// <param name="Language">Language or variety, code of the list Languages.</param>
/// <param name="People">Registered people with a weight above 0.</param>
/// <param name="Weight">Their summed weight.</param>
/// <param name="Needed">Interpreters needed.</param>
/// <param name="Confirmed">Confirmed interpreters counted for this language: each is counted for one language alone; see <see cref="NeedCover"/>.</param>
/// <param name="BridgeCover">People whom a confirmed interpreter counted elsewhere could serve too, in a language each understands or one they ticked.</param>
/// <param name="JoinedTo">The language whose tour groups these people join; empty when they have their own or none.</param>
/// <param name="AudioSet">Whether more listen than one person can whisper to.</param>
public sealed record NeedRow(string Language, int People, double Weight, int Needed, int Confirmed, int BridgeCover, string JoinedTo, bool AudioSet)
{
    /// <summary>Interpreters still missing; never negative.</summary>
    public int Gap => Math.Max(0, Needed - Confirmed);

    /// <summary>Whether somebody is left whom nobody on the spot understands: have the telephone service's number ready.</summary>
    public bool PhoneFallback => People > 0 && JoinedTo.Length == 0 && BridgeCover < People && (Gap > 0 || Confirmed == 0);
}

/// <summary>How many interpreters of which language an event needs (DOMAIN §6.4).</summary>
public static class NeedCalculation
{
    /// <summary>The need by language, the largest first.</summary>
    /// <param name="form">What they do there.</param>
    /// <param name="people">Everybody who is registered and expected.</param>
    /// <param name="confirmed">The languages of each confirmed interpreter, one entry an interpreter.</param>
    /// <param name="hours">Length of the event in hours.</param>
    /// <param name="settings">The parameters.</param>
    public static IReadOnlyList<NeedRow> Of(
        NeedForm form, IReadOnlyCollection<NeedPerson> people, IReadOnlyCollection<IReadOnlyCollection<string>> confirmed, double hours, NeedSettings settings)
    {
        var languages = people.Where(person => person.Weight > 0)
            .GroupBy(person => person.Wish.Language)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<NeedPerson>)[.. group], StringComparer.Ordinal);
        var joined = form == NeedForm.Tour ? TourGroups.Join(languages, settings) : new Dictionary<string, string>(StringComparer.Ordinal);
        var needed = languages.Keys.ToDictionary(language => language, language => Needed(form, languages[language], WithJoined(language), hours, settings), StringComparer.Ordinal);
        var cover = NeedCover.Of(needed, confirmed);
        return languages
            .Select(language => Row(form, language.Key, language.Value, needed[language.Key], cover, settings, joined.GetValueOrDefault(language.Key, "")))
            .OrderByDescending(row => row.Needed).ThenByDescending(row => row.Weight).ThenBy(row => row.Language, StringComparer.Ordinal)
            .ToList();

        IReadOnlyList<NeedPerson> WithJoined(string language) =>
            joined.ContainsKey(language) ? [] : [.. languages[language], .. joined.Where(pair => pair.Value == language).SelectMany(pair => languages[pair.Key])];
    }

    /// <summary>A pool: ceil(Σ(weight × show) × peak ÷ people an interpreter × (1 + reserve) × relay), at least one from a summed weight of
    /// <see cref="NeedSettings.PoolFrom"/> on and none below it. Rounded once, at the end: ten per cent of one interpreter are not a second one.</summary>
    public static int Pool(IReadOnlyCollection<NeedPerson> people, double hours, NeedSettings settings)
    {
        if (Sum(people) < settings.PoolFrom)
        {
            return 0;
        }

        var atOnce = people.Sum(person => person.Weight * person.Show) * settings.Peak / settings.PeoplePerInterpreter;
        return Math.Max(1, Ceiling(atOnce * (1 + settings.Reserve) * (hours > settings.RelayAfterHours ? settings.RelayFactor : 1)));
    }

    /// <summary>A lecture: one interpreter from a summed weight of <see cref="NeedSettings.GroupFrom"/> on (whispering or over an audio set),
    /// two when it is longer than <see cref="NeedSettings.RelayAfterHours"/> (R5).</summary>
    public static int Lecture(IReadOnlyCollection<NeedPerson> people, double hours, NeedSettings settings) =>
        Sum(people) < settings.GroupFrom ? 0 : hours > settings.RelayAfterHours ? 2 : 1;

    /// <summary>The listeners to expect at a lecture: Σ(weight × show), rounded up.</summary>
    public static int Listeners(IEnumerable<NeedPerson> people) => Ceiling(people.Sum(person => person.Weight * person.Show));

    /// <summary>Summed weight, without what adding tenths leaves behind: ten people of 0.2 are 2.</summary>
    internal static double Sum(IEnumerable<NeedPerson> people) => Math.Round(people.Sum(person => person.Weight), 6);

    private static int Needed(NeedForm form, IReadOnlyList<NeedPerson> people, IReadOnlyList<NeedPerson> together, double hours, NeedSettings settings) => form switch
    {
        NeedForm.Pool => Pool(people, hours, settings),
        NeedForm.Tour => TourGroups.Interpreters(together, settings),
        NeedForm.Lecture => Lecture(people, hours, settings),
    };

    private static NeedRow Row(
        NeedForm form, string language, IReadOnlyList<NeedPerson> people, int needed, IReadOnlyList<(string CountedFor, IReadOnlyCollection<string> Languages)> cover,
        NeedSettings settings, string joinedTo)
    {
        var elsewhere = cover.Where(interpreter => interpreter.CountedFor != language).ToList();
        var bridged = people.Count(person => elsewhere.Exists(interpreter => LanguageFits.Best(person.Wish, interpreter.Languages) != LanguageFit.None));
        return new NeedRow(
            language, people.Count, Sum(people), needed, cover.Count - elsewhere.Count, bridged, joinedTo,
            form == NeedForm.Lecture && Listeners(people) > settings.WhisperTo);
    }

    private static int Ceiling(double value) => (int)Math.Ceiling(Math.Round(value, 6));
}
