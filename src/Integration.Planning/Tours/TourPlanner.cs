using System.Diagnostics;
using System.Globalization;
using Google.OrTools.Sat;
using Integration.Planning.Talks;

namespace Integration.Planning.Tours;

/// <summary>Plans tours: who walks in which group of which tour, and who interprets there.</summary>
public static class TourPlanner
{
    // Aims in their order, those whose points fit into one sum together.
    private static readonly Range[] Steps = [0..2, 2..5, 5..7];

    /// <summary>Searches for the best plan. Blocks the thread, for seconds with hundreds of people; cancelling returns the best plan so far.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long at the most, and the seed.</param>
    /// <param name="stop">Ends the search.</param>
    public static TourResult Solve(TourProblem problem, SearchOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        var clock = Stopwatch.StartNew();
        var most = MostOf(problem);
        // Different circles split the people into many more kinds and matter last: the aims before them are proven without. A single one costs nothing.
        var alike = !problem.People.Select(person => person.Circle).Distinct().Skip(1).Any();
        var simple = new TourModel(problem, circles: alike);
        var last = alike ? simple : new TourModel(problem, circles: true);
        var (plan, proven) = ((TourPlan?)null, 0);
        List<(Range Aims, long Worth)> kept = [];
        foreach (var (step, aims) in Steps.Index())
        {
            var model = step == Steps.Length - 1 ? last : simple;
            foreach (var (range, worth) in model == simple ? kept.TakeLast(1) : kept)
            {
                model.Model.Add(Worth(model, most, range) >= worth);
            }

            if (plan is not null)
            {
                model.Hint(plan);
            }

            model.Model.Maximize(Worth(model, most, aims));
            // What is left of the time, less a share for the aims that follow.
            var left = (options.Limit - clock.Elapsed) * (step == Steps.Length - 1 ? 1 : 0.6);
            var solver = new CpSolver { StringParameters = Parameters(left, options.Seed) };
            using var stopping = stop.Register(solver.StopSearch);
            var ended = stop.IsCancellationRequested ? CpSolverStatus.Unknown : solver.Solve(model.Model);
            if (ended is CpSolverStatus.Infeasible or CpSolverStatus.ModelInvalid)
            {
                // Later steps ask for nothing that the plan in hand does not keep.
                return ended == CpSolverStatus.Infeasible && plan is null
                    ? Result(problem, PlanStatus.Infeasible, TourPlan.Empty, most.Length, clock.Elapsed)
                    : throw new InvalidOperationException(model.Model.Validate());
            }

            if (ended == CpSolverStatus.Unknown)
            {
                break;
            }

            plan = model.Read(solver);
            proven += ended == CpSolverStatus.Optimal && proven == aims.Start.Value ? aims.End.Value - aims.Start.Value : 0;
            kept.Add((aims, (long)Math.Round(solver.ObjectiveValue)));
        }

        return Result(problem, plan is null ? PlanStatus.Unknown : proven == most.Length ? PlanStatus.Optimal : PlanStatus.Feasible, plan ?? TourPlan.Empty, proven, clock.Elapsed);
    }

    // An aim counts more than all that follow it in the same step can come to.
    private static LinearExpr Worth(TourModel model, long[] most, Range aims) =>
        LinearExpr.Sum(new[] { model.Walkers, model.Wishes, -model.Unaided, -model.Interpreters, -model.Bridges, -model.Circles, -model.Uneven }[aims].Zip(Factors(most[aims]), (aim, factor) => aim * factor));

    private static TourResult Result(TourProblem problem, PlanStatus status, TourPlan plan, int proven, TimeSpan elapsed) => new()
    {
        Status = status, Plan = plan, Score = TourScoring.Score(problem, plan), Proven = proven, Elapsed = elapsed,
        Unmet = status is PlanStatus.Infeasible or PlanStatus.Unknown ? [] : UnmetToursFinder.Explain(problem, plan),
    };

    // One worker: the same problem and seed give the same plan, and the portal's other work keeps its processors.
    private static string Parameters(TimeSpan limit, int seed) =>
        string.Create(CultureInfo.InvariantCulture, $"num_workers:1,random_seed:{seed},max_time_in_seconds:{Math.Max(0.01, limit.TotalSeconds):F3}");

    // The most that each aim can come to, in the order of TourScore.
    private static long[] MostOf(TourProblem problem)
    {
        var each = Math.Max(1, problem.Rules.ToursEach);
        var groups = problem.Tours.Sum(tour => tour.Starts.Count * Math.Max(0L, Math.Min(tour.Guides, problem.People.Count)));
        return
        [
            problem.People.Count,
            problem.People.Sum(person => person.Wishes.Sum(wish => (long)wish.Weight)),
            problem.People.Sum(person => (long)person.Need) * each,
            Math.Min(groups * problem.People.SelectMany(person => person.Languages).Distinct().Count(), (long)problem.People.Count * each),
            problem.People.Sum(person => (long)person.Languages.Count) * each,
            Math.Min(groups, (long)problem.People.Count * each) * problem.People.Select(person => person.Circle).Distinct().Count(),
            problem.Tours.Sum(tour => (long)tour.Starts.Count * tour.Most),
        ];
    }

    private static long[] Factors(long[] most)
    {
        var factors = new long[most.Length];
        long below = 0;
        for (var i = most.Length - 1; i >= 0; i--)
        {
            factors[i] = below + 1;
            below += factors[i] * most[i];
        }

        return factors;
    }
}
