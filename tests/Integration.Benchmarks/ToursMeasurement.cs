using System.Globalization;
using Integration.Planning.Talks;
using Integration.Planning.Tours;

namespace Integration.Benchmarks;

/// <summary>Tours of events of several sizes: what the search finds and proves, and what first come, first served would have given.</summary>
internal static class ToursMeasurement
{
    private static readonly string[][] Languages = [["ukr", "rus"], ["ara"], ["tir"], ["prs", "pes"], ["kmr"], ["rus"]];

    public static int Run(string? seconds)
    {
        var limit = TimeSpan.FromSeconds(seconds is null ? 20 : double.Parse(seconds, CultureInfo.InvariantCulture));
        Console.WriteLine("people tours interp | walkers wishes unaided interpreters | status proven seconds | first come: walkers wishes needing help without it");
        foreach (var (people, tours, interpreters) in new[] { (40, 2, 4), (70, 3, 8), (150, 5, 14), (300, 8, 25) })
        {
            var problem = Problem(people, tours, interpreters, new Random(people));
            var result = TourPlanner.Solve(problem, new SearchOptions { Limit = limit });
            var (walkers, wishes, unaided) = FirstCome(problem);
            var score = result.Score;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{people,6} {tours,5} {interpreters,6} | {score.Walkers,7} {score.Wishes,6} {score.Unaided,7} {score.Interpreters,12} | {result.Status} {result.Proven}/7 {result.Elapsed.TotalSeconds:F1} | {walkers} {wishes} {unaided}"));
            if (TourChecker.Check(problem, result.Plan) is { Count: > 0 } breaches)
            {
                Console.Error.WriteLine(string.Join(", ", breaches));
                return 1;
            }
        }

        return 0;
    }

    private static TourProblem Problem(int people, int tours, int interpreters, Random random) => new()
    {
        Tours = [.. Enumerable.Range(0, tours).Select(tour => new GuidedTour
        {
            Key = $"{tour}", Place = tour, Guides = 2, Starts = [.. Enumerable.Range(0, 3).Select(start => 540 + (90 * start)).Select(at => new TourStart(at, at + 10, at + 70))],
        })],
        Interpreters = [.. Enumerable.Range(0, interpreters).Select(i => new TalkInterpreter { Key = $"{i}", Languages = Languages[i % Languages.Length], From = 480, Until = random.Next(4) == 0 ? 720 : 960 })],
        People = [.. Enumerable.Range(0, people).Select(i => new TourWalker
        {
            Key = $"{i}", Need = new[] { 0, 20, 60, 100 }[random.Next(4)], Languages = Languages[random.Next(Languages.Length)], ArrivesAt = random.Next(5) == 0 ? 600 : 480,
            Wishes = [.. Enumerable.Range(0, tours).OrderBy(_ => random.Next()).Take(2).Select((tour, rank) => new TourWish(tour, 2 - rank))], Circle = random.Next(3),
        })],
    };

    // A list at the door: whoever comes takes the first place of the dearest tour; interpreters are not thought of.
    private static (int Walkers, int Wishes, int NeedingHelp) FirstCome(TourProblem problem)
    {
        var taken = new Dictionary<(int Tour, int Start), int>();
        var (walkers, wishes, needing) = (0, 0, 0);
        foreach (var who in problem.People)
        {
            var day = new List<TourStart>();
            foreach (var wish in who.Wishes)
            {
                var tour = problem.Tours[wish.Tour];
                var start = tour.Starts.ToList().FindIndex(time => time.Meets >= who.ArrivesAt && day.TrueForAll(other => other.End + problem.Rules.Transfer <= time.Meets || time.End + problem.Rules.Transfer <= other.Meets)
                    && taken.GetValueOrDefault((wish.Tour, tour.Starts.ToList().IndexOf(time))) < tour.Most * tour.Guides);
                if (start >= 0 && day.Count < problem.Rules.ToursEach)
                {
                    taken[(wish.Tour, start)] = taken.GetValueOrDefault((wish.Tour, start)) + 1;
                    day.Add(tour.Starts[start]);
                    wishes += wish.Weight;
                    needing += who.Need;
                }
            }

            walkers += day.Count > 0 ? 1 : 0;
        }

        return (walkers, wishes, needing);
    }
}
