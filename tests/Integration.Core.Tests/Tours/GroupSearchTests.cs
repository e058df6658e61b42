using Integration.Common;
using Integration.Tours;

namespace Integration.Core.Tests.Tours;

public sealed class GroupSearchTests
{
    private static readonly OrganisationId[] Organisations = [OrganisationId.New(), OrganisationId.New()];

    [Fact]
    public void PeopleWhoAcceptABridge_JoinItOnlyWhereThatSparesAnInterpreter()
    {
        // Three who speak Ukrainian and accept Russian, three who speak Russian, and eighteen who need nobody, in two groups.
        List<TourPerson> people =
        [
            .. Enumerable.Range(0, 3).Select(_ => Person("ukr", 0.6, "ukr", "rus")), .. Enumerable.Range(0, 3).Select(_ => Person("rus", 0.6, "rus")), .. Enumerable.Range(0, 18).Select(_ => Person("", 0)),
        ];

        var formed = GroupSearch.Form(people, 12, 1, TestContext.Current.CancellationToken);

        Assert.Equal([12, 12], formed.Groups.Select(group => group.Count));
        Assert.Single(formed.Groups, group => group.Any(id => people.Single(person => person.Registration == id).Need > 0));
        Assert.Empty(formed.Alone);
    }

    [Fact]
    public void TwoLanguagesThatFillTheirGroups_WalkApart()
    {
        List<TourPerson> people = [.. Enumerable.Range(0, 20).Select(i => Person(i % 2 == 0 ? "ara" : "tir", 1, i % 2 == 0 ? "ara" : "tir"))];

        var formed = GroupSearch.Form(people, 10, 1, TestContext.Current.CancellationToken);

        Assert.All(formed.Groups, group => Assert.Single(group.Select(id => people.Single(person => person.Registration == id).Language).Distinct()));
    }

    [Fact]
    public void WhoWasMovedByHand_StaysEvenWhereTheLeastSizeCannotBeKept()
    {
        // Twelve are kept in the first group by hand, so that four are left for the second: fewer than eight.
        List<TourPerson> people = [.. Enumerable.Range(0, 16).Select(i => Person("", 0) with { Number = i < 12 ? 1 : null })];

        var formed = GroupSearch.Form(people, 12, 1, TestContext.Current.CancellationToken);

        Assert.Equal([12, 4], formed.Groups.Select(group => group.Count));
        Assert.All(people.Take(12), person => Assert.Contains(person.Registration, formed.Groups[0]));
    }

    [Fact]
    public void MovedByHand_StayInTheirGroupsAndTheOthersFollowTheirLanguage()
    {
        List<TourPerson> people = [.. Enumerable.Range(0, 18).Select(i => Person(i < 9 ? "ara" : "tir", 1, i < 9 ? "ara" : "tir") with { Number = i == 0 ? 2 : i == 9 ? 1 : null })];

        var formed = GroupSearch.Form(people, 9, 1, TestContext.Current.CancellationToken);

        Assert.Equal(people.Take(9).Select(person => person.Registration.Value).Order(), formed.Groups[1].Select(id => id.Value).Order());
    }

    [Fact]
    public void Nobody_MakesNoGroup() => Assert.Empty(GroupSearch.Form([], 12, 1, TestContext.Current.CancellationToken).Groups);

    private static TourPerson Person(string language, double need, params string[] languages) =>
        new(RegistrationId.New(), language, Organisations[0]) { Need = need, Languages = languages };
}
