using System.Diagnostics;
using System.Globalization;
using Google.OrTools.Sat;
using Integration.Planning.Talks;

namespace Integration.Planning.Buses;

/// <summary>Plans seats in buses.</summary>
public static class BusPlanner
{
    /// <summary>Searches for the best plan. Blocks the thread, mostly for milliseconds; cancelling returns the best plan so far.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long at the most, and the seed.</param>
    /// <param name="stop">Ends the search.</param>
    public static BusResult Solve(BusProblem problem, SearchOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        var clock = Stopwatch.StartNew();
        var model = new BusModel(problem);
        var (plan, proven) = ((BusPlan?)null, true);
        var aims = model.Aims.ToList();
        foreach (var (step, aim) in aims.Index())
        {
            model.Model.Maximize(aim);
            var left = (options.Limit - clock.Elapsed) * (step == aims.Count - 1 ? 1 : 0.5);
            // One worker: the same problem and seed give the same plan.
            var solver = new CpSolver
            {
                StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:1,random_seed:{options.Seed},max_time_in_seconds:{Math.Max(0.01, left.TotalSeconds):F3}"),
            };
            using var stopping = stop.Register(solver.StopSearch);
            var ended = stop.IsCancellationRequested ? CpSolverStatus.Unknown : solver.Solve(model.Model);
            if (ended is CpSolverStatus.Infeasible or CpSolverStatus.ModelInvalid)
            {
                throw new InvalidOperationException($"Nobody need ride, and yet there is no plan: {ended} {model.Model.Validate()}");
            }

            proven &= ended == CpSolverStatus.Optimal;
            if (ended == CpSolverStatus.Unknown)
            {
                break;
            }

            plan = model.Read(solver);
            model.Keep(solver, aim);
        }

        var status = plan is null ? PlanStatus.Unknown : proven ? PlanStatus.Optimal : PlanStatus.Feasible;
        return new BusResult
        {
            Status = status, Plan = plan ?? BusPlan.Empty, Score = BusScore.Of(problem, plan ?? BusPlan.Empty), Elapsed = clock.Elapsed,
            Unmet = plan is null ? [] : [.. UnmetSeats(problem, plan)],
        };
    }

    private static IEnumerable<UnmetSeat> UnmetSeats(BusProblem problem, BusPlan plan)
    {
        var seated = plan.Seats.Select(seat => seat.Person).ToHashSet();
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (!seated.Contains(person))
            {
                yield return new UnmetSeat(person, Why(problem, plan, problem.Parties.FirstOrDefault(party => party.Contains(person)) ?? [person]));
            }
        }
    }

    private static UnmetSeatReason Why(BusProblem problem, BusPlan plan, IReadOnlyList<int> party)
    {
        var people = party.Select(person => problem.People[person]).ToList();
        var stops = problem.Lines.SelectMany((line, l) => line.Stops.Where(stop => people.TrueForAll(who => who.Places.Contains(stop.Place))).Select(stop => (Index: l, Line: line, Stop: stop))).ToList();
        var inTime = stops.FindAll(at => people.TrueForAll(who => who.ArriveBy is null || at.Line.ArrivesAt <= who.ArriveBy));
        var back = inTime.FindAll(at => people.TrueForAll(who => who.StaysUntil is null || (at.Stop.DrivesBack && at.Line.LeavesAt >= who.StaysUntil)));
        var chairs = people.Count(who => who.Wheelchair);
        return stops.Count == 0 ? UnmetSeatReason.NoStop
            : inTime.Count == 0 ? UnmetSeatReason.TooLate
            : back.Count == 0 ? UnmetSeatReason.NoWayBack
            : chairs > 0 && back.TrueForAll(at => Free(plan, at.Index, at.Line).Count(number => number <= at.Line.WheelchairPlaces) < chairs) ? UnmetSeatReason.NoWheelchairPlace
            : UnmetSeatReason.Full;
    }

    private static IEnumerable<int> Free(BusPlan plan, int index, ShuttleLine line) =>
        Enumerable.Range(1, line.Seats).Except(line.Taken).Except(plan.Seats.Where(seat => seat.Line == index).Select(seat => seat.Number));
}
