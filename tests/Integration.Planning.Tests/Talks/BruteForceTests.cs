using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Talks;

/// <summary>What the other tests measure the search by.</summary>
public class BruteForceTests
{
    [Fact]
    public void TinyProblems_ShowEveryRuleAtWork()
    {
        var broken = new HashSet<TalkBreachKind>();
        var (planned, impossible) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = TinyProblems.Make(seed);
            if (BruteForce.Best(problem) is not { } best)
            {
                impossible++;
                continue;
            }

            planned++;
            Assert.Empty(TalkChecker.Check(problem, best.Plan));
            foreach (var kind in Enum.GetValues<TalkBreachKind>())
            {
                if (Breakings.Break(kind, problem, best.Plan) is { } change)
                {
                    Assert.True(TalkChecker.Check(change.Problem, change.Plan).Any(breach => breach.Kind == kind), $"{kind} is not noticed, seed {seed}.");
                    broken.Add(kind);
                }
            }
        }

        Assert.Equal(Enum.GetValues<TalkBreachKind>().Order(), broken.Order());
        Assert.True(planned > 200 && impossible > 20, $"{planned} with a plan, {impossible} without.");
    }

    [Fact]
    public void HandMadePlan_IsNotBetterThanTheBest()
    {
        // Six of its requests; all eleven have too many plans.
        var problem = HandMade.Problem with { Requests = [.. HandMade.Problem.Requests.Take(6)], Orders = [] };
        var known = new TalkPlan([.. HandMade.Plan.Talks.Take(6)]);
        var best = BruteForce.Best(problem);
        Assert.NotNull(best);
        Assert.True(best.Value.Value >= TalkScoring.Score(problem, known).Value);
        Assert.Equal(best.Value.Value, TalkScoring.Score(problem, best.Value.Plan).Value);
    }
}
