using Integration.Common;

namespace Integration.Employers;

/// <summary>Scores how well a short profile and an offer fit: seven criteria, 100 points, each with its reason. What is not said counts half,
/// so that nobody falls to the end of a list over an empty line. The weights and why they are so stand in <c>docs/adr</c>.</summary>
public static class Fit
{
    /// <summary>Most points for the occupation.</summary>
    public const int OccupationPoints = 35;

    /// <summary>An alternative instead of the main occupation costs this.</summary>
    public const int AlternativeCosts = 7;

    /// <summary>Points for a neighbouring group, that is one of the same first digit of the KldB 2010.</summary>
    public const int NeighbourPoints = 18;

    /// <summary>Points for another occupation where beginners are welcome.</summary>
    public const int BeginnerPoints = 16;

    /// <summary>Most points for spoken German.</summary>
    public const int GermanPoints = 20;

    /// <summary>Points when one level is missing.</summary>
    public const int GermanNearlyPoints = 8;

    /// <summary>Most points for the form of work.</summary>
    public const int FormPoints = 15;

    /// <summary>Most points for hours and shifts.</summary>
    public const int WorkTimePoints = 10;

    /// <summary>Most points for the start.</summary>
    public const int StartPoints = 5;

    /// <summary>Most points for the way to work.</summary>
    public const int MobilityPoints = 10;

    /// <summary>Most points for driving licences.</summary>
    public const int LicencePoints = 5;

    /// <summary>A start so many days late is still soon.</summary>
    public const int SoonDays = 31;

    // Forms of one kind: a look into the company, training, employment.
    private static readonly string[][] Kinds =
    [
        ["HOSPITATION", "SCHNUPPER", "MAG", "OPRAKT", "BOP", "PFLICHTPRAKT"],
        ["EQ", "AUSB_DUAL", "AUSB_SCHUL", "HELFERAUSB", "UMSCHULUNG", "TQ", "FBW"],
        ["PROBEARBEIT", "HELFER", "FACHKRAFT", "AKADEM", "MINIJOB", "SAISON"],
    ];

    /// <summary>The score of a pair.</summary>
    public static FitResult Score(FitProfile profile, FitOffer offer)
    {
        FitPoint[] parts = [Occupation(profile, offer), German(profile, offer), Form(profile, offer), WorkTimes(profile, offer), Start(profile, offer), Mobility(profile, offer), Licences(profile, offer)];
        var sum = 0;
        foreach (var part in parts)
        {
            sum += part.Points;
        }

        return new FitResult(sum, parts);
    }

    /// <summary>Whether a pair may be proposed at all: temporary work only to those who chose it.</summary>
    public static bool MayBeProposed(FitProfile profile, FitOffer offer) => offer.Form != OfferRules.TemporaryWork || profile.Forms.Contains(OfferRules.TemporaryWork);

