namespace Integration.Employers;

/// <summary>What the fit of a profile and an offer is made of.</summary>
public enum FitCriterion
{
    /// <summary>Occupation.</summary>
    Occupation,

    /// <summary>Spoken German.</summary>
    German,

    /// <summary>Form of work.</summary>
    Form,

    /// <summary>Hours and shifts.</summary>
    WorkTimes,

    /// <summary>First day.</summary>
    Start,

    /// <summary>The way to work.</summary>
    Mobility,

    /// <summary>Driving licences.</summary>
    Licences,
}

/// <summary>Why a criterion gave its points. Each label is the sentence that people read.</summary>
public enum FitReason
{
    /// <summary>The main occupation is of the group.</summary>
    SameGroup,

    /// <summary>An alternative is of the group.</summary>
    AlternativeGroup,

    /// <summary>The main occupation is of a neighbouring group.</summary>
    NeighbourGroup,

    /// <summary>An alternative is of a neighbouring group.</summary>
    AlternativeNeighbour,

    /// <summary>Another occupation, but beginners are welcome.</summary>
    BeginnersWelcome,

    /// <summary>Another occupation.</summary>
    OtherGroup,

    /// <summary>The profile names no group.</summary>
    GroupNotSaid,

    /// <summary>The German suffices.</summary>
    GermanSuffices,

    /// <summary>One level is missing.</summary>
    GermanNearly,

    /// <summary>More than one level is missing.</summary>
    GermanMissing,

    /// <summary>The form is looked for.</summary>
    FormWanted,

    /// <summary>A form of the same kind is looked for.</summary>
    FormAlike,

    /// <summary>Other forms are looked for.</summary>
    FormOther,

    /// <summary>The profile names no form.</summary>
    FormNotSaid,

    /// <summary>All hours and shifts are possible.</summary>
    TimesFit,

    /// <summary>Some are.</summary>
    TimesPartly,

    /// <summary>The profile says nothing about them.</summary>
    TimesNotSaid,

    /// <summary>The start fits.</summary>
    StartFits,

    /// <summary>The person can start a little later.</summary>
    StartSoonAfter,

    /// <summary>The person can start much later.</summary>
    StartLater,

    /// <summary>The work is where the person lives.</summary>
    SameTown,

    /// <summary>The company's bus.</summary>
    WorksBus,

    /// <summary>Own car.</summary>
    OwnCar,

    /// <summary>In time by bus or train.</summary>
    ByBus,

    /// <summary>The bus comes too late.</summary>
    BusTooLate,

    /// <summary>In another town; the way is to be found.</summary>
    WayToFind,

    /// <summary>No licence is needed.</summary>
    NoLicenceNeeded,

    /// <summary>All licences are there.</summary>
    LicencesThere,

    /// <summary>Licences are missing.</summary>
    LicencesMissing,
}

/// <summary>The points of one criterion and why.</summary>
/// <param name="Criterion">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="Points">Points, 0 to <see cref="Most"/>.</param>
public readonly record struct FitPoint(FitCriterion Criterion, FitReason Reason, int Points)
{
    /// <summary>Most points that the criterion gives.</summary>
    public int Most => Fit.MostOf(Criterion);
}

/// <summary>How well a profile and an offer fit, and every point of it.</summary>
/// <param name="Points">The sum, 0 to 100.</param>
/// <param name="Parts">The points by criterion, in the order of <see cref="FitCriterion"/>.</param>
public sealed record FitResult(int Points, IReadOnlyList<FitPoint> Parts);
