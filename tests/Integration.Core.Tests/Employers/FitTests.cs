using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Participants;
using Integration.Profiles;

namespace Integration.Core.Tests.Employers;

public sealed class FitTests
{
    private static readonly FitOffer Offer = new(
        "24", "HELFER", LanguageLevel.A2, ["VZ", "FRUEH"], 38, new DateOnly(2027, 4, 1), "Haren (Ems)", new TimeOnly(6, 0), new TimeOnly(5, 40), false, false, ["B"]);

    private static readonly FitProfile Profile = new(
        "24", ["33"], LanguageLevel.A2, ["HELFER"], ["VZ", "FRUEH"], null, null, "Haren (Ems)", ["FAHRRAD"], 10, null, ["B"]);

    // What differs from the pair in which everything fits, and what comes of it.
    private static IEnumerable<(FitCriterion Criterion, FitReason Reason, int Points, FitProfile Profile, FitOffer Offer)> Rows =>
    [
        (FitCriterion.Occupation, FitReason.SameGroup, 35, Profile, Offer),
        (FitCriterion.Occupation, FitReason.AlternativeGroup, 28, Profile, Offer with { Group = "33" }),
        (FitCriterion.Occupation, FitReason.NeighbourGroup, 18, Profile, Offer with { Group = "29" }),
        (FitCriterion.Occupation, FitReason.AlternativeNeighbour, 11, Profile, Offer with { Group = "32" }),
        (FitCriterion.Occupation, FitReason.OtherGroup, 0, Profile, Offer with { Group = "81" }),
        (FitCriterion.Occupation, FitReason.BeginnersWelcome, 16, Profile, Offer with { Group = "81", Beginners = true }),
        (FitCriterion.Occupation, FitReason.GroupNotSaid, 17, Profile with { Group = "", AlternativeGroups = [] }, Offer),
        (FitCriterion.German, FitReason.GermanSuffices, 20, Profile with { German = LanguageLevel.B2 }, Offer),
        (FitCriterion.German, FitReason.GermanNearly, 8, Profile with { German = LanguageLevel.A1 }, Offer),
        (FitCriterion.German, FitReason.GermanMissing, 0, Profile with { German = LanguageLevel.None }, Offer),
        (FitCriterion.Form, FitReason.FormWanted, 15, Profile, Offer),
        (FitCriterion.Form, FitReason.FormAlike, 7, Profile with { Forms = ["MINIJOB"] }, Offer),
        (FitCriterion.Form, FitReason.FormOther, 0, Profile with { Forms = ["EQ"] }, Offer),
        (FitCriterion.Form, FitReason.FormNotSaid, 7, Profile with { Forms = [] }, Offer),
        (FitCriterion.WorkTimes, FitReason.TimesFit, 10, Profile, Offer),
        (FitCriterion.WorkTimes, FitReason.TimesPartly, 5, Profile with { WorkTimes = ["VZ"] }, Offer),
        (FitCriterion.WorkTimes, FitReason.TimesPartly, 6, Profile with { WeeklyHours = 20 }, Offer),
        (FitCriterion.WorkTimes, FitReason.TimesNotSaid, 5, Profile with { WorkTimes = [] }, Offer),
        (FitCriterion.Start, FitReason.StartFits, 5, Profile with { StartsFrom = new DateOnly(2027, 4, 1) }, Offer),
        (FitCriterion.Start, FitReason.StartSoonAfter, 2, Profile with { StartsFrom = new DateOnly(2027, 5, 1) }, Offer),
        (FitCriterion.Start, FitReason.StartSoonAfter, 2, Profile with { StartsFrom = new DateOnly(2027, 9, 1) }, Offer with { StartsOn = null }),
        (FitCriterion.Start, FitReason.StartLater, 0, Profile with { StartsFrom = new DateOnly(2027, 9, 1) }, Offer),
        (FitCriterion.Mobility, FitReason.SameTown, 10, Profile, Offer),
        (FitCriterion.Mobility, FitReason.WorksBus, 10, Profile with { Area = "Meppen" }, Offer with { WorksBus = true }),
        (FitCriterion.Mobility, FitReason.OwnCar, 10, Profile with { Area = "Meppen", Ways = ["AUTO_EIGEN"] }, Offer),
        (FitCriterion.Mobility, FitReason.ByBus, 10, Profile with { Area = "Meppen", Ways = ["OEPNV"] }, Offer),
        (FitCriterion.Mobility, FitReason.BusTooLate, 0, Profile with { Area = "Meppen", Ways = ["OEPNV"], EarliestByBus = new TimeOnly(6, 30) }, Offer),
        (FitCriterion.Mobility, FitReason.BusTooLate, 0, Profile with { Area = "Meppen", Ways = ["OEPNV"] }, Offer with { ByBusFrom = new TimeOnly(7, 10) }),
        (FitCriterion.Mobility, FitReason.WayToFind, 5, Profile with { Area = "Meppen", Ways = ["OEPNV"] }, Offer with { BeginsAt = null }),
        (FitCriterion.Mobility, FitReason.WayToFind, 5, Profile with { Area = "Meppen" }, Offer),
        (FitCriterion.Licences, FitReason.LicencesThere, 5, Profile, Offer),
        (FitCriterion.Licences, FitReason.LicencesMissing, 2, Profile, Offer with { Licences = ["B", "CE"] }),
        (FitCriterion.Licences, FitReason.NoLicenceNeeded, 5, Profile with { Licences = [] }, Offer with { Licences = [] }),
    ];

