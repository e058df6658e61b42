using CsCheck;
using Integration.Common;
using Integration.Interpreters;

namespace Integration.Core.Tests.Interpreters;

public sealed class NeedCalculationTests
{
    private static readonly NeedSettings Settings = new();

    [Theory]
    [InlineData(LanguageLevel.None, false, "ara", 1.0)]
    [InlineData(LanguageLevel.A1, false, "ara", 1.0)]
    [InlineData(LanguageLevel.A2, false, "ara", 0.6)]
    [InlineData(LanguageLevel.B1, false, "ara", 0.2)]
    [InlineData(LanguageLevel.B2, false, "ara", 0.0)]
    [InlineData(LanguageLevel.Native, false, "ara", 0.0)]
    [InlineData(LanguageLevel.B1, true, "ara", 0.6)]
    [InlineData(LanguageLevel.A1, true, "ara", 1.0)]
    [InlineData(LanguageLevel.C1, false, "gsg", 1.0)]
    [InlineData(LanguageLevel.None, true, "deu", 0.0)]
    [InlineData(LanguageLevel.None, true, "", 0.0)]
    public void Weight_IsThatOfTheSpokenGerman(LanguageLevel level, bool asked, string language, double weight) =>
        Assert.Equal(weight, Settings.Weight(level, asked, language));

    [Fact]
    public void Fair_ByHand()
    {
        // 20 Ukrainians with A1 and 20 with A2, invited voluntarily: weight 20 + 12 = 32; 32 × 0.75 = 24 come;
        // 24 × 0.35 = 8.4 at the same moment; ÷ 3 = 2.8; × 1.1 = 3.08; a short fair needs 4, a long one 3.08 × 1.25 = 3.85: also 4.
        NeedPerson[] ukrainian = [.. People("ukr", 20, 1.0), .. People("ukr", 20, 0.6)];
        Assert.Equal(4, NeedCalculation.Pool(ukrainian, 2.5, Settings));
        Assert.Equal(4, NeedCalculation.Pool(ukrainian, 5, Settings));

        // Twice as many: 6.16 and 7.7.
        Assert.Equal(7, NeedCalculation.Pool([.. ukrainian, .. ukrainian], 3, Settings));
        Assert.Equal(8, NeedCalculation.Pool([.. ukrainian, .. ukrainian], 3.5, Settings));

        // Asked to report, more of them come: 32 × 0.85 = 27.2; × 0.35 ÷ 3 = 3.1733; × 1.1 = 3.4907; × 1.25 = 4.363.
        var asked = ukrainian.Select(person => person with { Show = Settings.Show(mandatory: true) }).ToList();
        Assert.Equal(5, NeedCalculation.Pool(asked, 5, Settings));
    }

    [Theory]
    [InlineData(1, 1.0, 0)] // Σw = 1
    [InlineData(2, 1.0, 1)] // Σw = 2
    [InlineData(3, 0.6, 0)] // Σw = 1.8
    [InlineData(10, 0.2, 1)] // Σw = 2, in tenths
    public void FewPeople_HaveOneFromAWeightOfTwo(int count, double weight, int needed) =>
        Assert.Equal(needed, NeedCalculation.Pool(People("tir", count, weight), 2, Settings));

    [Fact]
    public void Tour_ByHand_SeventyPeopleInSixGroups()
    {
        // 70 people, groups of 12: Arabic 30 × A2 → 12, 12, 6 people: 7.2, 7.2, 3.6 → 3. Tigrinya 14 × A1 → 12 and 2 → 2.
        // Ukrainian 24 × B1 → 2 × 2.4 → 2. Turkish 2 × B1 = 0.4 → none.
        NeedPerson[] people = [.. People("ara", 30, 0.6), .. People("tir", 14, 1.0), .. People("ukr", 24, 0.2), .. People("tur", 2, 0.2)];
        var rows = NeedCalculation.Of(NeedForm.Tour, people, [], 2, Settings).ToDictionary(row => row.Language);
        Assert.Equal(70, people.Length);
        Assert.Equal((3, 2, 2, 0), (rows["ara"].Needed, rows["tir"].Needed, rows["ukr"].Needed, rows["tur"].Needed));
        Assert.True(rows["tur"].PhoneFallback);
    }