    /// <summary>Most points of a criterion.</summary>
    public static int MostOf(FitCriterion criterion) => criterion switch
    {
        FitCriterion.Occupation => OccupationPoints,
        FitCriterion.German => GermanPoints,
        FitCriterion.Form => FormPoints,
        FitCriterion.WorkTimes => WorkTimePoints,
        FitCriterion.Start => StartPoints,
        FitCriterion.Mobility => MobilityPoints,
        FitCriterion.Licences => LicencePoints,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, null),
    };

    private static FitPoint Occupation(FitProfile profile, FitOffer offer)
    {
        FitPoint best = profile.Group.Length == 0 && profile.AlternativeGroups.Count == 0 ? Of(FitReason.GroupNotSaid, OccupationPoints / 2)
            : profile.Group == offer.Group ? Of(FitReason.SameGroup, OccupationPoints)
            : profile.AlternativeGroups.Contains(offer.Group) ? Of(FitReason.AlternativeGroup, OccupationPoints - AlternativeCosts)
            : Neighbours(profile.Group, offer.Group) ? Of(FitReason.NeighbourGroup, NeighbourPoints)
            : profile.AlternativeGroups.Any(group => Neighbours(group, offer.Group)) ? Of(FitReason.AlternativeNeighbour, NeighbourPoints - AlternativeCosts)
            : Of(FitReason.OtherGroup, 0);
        return offer.Beginners && best.Points < BeginnerPoints ? Of(FitReason.BeginnersWelcome, BeginnerPoints) : best;

        static FitPoint Of(FitReason reason, int points) => new(FitCriterion.Occupation, reason, points);
    }

    private static bool Neighbours(string group, string other) => group.Length > 0 && other.Length > 0 && group[0] == other[0];

    private static FitPoint German(FitProfile profile, FitOffer offer) => (offer.LeastGerman - profile.German) switch
    {
        <= 0 => new(FitCriterion.German, FitReason.GermanSuffices, GermanPoints),
        1 => new(FitCriterion.German, FitReason.GermanNearly, GermanNearlyPoints),
        _ => new(FitCriterion.German, FitReason.GermanMissing, 0),
    };

    private static FitPoint Form(FitProfile profile, FitOffer offer) =>
        profile.Forms.Count == 0 ? new(FitCriterion.Form, FitReason.FormNotSaid, FormPoints / 2)
        : profile.Forms.Contains(offer.Form) ? new(FitCriterion.Form, FitReason.FormWanted, FormPoints)
        : Array.Exists(Kinds, kind => kind.Contains(offer.Form) && kind.Any(profile.Forms.Contains)) ? new(FitCriterion.Form, FitReason.FormAlike, FormPoints / 2)
        : new(FitCriterion.Form, FitReason.FormOther, 0);

    private static FitPoint WorkTimes(FitProfile profile, FitOffer offer)
    {
        var (asked, met) = (offer.WorkTimes.Count, 0);
        foreach (var time in offer.WorkTimes)
        {
            met += profile.WorkTimes.Contains(time) ? 1 : 0;
        }

        if (profile.WeeklyHours is { } most && offer.WeeklyHours is { } hours)
        {
            (asked, met) = (asked + 1, met + (hours <= most ? 1 : 0));
        }

        return asked == met ? new(FitCriterion.WorkTimes, FitReason.TimesFit, WorkTimePoints)
            : profile.WorkTimes.Count == 0 ? new(FitCriterion.WorkTimes, FitReason.TimesNotSaid, WorkTimePoints / 2)
            : new(FitCriterion.WorkTimes, FitReason.TimesPartly, WorkTimePoints * met / asked);
    }

    // An offer without a day can wait for nobody for ever: who is free only later gets some points.
    private static FitPoint Start(FitProfile profile, FitOffer offer) =>
        profile.StartsFrom is not { } free || free <= offer.StartsOn ? new(FitCriterion.Start, FitReason.StartFits, StartPoints)
        : offer.StartsOn is not { } day || free.DayNumber - day.DayNumber <= SoonDays ? new(FitCriterion.Start, FitReason.StartSoonAfter, StartPoints / 2)
        : new(FitCriterion.Start, FitReason.StartLater, 0);

    private static FitPoint Mobility(FitProfile profile, FitOffer offer)
    {
        return offer.Town.Length > 0 && profile.Area.Contains(offer.Town, StringComparison.OrdinalIgnoreCase) ? Of(FitReason.SameTown, MobilityPoints)
            : offer.WorksBus ? Of(FitReason.WorksBus, MobilityPoints)
            : profile.Ways.Contains("AUTO_EIGEN") ? Of(FitReason.OwnCar, MobilityPoints)
            : !profile.Ways.Contains("OEPNV") && profile.EarliestByBus is null || offer.BeginsAt is not { } begins ? Of(FitReason.WayToFind, MobilityPoints / 2)
            : offer.ByBusFrom > begins || profile.EarliestByBus > begins ? Of(FitReason.BusTooLate, 0)
            : offer.ByBusFrom is null && profile.EarliestByBus is null ? Of(FitReason.WayToFind, MobilityPoints / 2)
            : Of(FitReason.ByBus, MobilityPoints);

        static FitPoint Of(FitReason reason, int points) => new(FitCriterion.Mobility, reason, points);
    }

    private static FitPoint Licences(FitProfile profile, FitOffer offer)
    {
        var (asked, met) = (offer.Licences.Count, 0);
        foreach (var licence in offer.Licences)
        {
            met += profile.Licences.Contains(licence) ? 1 : 0;
        }

        return asked == 0 ? new(FitCriterion.Licences, FitReason.NoLicenceNeeded, LicencePoints)
            : asked == met ? new(FitCriterion.Licences, FitReason.LicencesThere, LicencePoints)
            : new(FitCriterion.Licences, FitReason.LicencesMissing, LicencePoints * met / asked);
    }
}
