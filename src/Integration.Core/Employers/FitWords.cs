using System.Globalization;
using Integration.Common;
using Integration.Data;

namespace Integration.Employers;

/// <summary>Says the points of a fit in plain sentences, in the reader's language.</summary>
/// <param name="codes">The code lists.</param>
/// <param name="on">The day on which labels hold.</param>
public sealed class FitWords(CodeCatalog codes, DateOnly on)
{
    /// <summary>The sentence of one point: "Gleiche Berufsgruppe: Verkauf."</summary>
    public string Of(FitPoint point, FitProfile profile, FitOffer offer) => string.Format(CultureInfo.CurrentCulture, point.Reason.Label(), point.Reason switch
    {
        FitReason.SameGroup or FitReason.BeginnersWelcome or FitReason.OtherGroup => [Group(offer.Group)],
        FitReason.AlternativeGroup => [Group(offer.Group)],
        FitReason.NeighbourGroup => [Group(profile.Group), Group(offer.Group)],
        FitReason.AlternativeNeighbour => [Group(offer.Group)],
        FitReason.GermanSuffices or FitReason.GermanNearly or FitReason.GermanMissing => [profile.German.Label(), offer.LeastGerman.Label()],
        FitReason.FormWanted or FitReason.FormAlike or FitReason.FormOther => [codes.Label("WorkForms", offer.Form, on)],
        FitReason.TimesPartly => [Labels("WorkTimes", offer.WorkTimes.Except(profile.WorkTimes)) is { Length: > 0 } open ? open : Hours(offer)],
        FitReason.StartSoonAfter or FitReason.StartLater => [Month(profile.StartsFrom)],
        FitReason.SameTown or FitReason.WorksBus or FitReason.OwnCar => [offer.Town],
        FitReason.ByBus => [offer.Town, Time(offer.BeginsAt)],
        FitReason.BusTooLate => [offer.Town, Time(offer.BeginsAt), Time(Later(offer.ByBusFrom, profile.EarliestByBus))],
        FitReason.WayToFind => [offer.Town],
        FitReason.LicencesThere => [Labels("LicenceClasses", offer.Licences)],
        FitReason.LicencesMissing => [Labels("LicenceClasses", offer.Licences.Except(profile.Licences))],
        _ => (object[])[],
    });

    private string Group(string code) => code.Length == 0 ? "–" : codes.Label("OccupationGroups", code, on);

    private string Labels(string list, IEnumerable<string> of) => string.Join(", ", of.Select(code => codes.Label(list, code, on)));

    private static string Hours(FitOffer offer) => offer.WeeklyHours is { } hours ? hours.ToString(CultureInfo.CurrentCulture) + " h" : "";

    private static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Month(DateOnly? day) => day?.ToString("MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static TimeOnly? Later(TimeOnly? one, TimeOnly? other) => one is null ? other : other is null ? one : one > other ? one : other;
}