    [Fact]
    public void Tour_ThoseWhoNeedItMostWalkTogether()
    {
        // One with A1 among 23 with hardly any need: 1 + 11 × 0.01 = 1.11 in the first group, 12 × 0.01 = 0.12 in the second.
        NeedPerson[] people = [.. People("ara", 23, 0.01), .. People("ara", 1, 1.0)];
        Assert.Equal(1, TourGroups.Interpreters(people, Settings));
    }

    [Fact]
    public void Tour_BridgeGroupsAreMergedFirst()
    {
        // Four Ukrainians who ticked Russian walk with the five Russian speakers: one group, one interpreter instead of two.
        NeedPerson[] people = [.. People("ukr", 4, 1.0, "rus"), .. People("rus", 5, 1.0)];
        var rows = NeedCalculation.Of(NeedForm.Tour, people, [["rus"]], 2, Settings).ToDictionary(row => row.Language);
        Assert.Equal((0, "rus", 4), (rows["ukr"].Needed, rows["ukr"].JoinedTo, rows["ukr"].BridgeCover));
        Assert.Equal((1, 1, 0), (rows["rus"].Needed, rows["rus"].Confirmed, rows["rus"].Gap));
        Assert.False(rows["ukr"].PhoneFallback);

        // One of them did not tick it: nobody is moved against their will.
        var refusing = NeedCalculation.Of(NeedForm.Tour, [.. people, .. People("ukr", 1, 1.0)], [], 2, Settings);
        Assert.All(refusing, row => Assert.Equal(("", 1), (row.JoinedTo, row.Needed)));
    }

    [Fact]
    public void Tour_KurmanjiAndSorani_NeverWalkTogether()
    {
        NeedPerson[] people = [.. People("kmr", 2, 1.0, "ckb"), .. People("ckb", 2, 1.0, "kmr")];
        Assert.All(NeedCalculation.Of(NeedForm.Tour, people, [], 2, Settings), row => Assert.Equal(("", 1), (row.JoinedTo, row.Needed)));
    }

    [Fact]
    public void Lecture_ByHand()
    {
        // 8 with A1, voluntarily: 8 × 0.75 = 6 listeners, whispered. 9: 6.75 → 7, an audio set. Longer than three hours: two who relieve each other.
        var six = Assert.Single(NeedCalculation.Of(NeedForm.Lecture, People("ara", 8, 1.0), [], 1.5, Settings));
        Assert.Equal((1, false), (six.Needed, six.AudioSet));
        var seven = Assert.Single(NeedCalculation.Of(NeedForm.Lecture, People("ara", 9, 1.0), [], 3.5, Settings));
        Assert.Equal((2, true), (seven.Needed, seven.AudioSet));
        Assert.Equal(0, Assert.Single(NeedCalculation.Of(NeedForm.Lecture, People("ara", 1, 0.6), [], 1.5, Settings)).Needed);
    }

    [Fact]
    public void Row_SaysGapBridgeAndTelephone()
    {
        // Σw = 24: 24 × 0.75 × 0.35 ÷ 3 × 1.1 = 2.31 → 3 needed; one Dari interpreter is confirmed, and a Russian one whom two ticked.
        NeedPerson[] people = [.. People("pes", 22, 1.0), .. People("pes", 2, 1.0, "rus")];
        var row = Assert.Single(NeedCalculation.Of(NeedForm.Pool, people, [["prs", "eng"], ["rus"], ["ckb"]], 2, Settings));
        Assert.Equal((24, 24.0, 3, 1, 2, 2), (row.People, row.Weight, row.Needed, row.Confirmed, row.Gap, row.BridgeCover));
        Assert.True(row.PhoneFallback);
    }

    [Fact]
    public void OneInterpreter_IsCountedForOneLanguage_WhereSomebodyIsMissing()
    {
        // Levantine needs one, standard Arabic (Σw = 1) none of its own: the interpreter counts where the gap is, and reaches the other too.
        NeedPerson[] people = [.. People("apc", 4, 1.0), .. People("ara", 1, 1.0)];
        var rows = NeedCalculation.Of(NeedForm.Pool, people, [["ara"]], 2, Settings).ToDictionary(row => row.Language);
        Assert.Equal((1, 1, 0), (rows["apc"].Needed, rows["apc"].Confirmed, rows["apc"].BridgeCover));
        Assert.Equal((0, 0, 1, false), (rows["ara"].Needed, rows["ara"].Confirmed, rows["ara"].BridgeCover, rows["ara"].PhoneFallback));

        var both = NeedCalculation.Of(NeedForm.Pool, [.. people, .. People("ara", 3, 1.0)], [["ara"]], 2, Settings);
        Assert.Equal(1, both.Sum(row => row.Gap));
    }

