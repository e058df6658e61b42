using CsCheck;
using Integration.Planning.Talks;
using Integration.Planning.Tours;

namespace Integration.Planning.Tests.Tours;

public sealed class TourPlannerTests
{
    private static readonly SearchOptions Options = new() { Limit = TimeSpan.FromSeconds(30) };

    [Fact]
    public void SmallProblem_IsSolvedAsWellAsLookingAtEveryPlan() =>
        SmallTours.Gen.Sample(
            problem =>
            {
                TourScore? best = null;
                foreach (var plan in SmallTours.Plans(problem))
                {
                    var score = TourScoring.Score(problem, plan);
                    best = best is null || score.BetterThan(best) ? score : best;
                }

                var result = TourPlanner.Solve(problem, Options, TestContext.Current.CancellationToken);

                Assert.Equal(best is null ? PlanStatus.Infeasible : PlanStatus.Optimal, result.Status);
                Assert.Empty(best is null ? [] : TourChecker.Check(problem, result.Plan));
                Assert.Equal(best ?? result.Score, result.Score);
            },
            iter: 400, threads: 1);

    [Fact]
    public void Seventy_WalkInSixGroupsWithAsFewInterpretersAsTheyCan()
    {
        var problem = Seventy();

        var result = TourPlanner.Solve(problem, Options, TestContext.Current.CancellationToken);

        Assert.Empty(TourChecker.Check(problem, result.Plan));
        Assert.Equal((70, 0, 6), (result.Score.Walkers, result.Score.Unaided, result.Plan.Groups.Count));
        // 24 Ukrainian, 14 Arabic, 9 Tigrinya, 5 Dari in groups of twelve: two, two, one, one.
        Assert.Equal(6, result.Score.Interpreters);
        Assert.True(result.Proven >= 5, $"{result.Proven}");
    }

    [Fact]
    public void PeopleOfOneCircle_FormNoMoreGroupsThanTheyNeed()
    {
        var problem = new TourProblem
        {
            People = [.. Enumerable.Range(0, 4).Select(i => new TourWalker { Key = $"{i}", Circle = 7, Wishes = [new TourWish(0)] })],
            Tours = [Tour(600) with { Guides = 4 }],
        };

        var result = TourPlanner.Solve(problem, Options, TestContext.Current.CancellationToken);

        Assert.Equal((PlanStatus.Optimal, 1, 1), (result.Status, result.Score.Circles, result.Plan.Groups.Count));
    }

    [Fact]
    public void SameProblem_GivesTheSamePlan()
    {
        var (one, other) = (TourPlanner.Solve(Seventy(), Options, default), TourPlanner.Solve(Seventy(), Options, default));

        Assert.Equal(one.Plan.Groups.SelectMany(group => group.Walks), other.Plan.Groups.SelectMany(group => group.Walks));
    }

    [Fact]
    public void Cancelled_EndsWithoutAPlanOrWithOneThatKeepsTheRules()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var result = TourPlanner.Solve(Seventy(), Options, stop.Token);

        Assert.Equal((PlanStatus.Unknown, 0), (result.Status, result.Plan.Groups.Count));
    }

    [Theory]
    [InlineData(UnmetTourReason.NotThere)]
    [InlineData(UnmetTourReason.EnoughTours)]
    [InlineData(UnmetTourReason.OtherTour)]
    [InlineData(UnmetTourReason.NoInterpreter)]
    [InlineData(UnmetTourReason.TooFewPeople)]
    [InlineData(UnmetTourReason.Full)]
    [InlineData(UnmetTourReason.OthersCountMore)]
    public void WishThatDoesNotComeTrue_HasItsReason(UnmetTourReason reason)
    {
        var both = new TourWalker { Key = "0", Wishes = [new TourWish(0, 2), new TourWish(1)] };
        var plain = new TourProblem { People = [both], Tours = [Tour(600), Tour(700)], Rules = new TourRules { ToursEach = 2 } };
        var (problem, tour) = reason switch
        {
            UnmetTourReason.NotThere => (plain with { People = [both with { ArrivesAt = 650 }] }, 0),
            UnmetTourReason.EnoughTours => (plain with { Rules = new TourRules { ToursEach = 1 } }, 1),
            UnmetTourReason.OtherTour => (plain with { Tours = [Tour(600), Tour(630)] }, 1),
            UnmetTourReason.NoInterpreter => (plain with { People = [both with { Need = 100, Languages = ["ti"] }] }, 0),
            UnmetTourReason.TooFewPeople => (plain with { Tours = [Tour(600) with { Least = 2 }, Tour(700)] }, 0),
            UnmetTourReason.Full => (plain with { People = [both, both], Tours = [Tour(600) with { Most = 1 }, Tour(700)] }, 0),
            // One interpreter, two groups at once that need one: the heavier wish has them.
            _ => (plain with
            {
                People = [both with { Need = 100, Languages = ["ti"], Wishes = [new TourWish(0, 2)] }, both with { Need = 100, Languages = ["ti"], Wishes = [new TourWish(1)] }],
                Tours = [Tour(600), Tour(600)], Interpreters = [new TalkInterpreter { Key = "", Languages = ["ti"] }],
            }, 1),
        };

        var result = TourPlanner.Solve(problem, Options, TestContext.Current.CancellationToken);

        Assert.Contains(result.Unmet, unmet => unmet.Tour == tour && unmet.Reason == reason && unmet.Language == (reason == UnmetTourReason.NoInterpreter ? "ti" : null));
        Assert.All(result.Unmet, unmet => Assert.DoesNotContain(result.Plan.Groups, group => group.Tour == unmet.Tour && group.Walks.Any(walk => walk.Person == unmet.Person)));
    }

    private static GuidedTour Tour(int start) => new() { Key = "", Starts = [new TourStart(start, start, start + 60)], Least = 1, Most = 12 };

    // The worked example of the domain, interpreters still to be found.
    internal static TourProblem Seventy(int circles = 0)
    {
        (string[] Languages, int Count)[] people = [(["uk", "ru"], 24), (["ar"], 14), (["ti"], 9), (["prs"], 5), ([], 18)];
        return new TourProblem
        {
            People = [.. people.SelectMany(own => Enumerable.Range(0, own.Count).Select(i => new TourWalker
            {
                Key = $"{i}", Languages = own.Languages, Need = own.Languages.Length == 0 ? 0 : i % 2 == 0 ? 100 : 60, Wishes = [new TourWish(0)], Circle = circles == 0 ? null : i % circles,
            }))],
            Tours = [new GuidedTour { Key = "", Starts = [new TourStart(540, 570, 630)], Guides = 6 }],
            InterpretersToCome = true,
        };
    }
}
