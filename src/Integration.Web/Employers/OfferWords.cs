using Integration.Common;
using Integration.Employers;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Employers;

/// <summary>Says what an offer asks for, in one line each.</summary>
public static class OfferWords
{
    /// <summary>German, licences, papers.</summary>
    public static string Needs(JobOffer offer, CodePicks codes) => Line(
    [
        offer.LeastGerman == LanguageLevel.None ? "" : Format.Fill(EmployersTexts.GermanFrom, offer.LeastGerman.Label()),
        codes.Labels("LicenceClasses", offer.LicenceClasses), codes.Labels("Certificates", offer.Evidence),
    ]);

    /// <summary>Postal code and town.</summary>
    public static string Place(JobOffer offer) => (offer.PostalCode + " " + offer.Town).Trim();

    /// <summary>When the day begins, and from when the place is reached by bus or train.</summary>
    public static string Way(JobOffer offer) => Line(
    [
        offer.BeginsAt is { } begins ? Format.Fill(EmployersTexts.BeginsAtOf, Format.Time(begins)) : "",
        offer.ByBusFrom is { } bus ? Format.Fill(EmployersTexts.ByBusOf, Format.Time(bus)) : "",
    ]);

    /// <summary>Hours, shifts, first day.</summary>
    public static string Times(JobOffer offer, CodePicks codes) => Line(
    [
        .. offer.WorkTimes.Select(time => codes.Label("WorkTimes", time)), offer.WeeklyHours is { } hours ? Format.Fill(EmployersTexts.WeeklyHoursOf, hours) : "",
        offer.StartsOn is { } day ? $"{EmployersTexts.StartsOn} {Format.Day(day)}" : EmployersTexts.StartAtOnce,
    ]);

    /// <summary>The words on the button that leads to a state.</summary>
    public static string Verb(OfferState to) => to switch { OfferState.Filled => EmployersTexts.Fill, OfferState.Withdrawn => EmployersTexts.Withdraw, _ => EmployersTexts.Reopen };

    private static string Line(IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}
