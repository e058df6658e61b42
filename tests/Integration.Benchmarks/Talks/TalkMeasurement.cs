using System.Diagnostics;
using System.Globalization;
using Integration.Planning.Talks;
using Integration.Planning.Talks.Format;

namespace Integration.Benchmarks.Talks;

/// <summary>Plans the talks of each event, and beside it lets an organiser's list and a plain CP-SAT model do it in the same run. Every plan goes through the
/// checker; one that breaks a rule fails the run.</summary>
internal static class TalkMeasurement
{
    private static readonly TimeSpan FirstPlanWithin = TimeSpan.FromSeconds(1);

    public static int Run(IEnumerable<string> words)
    {
        var arguments = TalkArguments.Of(words, EventSize.Names, seconds: 20);
        var kept = true;
        foreach (var (name, problem) in arguments.Names.SelectMany(TalkArguments.Events))
        {
            kept &= Measure(name, problem, arguments);
        }

        return kept ? 0 : 1;
    }

    /// <summary>Verifies a plan that somebody has sent in.</summary>
    public static int Check(string problemFile, string planFile)
    {
        using var problemText = File.OpenText(problemFile);
        using var planText = File.OpenText(planFile);
        try
        {
            var problem = TalkFormat.ReadProblem(problemText);
            var plan = TalkFormat.ReadPlan(planText, problem);
            return Tell("plan", problem, plan, "") ? 0 : 1;
        }
        catch (TalkFormatException error)
        {
            Print($"{error.Message}");
            return 2;
        }
    }

    private static bool Measure(string name, TalkProblem problem, TalkArguments arguments)
    {
        Print($"{name}: {problem.People.Count} people, {problem.Hosts.Count} hosts, {problem.Slots.Count} slots, {problem.Interpreters.Count} interpreters, {problem.Requests.Count} requests, {problem.Requests.Count(request => request.Mutual)} of both sides");
        var first = TimeSpan.Zero;
        var options = new SearchOptions { Limit = arguments.Limit, Seed = arguments.Seed };
        var ours = TalkPlanner.Solve(problem, options, progress => first = first == TimeSpan.Zero ? progress.Elapsed : first);
        first = ours.FirstPlanAfter > TimeSpan.Zero ? ours.FirstPlanAfter : first;
        Print($"  first plan after {first.TotalSeconds:F2} s{(first > FirstPlanWithin ? " (late)" : "")}, {ours.Status}, value {ours.Value}, bound {ours.Bound}, gap {100 * ours.Gap:F2} %, {ours.Elapsed.TotalSeconds:F1} s");
        var kept = Tell("ours", problem, ours.Plan, Unmet(ours)) & Truthful(problem, ours);

        var watch = Stopwatch.StartNew();
        var greedy = GreedyPeer.Plan(problem);
        Tell("greedy", problem, greedy, string.Create(CultureInfo.InvariantCulture, $", {watch.Elapsed.TotalSeconds:F1} s"));
        watch.Restart();
        var (naive, status) = NaivePeer.Plan(problem, arguments.Limit, arguments.Seed);
        Tell("naive", problem, naive ?? TalkPlan.Empty, string.Create(CultureInfo.InvariantCulture, $", {status}, {watch.Elapsed.TotalSeconds:F1} s"));
        if (arguments.Folder is { } folder)
        {
            Write(folder, name, problem, ours.Plan);
        }

        return kept;
    }

    // Worth and bound are the search's own words; the plan is counted again.
    private static bool Truthful(TalkProblem problem, TalkResult result)
    {
        var counted = TalkScoring.Score(problem, result.Plan).Value;
        if (counted == result.Value && result.Value <= result.Bound && (result.Status != PlanStatus.Optimal || result.Value == result.Bound))
        {
            return true;
        }

        Print($"  the search says {result.Value} of at most {result.Bound}; the plan is worth {counted}");
        return false;
    }

    private static bool Tell(string who, TalkProblem problem, TalkPlan plan, string more)
    {
        var watch = Stopwatch.StartNew();
        var breaches = TalkChecker.Check(problem, plan);
        var checkedIn = watch.Elapsed.TotalMilliseconds;
        foreach (var breach in breaches.Take(10))
        {
            Print($"  {who} breaks a rule: {breach}");
        }

        if (breaches.Any(breach => breach.Kind is TalkBreachKind.RequestUnknown or TalkBreachKind.SlotUnknown or TalkBreachKind.InterpreterUnknown))
        {
            return false;
        }

        var score = TalkScoring.Score(problem, plan);
        Print($"  {who + ":",-7} {score.Held} talks, {score.MutualMissed} of both sides missed, {score.WithoutTalk} people without, {score.Gaps} gaps, {score.Walks} walks, load {score.FewestLoad} to {score.MostLoad}, worth {score.Value}, {(breaches.Count == 0 ? "accepted" : "REFUSED")} in {checkedIn:F1} ms{more}");
        return breaches.Count == 0;
    }

    private static string Unmet(TalkResult result) => result.Unmet.Count == 0 ? ""
        : "; not held: " + string.Join(", ", result.Unmet.GroupBy(unmet => unmet.Reason).Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Sum(unmet => unmet.Requests.Count)} {reason.Key}")));

    private static void Write(string folder, string name, TalkProblem problem, TalkPlan plan)
    {
        Directory.CreateDirectory(folder);
        using var problemText = File.CreateText(Path.Combine(folder, name + ".problem"));
        TalkFormat.Write(problemText, problem);
        using var planText = File.CreateText(Path.Combine(folder, name + ".plan"));
        TalkFormat.Write(planText, problem, plan);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
