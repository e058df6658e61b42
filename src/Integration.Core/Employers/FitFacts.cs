using Integration.Common;
using Integration.Profiles;

namespace Integration.Employers;

/// <summary>What of a short profile the fit looks at: facts that stand on the sheet and that work may ask about. There is nothing here of origin, sex,
/// age, religion, family or residence, so none of it can move anybody up or down.</summary>
/// <param name="Group">Two-digit group of the main occupation; empty when not said.</param>
/// <param name="AlternativeGroups">Groups of the alternatives.</param>
/// <param name="German">Understanding and speaking German.</param>
/// <param name="Forms">Forms of work looked for.</param>
/// <param name="WorkTimes">Working times answered with yes or by arrangement.</param>
/// <param name="WeeklyHours">Hours a week, for part time.</param>
/// <param name="StartsFrom">Earliest start; <see langword="null"/> for at once or not said.</param>
/// <param name="Area">Municipality, or part of the district.</param>
/// <param name="Ways">Ways to work, codes of the list Mobility.</param>
/// <param name="RadiusKm">How far, in kilometres.</param>
/// <param name="EarliestByBus">When work can begin at the earliest coming by bus.</param>
/// <param name="Licences">Driving licences valid in Germany.</param>
public sealed record FitProfile(
    string Group, IReadOnlyList<string> AlternativeGroups, LanguageLevel German, IReadOnlyList<string> Forms, IReadOnlyList<string> WorkTimes, int? WeeklyHours,
    DateOnly? StartsFrom, string Area, IReadOnlyList<string> Ways, int? RadiusKm, TimeOnly? EarliestByBus, IReadOnlyList<string> Licences)
{
    /// <summary>The facts of a profile's text.</summary>
    public static FitProfile Of(ProfileContent content) => new(
        content.OccupationGroup, content.AlternativeGroups, content.SpokenGerman, content.Forms, content.WorkTimeCodes, content.WeeklyHours,
        content.StartsFrom, content.Area, content.MobilityCodes, content.RadiusKm, content.EarliestByBus, content.LicenceClasses);
}

/// <summary>What of an offer the fit looks at.</summary>
/// <param name="Group">Two-digit group of the occupation.</param>
/// <param name="Form">Form of work.</param>
/// <param name="LeastGerman">Least spoken German.</param>
/// <param name="WorkTimes">Working times that belong to it.</param>
/// <param name="WeeklyHours">Hours a week; <see langword="null"/> when nothing is said.</param>
/// <param name="StartsOn">First day; <see langword="null"/> for at once or to be agreed.</param>
/// <param name="Town">Town of the place of work.</param>
/// <param name="BeginsAt">When work begins in the day.</param>
/// <param name="ByBusFrom">From when the place of work can be reached by bus.</param>
/// <param name="WorksBus">Whether the company brings people with a bus of its own.</param>
/// <param name="Beginners">Whether people without a qualification are welcome in this form of work.</param>
/// <param name="Licences">Driving licences needed.</param>
public sealed record FitOffer(
    string Group, string Form, LanguageLevel LeastGerman, IReadOnlyList<string> WorkTimes, int? WeeklyHours, DateOnly? StartsOn, string Town,
    TimeOnly? BeginsAt, TimeOnly? ByBusFrom, bool WorksBus, bool Beginners, IReadOnlyList<string> Licences)
{
    // Forms that ask for a completed training whatever the company says.
    private static readonly HashSet<string> Trained = ["FACHKRAFT", "AKADEM"];

    /// <summary>The facts of an offer and of the company's file.</summary>
    public static FitOffer Of(JobOffer offer, EmployerFile? file) => new(
        offer.OccupationGroup, offer.WorkForm, offer.LeastGerman, offer.WorkTimes, offer.WeeklyHours, offer.StartsOn, offer.Town, offer.BeginsAt, offer.ByBusFrom,
        file?.WorksBus ?? false, (file?.OpenForBeginners ?? false) && !Trained.Contains(offer.WorkForm), offer.LicenceClasses);
}
