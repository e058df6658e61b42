using Integration.Profiles;
using Integration.Profiles.Lint;

namespace Integration.Core.Tests.Profiles;

public sealed class RareCombinationTests
{
    private static readonly ProfileContent InHaren = Sample.Content with { Area = "Haren" };

    [Theory]
    [InlineData(0, LintSeverity.Blocks)]
    [InlineData(1, LintSeverity.Advice)]
    [InlineData(2, null)]
    public void FewerThanThreeOfAKind_AreFound(int others, LintSeverity? severity)
    {
        var finding = Find(InHaren, Enumerable.Repeat(ProfileCell.Of(InHaren with { Area = "HAREN" }), others));
        Assert.Equal(severity, finding?.Severity);
        Assert.Equal(severity is null ? null : others + 1, finding?.Limit);
    }

    [Fact]
    public void OtherOccupationPlaceOrLanguages_AreAnotherKind()
    {
        ProfileCell[] others =
        [
            ProfileCell.Of(InHaren with { OccupationGroup = "54" }), ProfileCell.Of(InHaren with { Area = "Lingen" }), ProfileCell.Of(InHaren with { OtherLanguages = "" }),
        ];
        Assert.Equal(1, Find(InHaren, others)!.Limit);
    }

    [Fact]
    public void PartOfTheDistrict_IsWideEnough() => Assert.Null(Find(InHaren with { Area = "nördlicher Landkreis" }, []));

    private static LintFinding? Find(ProfileContent content, IEnumerable<ProfileCell> others) =>
        RareCombination.Find(content, LintSubject.Of(Sample.Person()), others);
}
