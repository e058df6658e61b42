using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Integration.Data;

public partial class SeedCodeListsTests
{
    private const string Header = "Code;German;English;Visibility;ValidFrom;ValidTo;Extra";

    public static TheoryData<string> Lists => [.. SeedFiles.Names("CodeLists", ".csv")];

    [Fact]
    public void EveryListARecordNeeds_IsThere()
    {
        string[] needed =
        [
            "LegalSpheres", "ResidencePapers", "ResidenceEndorsements", "AccessToWork", "LanguageCourses", "Literacy", "Schooling", "Training",
            "Recognition", "OccupationGroups", "RequirementLevels", "WorkForms", "WorkTimes", "Mobility", "LicenceClasses", "LicenceStatus",
            "LicenceExtras", "Certificates", "Childcare", "Support", "Languages", "Industries", "EventKinds", "InvitationKinds", "RegistrationStates",
        ];
        var names = SeedFiles.Names("CodeLists", ".csv");
        Assert.All(needed, name => Assert.Contains(name, names));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Row_HasBothLabelsAVisibilityAndAStableCode(string list)
    {
        var rows = Rows(list);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.NotEmpty(row["German"]);
            Assert.NotEmpty(row["English"]);
            Assert.Contains(row["Visibility"], (string[])["A", "F", "O", "D", "S"]);
            Assert.Matches(Code(list), row["Code"]);
        });
        Assert.Equal(rows.Count, rows.Select(row => (row["Code"], row["ValidFrom"])).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void RowsOfOneCode_NeverHoldOnTheSameDay(string list)
    {
        foreach (var code in Rows(list).GroupBy(row => row["Code"], StringComparer.Ordinal))
        {
            var spans = code
                .Select(row => (From: Day(row["ValidFrom"]) ?? DateOnly.MinValue, To: Day(row["ValidTo"]) ?? DateOnly.MaxValue))
                .OrderBy(span => span.From)
                .ToList();
            Assert.All(spans, span => Assert.True(span.From <= span.To, code.Key));
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From, code.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void LabelAnEmployerMaySee_NamesNoBenefitNoResidencePaperAndNoLaw(string list)
    {
        string[] forbidden =
        [
            "§", "SGB", "Bürgergeld", "Grundsicherung", "Duldung", "Asyl", "Flucht", "Flüchtling", "Aufenthalt", "Behinderung", "Langzeit", "schwerbehindert",
            "refugee", "asylum", "disabilit", "benefit", "residence",
        ];
        foreach (var row in Rows(list).Where(row => row["Visibility"] == "A"))
        {
            Assert.All(forbidden, word =>
            {
                Assert.DoesNotContain(word, row["German"], StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(word, row["English"], StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    [Theory]
    [InlineData("LegalSpheres")]
    [InlineData("ResidencePapers")]
    [InlineData("ResidenceEndorsements")]
    [InlineData("LanguageCourses")]
    public void ListOfTheCase_IsNeverForEmployers(string list) =>
        Assert.All(Rows(list), row => Assert.Equal("F", row["Visibility"]));

    [Theory]
    [InlineData("2026-06-30", "SGB II – Bürgergeld")]
    [InlineData("2026-07-01", "SGB II – Grundsicherungsgeld")]
    public void BasicIncomeSupport_IsCalledByTheNameOfTheDay(string day, string label)
    {
        var on = Day(day)!.Value;
        var row = Assert.Single(Rows("LegalSpheres"), row => row["Code"] == "SGB2"
            && (Day(row["ValidFrom"]) ?? DateOnly.MinValue) <= on && on <= (Day(row["ValidTo"]) ?? DateOnly.MaxValue));
        Assert.Equal(label, row["German"]);
    }

    [Fact]
    public void OccupationGroups_AreThe37TwoDigitGroupsAndOnlyTheArmedForcesAreHidden()
    {
        var rows = Rows("OccupationGroups");
        Assert.Equal(37, rows.Count);
        Assert.Equal("01", Assert.Single(rows, row => row["Extra"] == "hidden")["Code"]);
    }

    [Fact]
    public void Language_HasTagScriptDirectionAndAKnownParent()
    {
        var rows = Rows("Languages");
        var codes = rows.Select(row => row["Code"]).ToHashSet(StringComparer.Ordinal);
        Assert.All(rows, row =>
        {
            var match = LanguageExtra().Match(row["Extra"]);
            Assert.True(match.Success, row["Extra"]);
            var rightToLeft = match.Groups["script"].Value is "Arab" or "Syrc";
            Assert.Equal(rightToLeft ? "rtl" : "ltr", match.Groups["direction"].Value);
            if (match.Groups["parent"].Success) Assert.Contains(match.Groups["parent"].Value, codes);
        });
        Assert.Equal("fa-AF|Arab|rtl", rows.Single(row => row["Code"] == "prs")["Extra"]);
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string list) => SeedFiles.Table("CodeLists", $"{list}.csv", Header);

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Regex Code(string list) => list switch
    {
        "Languages" => IsoCode(),
        "Genders" or "LanguageLevels" or "LanguageProofs" => EnumMember(),
        _ => StableCode(),
    };

    [GeneratedRegex("^[A-Z0-9]+(_[A-Z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StableCode();

    [GeneratedRegex("^[a-z]{3}$", RegexOptions.None, 1000)]
    private static partial Regex IsoCode();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex EnumMember();

    [GeneratedRegex(@"^[A-Za-z-]+\|(?<script>[A-Z][a-z]{3}|none)\|(?<direction>ltr|rtl)(\|parent=(?<parent>[a-z]{3}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageExtra();
}
