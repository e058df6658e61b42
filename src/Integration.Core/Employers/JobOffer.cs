using Integration.Common;

namespace Integration.Employers;

/// <summary>What a company offers: a form of work in an occupation, how often, and what it asks for. There is no free text about people:
/// nothing can be asked for but what work needs (AGG; § 36 Abs. 2 SGB III).</summary>
public class JobOffer : IVersioned
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Most places of one offer.</summary>
    public const int MostPlaces = 999;

    /// <summary>The id.</summary>
    public JobOfferId Id { get; set; } = JobOfferId.New();

    /// <summary>The company.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>The event it is made for; <see langword="null"/> for every one.</summary>
    public JobEventId? JobEventId { get; set; }

    /// <summary>The offer it was copied from, so that nothing is copied twice.</summary>
    public JobOfferId? CopiedFromId { get; set; }

    /// <summary>The work in plain words: "Helfer/in in der Montage".</summary>
    public string Title { get; set; } = "";

    /// <summary>Two-digit group of the KldB 2010, code of the list OccupationGroups.</summary>
    public string OccupationGroup { get; set; } = "";

    /// <summary>Form of work, code of the list WorkForms.</summary>
    public string WorkForm { get; set; } = "";

    /// <summary>How many places, from 1.</summary>
    public int Places { get; set; } = 1;

    /// <summary>Least spoken German.</summary>
    public LanguageLevel LeastGerman { get; set; }

    /// <summary>Working times that belong to it, codes of the list WorkTimes.</summary>
    public List<string> WorkTimes { get; set; } = [];

    /// <summary>Hours a week; <see langword="null"/> when nothing is said.</summary>
    public int? WeeklyHours { get; set; }

    /// <summary>First day; <see langword="null"/> for at once or to be agreed.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>When work begins in the day, at the earliest.</summary>
    public TimeOnly? BeginsAt { get; set; }

    /// <summary>Postal code of the place of work.</summary>
    public string PostalCode { get; set; } = "";

    /// <summary>Town of the place of work.</summary>
    public string Town { get; set; } = "";

    /// <summary>From when in the day the place of work can be reached by bus or train.</summary>
    public TimeOnly? ByBusFrom { get; set; }

    /// <summary>Driving licences needed, codes of the list LicenceClasses.</summary>
    public List<string> LicenceClasses { get; set; } = [];

    /// <summary>Papers needed, codes of the list Certificates.</summary>
    public List<string> Evidence { get; set; } = [];

    /// <summary>State; it changes by the steps of <see cref="OfferStates"/>.</summary>
    public OfferState State { get; set; } = OfferState.Open;

    /// <summary>When it was entered.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>State of an offer.</summary>
public enum OfferState
{
    /// <summary>To be had.</summary>
    Open,

    /// <summary>All places are taken.</summary>
    Filled,

    /// <summary>The company no longer offers it.</summary>
    Withdrawn,
}

/// <summary>Which state of an offer can follow which.</summary>
public static class OfferStates
{
    /// <summary>The states that can follow, in the order of buttons.</summary>
    public static IReadOnlyList<OfferState> After(OfferState state) => state switch
    {
        OfferState.Open => [OfferState.Filled, OfferState.Withdrawn],
        OfferState.Filled => [OfferState.Open],
        OfferState.Withdrawn => [OfferState.Open],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
