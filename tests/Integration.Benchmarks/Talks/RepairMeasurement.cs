using System.Diagnostics;
using System.Globalization;
using Integration.Planning.Talks;

namespace Integration.Benchmarks.Talks;

/// <summary>Plans each event for some seconds; then, one after the other, twenty people do not come. How long the new plan takes, and how many others' day changes.</summary>
internal static class RepairMeasurement
{
    private const int NoShows = 20;
    private const double MostMilliseconds = 500;
    private const double MostOthers = 3;

    public static int Run(IEnumerable<string> words)
    {
        var arguments = TalkArguments.Of(words, EventSize.Names, seconds: 10);
        var (accepted, all, longest) = (true, new List<int>(), 0.0);
        foreach (var (name, problem) in arguments.Names.SelectMany(TalkArguments.Events))
        {
            var planned = TalkPlanner.Solve(problem, new SearchOptions { Limit = arguments.Limit, Seed = arguments.Seed });
            var (times, others, gained) = (new List<double>(), new List<int>(), new List<long>());
            foreach (var person in Talking(problem, planned.Plan))
            {
                var (after, before) = Without(problem, planned.Plan, person);
                var watch = Stopwatch.StartNew();
                var repaired = TalkRepair.Repair(after, before, new SearchOptions { Limit = TimeSpan.FromMilliseconds(MostMilliseconds), Seed = arguments.Seed });
                times.Add(watch.Elapsed.TotalMilliseconds);
                others.Add(repaired.Concerned.Count);
                gained.Add(TalkScoring.Score(after, repaired.Plan).Value - TalkScoring.Score(after, before).Value);
                foreach (var breach in TalkChecker.Check(after, repaired.Plan))
                {
                    accepted = false;
                    Print($"  without {problem.People[person].Key} breaks a rule: {breach}");
                }
            }

            if (times.Count == 0)
            {
                Print($"{name}: nobody has a talk, {planned.Status}");
                accepted = false;
                continue;
            }

            times.Sort();
            Print($"{name}: {times.Count} no-shows, median {times[times.Count / 2]:F0} ms, longest {times[^1]:F0} ms; others touched: mean {others.Average():F2}, most {others.Max()}; worth gained: mean {gained.Average():F0} points");
            all.AddRange(others);
            longest = Math.Max(longest, times[^1]);
        }

        Print($"all: longest {longest:F0} ms, others touched: mean {all.DefaultIfEmpty().Average():F2}");
        return accepted && longest <= MostMilliseconds && all.DefaultIfEmpty().Average() <= MostOthers ? 0 : 1;
    }

    private static IEnumerable<int> Talking(TalkProblem problem, TalkPlan plan)
    {
        var talking = plan.Talks.SelectMany(talk => problem.Requests[talk.Request].People).Distinct().Order().ToList();
        return Enumerable.Range(0, Math.Min(NoShows, talking.Count)).Select(number => talking[number * talking.Count / Math.Min(NoShows, talking.Count)]);
    }

    // Requests of that person alone vanish; whoever would have come with them comes alone. The others' numbers move up.
    private static (TalkProblem After, TalkPlan Before) Without(TalkProblem problem, TalkPlan plan, int person)
    {
        var (requests, number) = (new List<TalkRequest>(), new int?[problem.Requests.Count]);
        for (var request = 0; request < problem.Requests.Count; request++)
        {
            int[] left = [.. problem.Requests[request].People.Where(one => one != person)];
            if (left.Length > 0)
            {
                number[request] = requests.Count;
                requests.Add(left.Length == problem.Requests[request].People.Count ? problem.Requests[request] : problem.Requests[request] with { People = left });
            }
        }

        var after = problem with
        {
            Requests = requests,
            Fixed = [.. problem.Fixed.Where(talk => number[talk.Request] is not null).Select(talk => talk with { Request = number[talk.Request]!.Value })],
            Forbidden = [.. problem.Forbidden.Where(talk => number[talk.Request] is not null).Select(talk => talk with { Request = number[talk.Request]!.Value })],
            Orders = [.. problem.Orders.Where(order => number[order.First] is not null && number[order.Then] is not null)
                .Select(order => new TalkOrder(number[order.First]!.Value, number[order.Then]!.Value))],
        };
        return (after, new TalkPlan([.. plan.Talks.Where(talk => number[talk.Request] is not null).Select(talk => talk with { Request = number[talk.Request]!.Value })]));
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
