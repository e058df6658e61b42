using Integration.Common;

namespace Integration.Interpreters;

/// <summary>Parameters of the need of interpreters (DOMAIN §6.4): a heuristic, so an operator may change each of them
/// (section <c>Interpreters</c> of the configuration).</summary>
public sealed record NeedSettings
{
    /// <summary>Weight of a person who speaks no German, or A1. From 0 (needs nobody) to 1 (needs somebody all the time).</summary>
    public double WeightBeginner { get; init; } = 1.0;

    /// <summary>Weight of a person who speaks A2.</summary>
    public double WeightA2 { get; init; } = 0.6;

    /// <summary>Weight of a person who speaks B1. From B2 on it is 0.</summary>
    public double WeightB1 { get; init; } = 0.2;

    /// <summary>Least weight of a person whose record says that an interpreter is needed, whatever their German.</summary>
    public double WeightAsked { get; init; } = 0.6;

    /// <summary>Share of the voluntarily invited who come.</summary>
    public double ShowVoluntary { get; init; } = 0.75;

    /// <summary>Share of those who were asked to report who come.</summary>
    public double ShowMandatory { get; init; } = 0.85;

    /// <summary>Share of the people who need somebody at the same moment, at a fair.</summary>
    public double Peak { get; init; } = 0.35;

    /// <summary>People whom one interpreter of a pool serves at a time.</summary>
    public double PeoplePerInterpreter { get; init; } = 3;

    /// <summary>Summed weight from which a language has at least one interpreter in the pool.</summary>
    public double PoolFrom { get; init; } = 2;

    /// <summary>Reserve of the pool, as a share: 0.1 is ten per cent.</summary>
    public double Reserve { get; init; } = 0.1;

    /// <summary>Factor by which the pool grows when the event is long, so that interpreters can relieve each other.</summary>
    public double RelayFactor { get; init; } = 1.25;

    /// <summary>Hours after which an event is long.</summary>
    public double RelayAfterHours { get; init; } = 3;

    /// <summary>Most people in a group of a tour.</summary>
    public int GroupSize { get; init; } = 12;

    /// <summary>Summed weight from which a group, or a lecture, has an interpreter.</summary>
    public double GroupFrom { get; init; } = 1;

    /// <summary>Most listeners to whom one person can whisper; more need an audio set.</summary>
    public int WhisperTo { get; init; } = 6;

    /// <summary>The weight of one person.</summary>
    /// <param name="spokenGerman">Understanding and speaking German.</param>
    /// <param name="asked">Whether the record says that an interpreter is needed.</param>
    /// <param name="language">The person's language: a signed one counts fully at every level.</param>
    public double Weight(LanguageLevel spokenGerman, bool asked, string language)
    {
        var byLevel = spokenGerman switch
        {
            LanguageLevel.None or LanguageLevel.A1 => WeightBeginner,
            LanguageLevel.A2 => WeightA2,
            LanguageLevel.B1 => WeightB1,
            _ => 0,
        };
        return language == LanguageFits.German || language.Length == 0 ? 0
            : LanguageFits.IsSigned(language) ? WeightBeginner
            : asked ? Math.Max(byLevel, WeightAsked)
            : byLevel;
    }

    /// <summary>The share of such people who come.</summary>
    /// <param name="mandatory">Whether they were asked to report (§ 309 SGB III).</param>
    public double Show(bool mandatory) => mandatory ? ShowMandatory : ShowVoluntary;
}
