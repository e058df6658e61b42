using System.Globalization;
using Integration.Planning.Talks;
using Integration.Planning.Talks.Format;

namespace Integration.Planning.Tests.Talks;

/// <summary>On thousands of tiny problems the search finds what looking at every plan finds. More of them, or others, by <c>PLANNING_TEST_PROBLEMS</c>
/// (how many) and <c>PLANNING_TEST_FIRST</c> (from which on).</summary>
public class PlannerPropertyTests
{
    private static readonly int First = Setting("PLANNING_TEST_FIRST", 0);
    private static readonly int Count = Setting("PLANNING_TEST_PROBLEMS", 2000);

    [Fact]
    public void TinyProblems_AreSolvedAsByLookingAtEveryPlan()
    {
        var impossible = 0;
        foreach (var seed in Enumerable.Range(First, Count))
        {
            var problem = TinyProblems.Make(seed);
            var result = TalkPlanner.Solve(problem, new SearchOptions { Limit = TimeSpan.FromSeconds(10) });
            if (BruteForce.Best(problem) is not { } best)
            {
                impossible++;
                Says(problem, seed, result.Status == PlanStatus.Infeasible, $"Infeasible is expected, not {result.Status}.");
                continue;
            }

            Says(problem, seed, result.Status == PlanStatus.Optimal, $"Optimal is expected, not {result.Status}.");
            Says(problem, seed, result.Value == best.Value && result.Bound == best.Value, $"{best.Value} is expected, not {result.Value} of at most {result.Bound}; best: {string.Join(' ', best.Plan.Talks)}");
            Says(problem, seed, TalkScoring.Score(problem, result.Plan).Value == best.Value, $"The plan is worth {TalkScoring.Score(problem, result.Plan).Value}, not {best.Value}.");
            var breaches = TalkChecker.Check(problem, result.Plan);
            Says(problem, seed, breaches.Count == 0, $"The plan breaks rules: {string.Join(' ', breaches)}");
            Says(problem, seed, result.Plan.Talks.SequenceEqual(result.Plan.Talks.OrderBy(talk => talk.Request)), "The talks are not in order of their requests.");
            var unmet = Enumerable.Range(0, problem.Requests.Count).Except(result.Plan.Talks.Select(talk => talk.Request));
            Says(problem, seed, unmet.SequenceEqual(UnmetTalksFinder.Explain(problem, result.Plan).SelectMany(reason => reason.Requests).Order()), "Not every request that is not held has one reason.");
        }

        Assert.True(impossible > Count / 50 && impossible < Count / 2, $"{impossible} of {Count} have no plan.");
    }

    [Fact]
    public void ConstructiveStart_IsAPlanWhereNothingIsAskedFor()
    {
        foreach (var seed in Enumerable.Range(First, Count))
        {
            // Without required and fixed talks there is always a plan.
            var tiny = TinyProblems.Make(seed);
            var problem = tiny with { Fixed = [], Requests = [.. tiny.Requests.Select(request => request with { Required = false })] };
            var breaches = TalkChecker.Check(problem, ConstructiveStart.Make(problem));
            Says(problem, seed, breaches.Count == 0, $"The start breaks rules: {string.Join(' ', breaches)}");
        }
    }

    [Fact]
    public void RepairAfterANoShow_IsAPlan_AndNamesWhatItChanges()
    {
        foreach (var seed in Enumerable.Range(First, Count / 4))
        {
            var problem = TinyProblems.Make(seed);
            if (BruteForce.Best(problem) is not { } best)
            {
                continue;
            }

            var absent = problem.People.Count - 1;
            var after = problem with { People = [.. problem.People.Take(absent), problem.People[absent] with { LeavesAt = 0 }] };
            var repaired = TalkRepair.Repair(after, best.Plan, new SearchOptions { Limit = TimeSpan.FromSeconds(10) });
            var anyPlan = BruteForce.Best(after) is not null;
            Says(after, seed, anyPlan == (repaired.Status is PlanStatus.Optimal or PlanStatus.Feasible), $"{(anyPlan ? "A plan" : "No plan")} is expected, not {repaired.Status}.");
            if (!anyPlan)
            {
                continue;
            }

            var breaches = TalkChecker.Check(after, repaired.Plan);
            Says(after, seed, breaches.Count == 0, $"The repaired plan breaks rules: {string.Join(' ', breaches)}");
            var (old, now) = (best.Plan.Talks.ToDictionary(talk => talk.Request), repaired.Plan.Talks.ToDictionary(talk => talk.Request));
            var changed = old.Keys.Union(now.Keys).Where(request => Of(old, request) != Of(now, request)).Order();
            Says(after, seed, changed.SequenceEqual(repaired.Changes.Select(change => change.Request).Order()), "The changes are not those between the two plans.");
            Says(after, seed, repaired.Changes.All(change => change.Before == Of(old, change.Request) && change.After == Of(now, change.Request)), "A change does not say what it changes.");
            Says(after, seed, !repaired.Concerned.Contains(absent), "Something has happened to the one who does not come.");
        }
    }

    [Fact]
    public void SameSeed_SamePlan()
    {
        foreach (var seed in Enumerable.Range(First, 20))
        {
            var problem = TinyProblems.Make(seed);
            var options = new SearchOptions { Seed = 7, Limit = TimeSpan.FromSeconds(10) };
            Assert.Equal(TalkPlanner.Solve(problem, options).Plan.Talks, TalkPlanner.Solve(problem, options).Plan.Talks);
        }
    }

    private static PlannedTalk? Of(Dictionary<int, PlannedTalk> talks, int request) => talks.TryGetValue(request, out var talk) ? talk : null;

    // The problem as text, so that it can be tried again outside.
    private static void Says(TalkProblem problem, int seed, bool holds, string otherwise)
    {
        if (!holds)
        {
            using var text = new StringWriter();
            TalkFormat.Write(text, problem);
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Problem {seed}: {otherwise}\n{text}"));
        }
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
