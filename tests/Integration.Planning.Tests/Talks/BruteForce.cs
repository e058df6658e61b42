using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Talks;

/// <summary>Looks at every plan of a tiny problem and keeps the best. Left out is only what cannot become a plan whatever is added, and what could not
/// become the best even if all that is left took place and cost nothing.</summary>
internal sealed class BruteForce
{
    // What a talk more can still put right.
    private static readonly HashSet<TalkBreachKind> Open = [TalkBreachKind.RequiredMissing, TalkBreachKind.FixedNotKept, TalkBreachKind.GapsUneven];

    private readonly TalkProblem problem;
    private readonly TalkPoints points;
    private readonly List<PlannedTalk>[] ways;
    private readonly long[] left;
    private readonly List<PlannedTalk> talks = [];
    private readonly bool[] decided;
    private TalkPlan? best;
    private long value = long.MinValue;

    private BruteForce(TalkProblem problem)
    {
        (this.problem, points) = (problem, TalkPoints.Of(problem));
        decided = [.. problem.Requests.Select((_, request) => problem.Fixed.Any(talk => talk.Request == request))];
        ways = [.. problem.Requests.Select((_, request) => Ways(request).Where(Alone).ToList())];
        left = new long[problem.Requests.Count + 1];
        for (var request = problem.Requests.Count - 1; request >= 0; request--)
        {
            left[request] = left[request + 1] + points.Of(problem.Requests[request]);
        }
    }

    /// <summary>The best plan and its worth; <see langword="null"/> where no plan keeps all rules.</summary>
    public static (TalkPlan Plan, long Value)? Best(TalkProblem problem)
    {
        var search = new BruteForce(problem);
        search.Decide(0, 0);
        return search.best is { } plan ? (plan, search.value) : null;
    }

    private void Decide(int request, long sum)
    {
        if (best is not null && sum + left[request] + (points.Somebody * problem.People.Count) <= value)
        {
            return;
        }

        if (request == problem.Requests.Count)
        {
            var plan = new TalkPlan([.. talks]);
            if (TalkChecker.Check(problem, plan).Count == 0 && TalkScoring.Score(problem, plan).Value is var worth && (best is null || worth > value))
            {
                (best, value) = (plan, worth);
            }

            return;
        }

        foreach (var way in ways[request])
        {
            talks.Add(way);
            if (MayBecomeAPlan())
            {
                Decide(request + 1, sum + points.Of(problem.Requests[request]));
            }

            talks.RemoveAt(talks.Count - 1);
        }

        if (!problem.Requests[request].Required && !decided[request])
        {
            Decide(request + 1, sum);
        }
    }

    private bool Alone(PlannedTalk talk) =>
        TalkChecker.Check(problem, new TalkPlan([talk])).All(breach => Open.Contains(breach.Kind) && (breach.Kind != TalkBreachKind.FixedNotKept || breach.Request != talk.Request));

    private bool MayBecomeAPlan() => TalkChecker.Check(problem, new TalkPlan([.. talks])).All(breach => Open.Contains(breach.Kind));

    private IEnumerable<PlannedTalk> Ways(int request)
    {
        var tables = problem.Requests[request].Host is { } host ? problem.Hosts[host].Tables : 1;
        var languages = problem.People.SelectMany(person => person.Languages).Distinct().Cast<string?>().Prepend(null).ToList();
        var interpreters = Enumerable.Range(0, problem.Interpreters.Count).Cast<int?>().Prepend(null).ToList();
        return from slot in Enumerable.Range(0, problem.Slots.Count)
               from table in Enumerable.Range(0, tables)
               from interpreter in interpreters
               from language in languages
               select new PlannedTalk(request, slot, table, interpreter, language);
    }
}