    [Fact]
    public void Criteria_GiveTheirPointsAndReason() => Assert.All(Rows, row =>
    {
        var point = Fit.Score(row.Profile, row.Offer).Parts.Single(part => part.Criterion == row.Criterion);
        Assert.Equal((row.Reason, row.Points), (point.Reason, point.Points));
    });

    [Fact]
    public void EveryReason_IsReached() => Assert.Empty(Enum.GetValues<FitReason>().Except(Rows.Select(row => row.Reason)));

    [Fact]
    public void AllThatFits_IsAHundred()
    {
        Assert.Equal(100, Fit.Score(Profile, Offer).Points);
        Assert.Equal(100, Enum.GetValues<FitCriterion>().Sum(Fit.MostOf));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-GB")]
    public void EveryPoint_IsSaidInASentence(string language)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var words = new FitWords(new CodeCatalog(CodeCatalog.Shipped()), new DateOnly(2027, 2, 1));
            Assert.All(Rows, row =>
            {
                var sentence = words.Of(Fit.Score(row.Profile, row.Offer).Parts.Single(part => part.Criterion == row.Criterion), row.Profile, row.Offer);
                Assert.True(sentence.Length > 10, sentence);
                Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
                Assert.False(sentence.EndsWith(": ", StringComparison.Ordinal), sentence);
            });
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void TemporaryWork_IsProposedOnlyToWhoChoseIt()
    {
        var offer = Offer with { Form = "ZEITARBEIT" };
        Assert.False(Fit.MayBeProposed(Profile, offer));
        Assert.True(Fit.MayBeProposed(Profile with { Forms = ["ZEITARBEIT"] }, offer));
        Assert.True(Fit.MayBeProposed(Profile, Offer));
    }

    /// <summary>600 profiles × 200 offers of random codes: the parts always add up to the score, each within its bounds, in the order of the criteria.</summary>
    [Fact]
    public void Parts_AddUpToTheScore()
    {
        // Any pairs will do; the same ones each time.
        var random = new Random(20270201);
        var profiles = Enumerable.Range(0, 600).Select(_ => RandomFit.Profile(random)).ToList();
        var offers = Enumerable.Range(0, 200).Select(_ => RandomFit.Offer(random)).ToList();
        var criteria = Enum.GetValues<FitCriterion>();
        foreach (var offer in offers)
        {
            foreach (var profile in profiles)
            {
                var fit = Fit.Score(profile, offer);
                if (fit.Points != fit.Parts.Sum(part => part.Points) || fit.Points is < 0 or > 100
                    || fit.Parts.Any(part => part.Points < 0 || part.Points > part.Most) || !fit.Parts.Select(part => part.Criterion).SequenceEqual(criteria))
                {
                    Assert.Fail($"{profile} {offer} {fit}");
                }
            }
        }
    }

    [Fact]
    public void Facts_AreOnTheSheetAndNameNoForbiddenFact()
    {
        // Whatever the fit looks at stands in the text that the person consented to.
        string[] forbidden = ["Name", "Born", "Age", "Gender", "Nationality", "Country", "Origin", "Religion", "Children", "Childcare", "Street", "Residence", "Benefit", "Language", "Legal", "Access"];
        var names = typeof(FitProfile).GetProperties().Select(property => property.Name).ToList();
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => forbidden.Any(word => name.Contains(word, StringComparison.Ordinal)));
        Assert.All(typeof(FitProfile).GetProperties(), property => Assert.NotEqual(typeof(Participant), property.PropertyType));
        var content = new ProfileContent { OccupationGroup = "24", SpokenGerman = LanguageLevel.B1, Forms = ["HELFER"] };
        Assert.Equal(FitProfile.Of(content) with { German = LanguageLevel.B1 }, FitProfile.Of(content with { WorkAccess = WorkAccess.ObservingOnly, OtherLanguages = "Arabisch", Schooling = "x" }));
    }
}
