using Integration.Common;

namespace Integration.Profiles;

/// <summary>What a short profile says: the blocks of the sheet, in its order. Every line is plain German text that the case manager
/// has seen; codes stand beside lines only where employers filter by them.</summary>
/// <remarks>There is no property for a name, birth date, nationality, address, residence paper or benefit, so none can be printed.</remarks>
public sealed record ProfileContent
{
    /// <summary>Longest strength line in characters.</summary>
    public const int StrengthMaxLength = 90;

    /// <summary>Longest other line in characters.</summary>
    public const int LineMaxLength = 200;

    /// <summary>Most strengths.</summary>
    public const int MaxStrengths = 5;

    /// <summary>Most entries of experience.</summary>
    public const int MaxExperience = 4;

    /// <summary>Most occupations, the main one included.</summary>
    public const int MaxOccupations = 3;

    /// <summary>Most funding options.</summary>
    public const int MaxSupport = 3;

    /// <summary>Occupation aimed at: the headline.</summary>
    public string Occupation { get; init; } = "";

    /// <summary>Its two-digit group of the KldB 2010.</summary>
    public string OccupationGroup { get; init; } = "";

    /// <summary>Up to two alternatives.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Their two-digit groups, where the record has them; says no more than <see cref="Alternatives"/>.</summary>
    public IReadOnlyList<string> AlternativeGroups { get; init; } = [];

    /// <summary>Forms of work, codes of the list WorkForms.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Earliest start, for example "sofort" or "nach Kursende (03/2027)".</summary>
    public string Start { get; init; } = "";

    /// <summary>First day of the month that <see cref="Start"/> speaks of; <see langword="null"/> for at once, or when no day is said.</summary>
    public DateOnly? StartsFrom { get; init; }

    /// <summary>Three to five strengths in the language of tasks.</summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    /// <summary>One line in the person's own words.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Up to four entries: work, industry, years.</summary>
    public IReadOnlyList<ProfileExperience> Experience { get; init; } = [];

    /// <summary>School leaving certificate in German terms.</summary>
    public string Schooling { get; init; } = "";

    /// <summary>Training or degree.</summary>
    public string Training { get; init; } = "";

    /// <summary>State of recognition.</summary>
    public string Recognition { get; init; } = "";

    /// <summary>Understanding and speaking German.</summary>
    public LanguageLevel SpokenGerman { get; init; }

    /// <summary>Reading and writing German.</summary>
    public LanguageLevel WrittenGerman { get; init; }

    /// <summary>What the levels rest on.</summary>
    public LanguageProof GermanProof { get; init; }

    /// <summary>Details of the proof, for example "telc B1".</summary>
    public string GermanCertificate { get; init; } = "";

    /// <summary>Running course, for example "besucht bis 03/2027 einen Kurs mit Ziel B1".</summary>
    public string Course { get; init; } = "";

    /// <summary>Other languages, only what the person wants to be read.</summary>
    public string OtherLanguages { get; init; } = "";

    /// <summary>Driving licences, cards and certificates, a line each.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Codes of driving licence classes valid in Germany, for employers' filters.</summary>
    public IReadOnlyList<string> LicenceClasses { get; init; } = [];

    /// <summary>Working times, a line each ("Vollzeit: ja", "Nachtschicht: nach Absprache").</summary>
    public IReadOnlyList<string> WorkTimes { get; init; } = [];

    /// <summary>Codes of working times answered with yes or by arrangement, for employers' filters.</summary>
    public IReadOnlyList<string> WorkTimeCodes { get; init; } = [];

    /// <summary>Hours a week that <see cref="WorkTimes"/> speaks of, for part time.</summary>
    public int? WeeklyHours { get; init; }

    /// <summary>Municipality, or part of the district where the municipality would tell too much.</summary>
    public string Area { get; init; } = "";

    /// <summary>How the person gets to work and how far.</summary>
    public string Mobility { get; init; } = "";

    /// <summary>Codes of the ways to work that <see cref="Mobility"/> names.</summary>
    public IReadOnlyList<string> MobilityCodes { get; init; } = [];

    /// <summary>The distance that <see cref="Mobility"/> names, in kilometres.</summary>
    public int? RadiusKm { get; init; }

    /// <summary>When work can begin at the earliest coming by bus, as <see cref="Mobility"/> says it.</summary>
    public TimeOnly? EarliestByBus { get; init; }

    /// <summary>The sentence about starting work.</summary>
    public WorkAccess WorkAccess { get; init; }

    /// <summary>Up to three codes of the list Support: "possible, checked in each case".</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>Whether the organisation's logo may stand on the sheet; needs a consent of its own.</summary>
    public bool ShowLogo { get; init; }

    /// <summary>Every free line with the name of its field (with an index for lists), as the lint and the preview address it.</summary>
    public IEnumerable<ProfileLine> Lines()
    {
        yield return new(nameof(Occupation), Occupation);
        foreach (var line in Indexed(nameof(Alternatives), Alternatives))
        {
            yield return line;
        }

        yield return new(nameof(Start), Start);
        foreach (var line in Indexed(nameof(Strengths), Strengths))
        {
            yield return line;
        }

        yield return new(nameof(Introduction), Introduction);
        for (var i = 0; i < Experience.Count; i++)
        {
            yield return new($"{nameof(Experience)}[{i}].{nameof(ProfileExperience.Work)}", Experience[i].Work);
            yield return new($"{nameof(Experience)}[{i}].{nameof(ProfileExperience.Industry)}", Experience[i].Industry);
            yield return new($"{nameof(Experience)}[{i}].{nameof(ProfileExperience.Duration)}", Experience[i].Duration);
        }

        yield return new(nameof(Schooling), Schooling);
        yield return new(nameof(Training), Training);
        yield return new(nameof(Recognition), Recognition);
        yield return new(nameof(GermanCertificate), GermanCertificate);
        yield return new(nameof(Course), Course);
        yield return new(nameof(OtherLanguages), OtherLanguages);
        foreach (var line in Indexed(nameof(Evidence), Evidence).Concat(Indexed(nameof(WorkTimes), WorkTimes)))
        {
            yield return line;
        }

        yield return new(nameof(Area), Area);
        yield return new(nameof(Mobility), Mobility);
    }

    private static IEnumerable<ProfileLine> Indexed(string field, IReadOnlyList<string> lines) =>
        lines.Select((text, i) => new ProfileLine($"{field}[{i}]", text));
}

/// <summary>An entry of experience: no employer abroad, no country, no exact dates.</summary>
public sealed record ProfileExperience(string Work, string Industry, string Duration);

/// <summary>A line of a profile and the field it stands in, for example <c>Strengths[2]</c>.</summary>
public readonly record struct ProfileLine(string Field, string Text);
