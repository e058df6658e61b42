using System.Collections.Frozen;

namespace Integration.Interpreters;

/// <summary>How well an interpreter's language or variety fits a person's (DOMAIN §6.3, R4). Ordered: a greater value is the better fit.</summary>
public enum LanguageFit
{
    /// <summary>They would not understand each other, or nobody has said that they would.</summary>
    None,

    /// <summary>A language that the person ticked as acceptable.</summary>
    Bridge,

    /// <summary>Each understands the other's language: Dari and Farsi, Serbian, Croatian and Bosnian, a variety of Arabic and standard Arabic.</summary>
    Mutual,

    /// <summary>The same language and variety.</summary>
    Exact,
}

/// <summary>In which language somebody needs to be interpreted for.</summary>
/// <param name="Language">Language or variety, code of the list Languages (ISO 639-3).</param>
/// <param name="AcceptedBridges">Languages that the person ticked as acceptable instead.</param>
public sealed record LanguageWish(string Language, IReadOnlyCollection<string> AcceptedBridges)
{
    /// <summary>A wish for one language and nothing else.</summary>
    public LanguageWish(string language)
        : this(language, [])
    {
    }
}

/// <summary>Decides which language fits which (DOMAIN §6.3, R4).</summary>
public static class LanguageFits
{
    /// <summary>German, one end of every assignment.</summary>
    public const string German = "deu";

    private static readonly FrozenSet<string>[] Mutual =
    [
        FrozenSet.Create("prs", "pes"),
        FrozenSet.Create("srp", "hrv", "bos"),
    ];

    // A variety and the standard language understand each other; two varieties far apart (Levantine, Moroccan) need not.
    private static readonly FrozenSet<string> ArabicVarieties = FrozenSet.Create("apc", "acm", "arz", "ary", "aeb", "apd");

    // Two languages that outsiders both call Kurdish: whoever substitutes one for the other leaves the person without a word.
    private static readonly FrozenSet<string> NeverForEachOther = FrozenSet.Create("kmr", "ckb");

    private static readonly FrozenSet<string> SignLanguages = FrozenSet.Create("gsg", "ukl", "rsl");

    /// <summary>How an interpreter's language fits a wish. Kurmanji never fits Sorani, nor the reverse, not even when it was ticked.</summary>
    /// <param name="wish">What the person needs.</param>
    /// <param name="spoken">The interpreter's language or variety, code of the list Languages.</param>
    /// <returns><see cref="LanguageFit.None"/> for German, for an empty code, and for whatever nobody has said fits.</returns>
    public static LanguageFit Of(LanguageWish wish, string spoken)
    {
        var (wanted, offered) = (Standard(wish.Language), Standard(spoken));
        return wanted.Length == 0 || offered.Length == 0 || offered == German ? LanguageFit.None
            : wanted == offered ? LanguageFit.Exact
            : NeverForEachOther.Contains(wanted) && NeverForEachOther.Contains(offered) ? LanguageFit.None
            : AreMutual(wanted, offered) ? LanguageFit.Mutual
            : wish.AcceptedBridges.Any(bridge => Standard(bridge) == offered) ? LanguageFit.Bridge
            : LanguageFit.None;
    }

    /// <summary>The best fit among an interpreter's languages; <see cref="LanguageFit.None"/> without any.</summary>
    public static LanguageFit Best(LanguageWish wish, IEnumerable<string> spoken) =>
        spoken.Select(language => Of(wish, language)).DefaultIfEmpty(LanguageFit.None).Max();

    /// <summary>Whether it is signed: what a person reads or speaks of German says nothing about the need of it.</summary>
    public static bool IsSigned(string language) => SignLanguages.Contains(language);

    private static bool AreMutual(string one, string other) =>
        Array.Exists(Mutual, group => group.Contains(one) && group.Contains(other))
        || (one == "ara" && ArabicVarieties.Contains(other)) || (other == "ara" && ArabicVarieties.Contains(one));

    // "arb" is standard Arabic in ISO 639-3, "ara" the macrolanguage by which forms and lists know it.
    private static string Standard(string language) => language == "arb" ? "ara" : language;
}
