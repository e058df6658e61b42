using CsCheck;
using Integration.Common;
using Integration.Tours;

namespace Integration.Core.Tests.Tours;

public sealed class GroupPlanTests
{
    private static readonly string[] Languages = ["", "ara", "ukr", "tir", "fas"];
    private static readonly OrganisationId[] Organisations = [OrganisationId.New(), OrganisationId.New(), OrganisationId.New()];

    [Fact]
    public void EverybodyWalksOnce_InGroupsOfTheRightSizeWhateverTheOrder() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2]).Array[0, 130], Gen.Int[1, 20], Gen.Int[0, 1000]).Sample((drawn, most, seed) =>
        {
            var people = drawn.Select(d => new TourPerson(RegistrationId.New(), Languages[d.Item1], Organisations[d.Item2])).ToList();

            var groups = GroupPlan.Form(people, most);

            Assert.Equal(people.Select(p => p.Registration.Value).Order(), groups.SelectMany(group => group).Select(id => id.Value).Order());
            Assert.Equal((people.Count + most - 1) / most, groups.Count);
            Assert.All(groups, group => Assert.InRange(group.Count, 1, most));
            // Groups of eight to most people: wherever some number of groups allows it, all are.
            if (most >= GroupPlan.Least && Enumerable.Range(1, people.Count + 1).Any(k => GroupPlan.Least * k <= people.Count && people.Count <= most * k))
            {
                Assert.All(groups, group => Assert.InRange(group.Count, GroupPlan.Least, most));
            }

            var shuffled = people.OrderBy(p => (p.Registration.GetHashCode() ^ seed) % 97).ToList();
            Assert.Equal(groups.SelectMany(group => group), GroupPlan.Form(shuffled, most).SelectMany(group => group));
        });

    [Fact]
    public void WhoStays_StaysAndNoGroupIsTooLarge() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5]).Array[1, 80], Gen.Int[4, 14]).Sample((drawn, most) =>
        {
            var taken = new int[6];
            // As many stay in a group as it holds: more cannot have been put there.
            var people = drawn.Select(d => new TourPerson(RegistrationId.New(), Languages[d.Item1], Organisations[0], d.Item2 > 0 && ++taken[d.Item2] <= most ? d.Item2 : null)).ToList();

            var groups = GroupPlan.Form(people, most);

            Assert.Equal(people.Select(p => p.Registration.Value).Order(), groups.SelectMany(group => group).Select(id => id.Value).Order());
            Assert.All(groups, group => Assert.InRange(group.Count, 0, most));
            Assert.All(people.Where(p => p.Number is not null), person => Assert.Contains(person.Registration, groups[person.Number!.Value - 1]));
        });

    [Fact]
    public void SeventyPeople_WalkInSixGroupsAndEachLanguageNeedsAsFewAsItCan()
    {
        // The worked example of the domain: 70 people, groups of twelve at most.
        var counts = new Dictionary<string, int> { ["ukr"] = 24, ["ara"] = 14, ["tir"] = 9, ["fas"] = 5, [""] = 18 };
        var people = counts.SelectMany(pair => Enumerable.Range(0, pair.Value).Select(i => new TourPerson(RegistrationId.New(), pair.Key, Organisations[i % 3]))).ToList();

        var groups = GroupPlan.Form(people, 12);

        Assert.Equal(6, groups.Count);
        int GroupsWith(string language) => groups.Count(group => group.Any(id => people.Single(p => p.Registration == id).Language == language));
        Assert.Equal((2, 2, 1, 1), (GroupsWith("ukr"), GroupsWith("ara"), GroupsWith("tir"), GroupsWith("fas")));
    }

    [Fact]
    public void PeopleOfOneOrganisation_StayTogetherWhereNothingElseDecides()
    {
        var people = Enumerable.Range(0, 24).Select(i => new TourPerson(RegistrationId.New(), "", Organisations[i % 2])).ToList();

        var groups = GroupPlan.Form(people, 12);

        Assert.All(groups, group => Assert.Single(group.Select(id => people.Single(p => p.Registration == id).Organisation).Distinct()));
    }

    [Fact]
    public void Nobody_MakesNoGroup() => Assert.Empty(GroupPlan.Form([], 12));
}