    [Fact]
    public void AnyInterpreters_EachIsCountedOnce()
    {
        var codes = Gen.OneOf("prs", "pes", "ara", "apc", "srp", "hrv", "kmr", "ckb");
        Gen.Select(codes.List[0, 40], codes.Array[1, 3].List[0, 8]).Sample((languages, confirmed) =>
        {
            var rows = NeedCalculation.Of(NeedForm.Pool, [.. languages.SelectMany(code => People(code, 1, 1.0))], confirmed, 2, Settings);
            Assert.True(rows.Sum(row => row.Confirmed) <= confirmed.Count);
            Assert.Equal(confirmed.Count(own => rows.Any(row => LanguageFits.Best(new LanguageWish(row.Language), own) >= LanguageFit.Mutual)), rows.Sum(row => row.Confirmed));
        });
    }

    [Fact]
    public void AnyPeople_MoreNeedNeverMeansFewer()
    {
        var person = Gen.Select(Gen.OneOf("ara", "ukr", "kmr", "ckb"), Gen.OneOf(0.0, 0.2, 0.6, 1.0), Gen.OneOf(0.75, 0.85))
            .Select((language, weight, show) => new NeedPerson(new LanguageWish(language), weight, show));
        Gen.Select(person.List[0, 60], person, Gen.Double[0.5, 8]).Sample((people, another, hours) =>
        {
            foreach (var form in Enum.GetValues<NeedForm>())
            {
                var before = NeedCalculation.Of(form, people, [], hours, Settings);
                var after = NeedCalculation.Of(form, [.. people, another], [], hours, Settings).ToDictionary(row => row.Language);
                Assert.All(before, row => Assert.True(after[row.Language].Needed >= row.Needed, $"{form} {row.Language}"));
                Assert.All(before, row => Assert.True(row is { People: > 0, Gap: >= 0 } && row.Needed <= row.People + 1));
            }

            var all = NeedCalculation.Of(NeedForm.Pool, people, [], hours, Settings);
            Assert.All(all, row => Assert.Equal(row.Weight >= 2, row.Needed > 0));
        });
    }

    [Fact]
    public void AnyTour_JoiningNeverCostsAnInterpreter_AndOnlyWhoAgreedIsMoved()
    {
        var codes = Gen.OneOf("ukr", "rus", "eng", "ara", "kmr", "ckb", "prs", "pes");
        var person = Gen.Select(codes, codes.Array[0, 3], Gen.OneOf(0.2, 0.6, 1.0))
            .Select((language, bridges, weight) => new NeedPerson(new LanguageWish(language, bridges), weight, 0.75));
        person.List[1, 40].Sample(people =>
        {
            var rows = NeedCalculation.Of(NeedForm.Tour, people, [], 2, Settings);
            var alone = people.GroupBy(p => p.Wish.Language).ToDictionary(g => g.Key, g => TourGroups.Interpreters(g, Settings));
            Assert.True(rows.Sum(row => row.Needed) <= alone.Values.Sum() + rows.Count(row => row.JoinedTo.Length > 0 && alone[row.Language] == 0));
            foreach (var row in rows.Where(row => row.JoinedTo.Length > 0))
            {
                Assert.Equal(0, row.Needed);
                Assert.Equal("", rows.Single(other => other.Language == row.JoinedTo).JoinedTo);
                Assert.All(people.Where(p => p.Wish.Language == row.Language), p => Assert.NotEqual(LanguageFit.None, LanguageFits.Of(p.Wish, row.JoinedTo)));
            }
        });
    }

    private static IReadOnlyList<NeedPerson> People(string language, int count, double weight, params string[] bridges) =>
        [.. Enumerable.Repeat(new NeedPerson(new LanguageWish(language, bridges), weight, Settings.ShowVoluntary), count)];
}
