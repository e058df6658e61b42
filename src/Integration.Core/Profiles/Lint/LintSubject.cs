using Integration.Participants;

namespace Integration.Profiles.Lint;

/// <summary>What the lint has to know of the person to find it in the text. Never leaves the owning organisation.</summary>
public sealed class LintSubject
{
    // Words that many names contain and every German sentence may: they count only beside another part of the name.
    private static readonly HashSet<string> Particles =
    [
        "al", "el", "ibn", "bin", "bint", "abu", "abd", "um", "von", "van", "der", "den", "de", "da", "di", "do", "du", "la", "le", "zu", "zum", "zur",
        "an", "am", "im", "in", "so", "es", "er", "ein", "und", "mit", "auf", "aus", "bei", "bis", "hat", "ist", "war", "gut", "mai", "man", "nur", "sehr",
    ];

    private LintSubject(IReadOnlyList<LintWord> names, IReadOnlySet<string> joined, (string Given, string Family) initials, Participant person)
    {
        Names = names;
        Joined = joined;
        Initials = initials;
        CustomerNumber = Plain(person.CustomerNumber);
        Phone = new string([.. person.Phone.Where(char.IsAsciiDigit)]);
        Town = person.Town;
    }

    internal IReadOnlyList<LintWord> Names { get; }

    internal IReadOnlySet<string> Joined { get; }

    internal (string Given, string Family) Initials { get; }

    internal string CustomerNumber { get; }

    internal string Phone { get; }

    /// <summary>The municipality; where a rare profile names it, a part of the district is better.</summary>
    internal string Town { get; }

    /// <summary>Takes from a record what must not be on its profile.</summary>
    public static LintSubject Of(Participant person)
    {
        var parts = new[] { person.FamilyName, person.GivenName, person.BadgeName }.Select(LintText.Of).ToList();
        var names = parts.SelectMany(part => part.Words).Where(word => word.Key.Length > 1 || !word.Latin).DistinctBy(word => word.Key).ToList();
        var joined = parts.Where(part => part.Words.Count > 1).Select(part => string.Concat(part.Words.Select(word => word.Key))).ToHashSet(StringComparer.Ordinal);
        return new LintSubject(names, joined, (Initial(parts[1]), Initial(parts[0])), person);
    }

    internal static bool IsParticle(string key) => Particles.Contains(key);

    internal static string Plain(string number) => new([.. number.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Initial(LintText name) => name.Words.Count > 0 && name.Words[0].Latin ? name.Words[0].Key[..1] : "";
}
