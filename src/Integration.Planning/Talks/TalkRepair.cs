using System.Diagnostics;
using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

/// <summary>What becomes of one request when a plan is repaired.</summary>
/// <param name="Request">The request.</param>
/// <param name="Before">Where it was; <see langword="null"/> for one that comes in anew.</param>
/// <param name="After">Where it is now; <see langword="null"/> for one that falls away.</param>
public sealed record TalkChange(int Request, PlannedTalk? Before, PlannedTalk? After);

/// <summary>A repaired plan.</summary>
/// <param name="Status"><see cref="PlanStatus.Optimal"/> where nothing better was possible among those who may move, <see cref="PlanStatus.Feasible"/> where
/// the time ended first, <see cref="PlanStatus.Infeasible"/> where something fixed or required cannot be kept.</param>
/// <param name="Plan">The plan; empty where there is none.</param>
/// <param name="Changes">What is different, in order of the requests: another slot, table or interpreter, fallen away, come in.</param>
/// <param name="Concerned">People whose day has other times though nothing happened to them or their talks.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TalkRepairResult(PlanStatus Status, TalkPlan Plan, IReadOnlyList<TalkChange> Changes, IReadOnlyList<int> Concerned, TimeSpan Elapsed);

/// <summary>Mends a plan after a no-show, a late bus, a lost interpreter or an employer who leaves, and changes as few other people's times as possible.</summary>
/// <remarks>
/// What still holds stays. What is broken goes first to a place that is free; only where none is, others move. A talk that somebody had is worth the
/// changed days of two others and no more; a talk that nobody had before is worth none.
/// </remarks>
public static class TalkRepair
{
    /// <summary>So many literals at the most may move: more would not be searched in the half second that somebody at the desk waits.</summary>
    private const int MostLiterals = 1500;

    /// <summary>Mends a plan.</summary>
    /// <param name="after">The problem as it is now: late arrivals, lost interpreters and closed tables are in it.</param>
    /// <param name="before">The plan that stood, in the requests of <paramref name="after"/>.</param>
    /// <param name="options">How long and with which chance; half a second is enough.</param>
    /// <param name="stop">Ends the search with the best so far.</param>
    /// <returns>The mended plan and what is different in it.</returns>
    public static TalkRepairResult Repair(TalkProblem after, TalkPlan before, SearchOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(options);
        var clock = Stopwatch.StartNew();
        var frame = new TalkFrame(after);
        var board = new TalkBoard(frame);
        var broken = new List<int>();
        foreach (var talk in before.Talks.OrderByDescending(talk => frame.Requests[talk.Request].Fixed.Length > 0))
        {
            if (!board.TryPut(frame.Requests[talk.Request], talk))
            {
                broken.Add(talk.Request);
            }
        }

        var open = broken.Select(request => frame.Requests[request]).Concat(frame.Requests.Where(request => request.Required && !board.IsHeld(request.Index)))
            .Where(request => request.IsPossible).DistinctBy(request => request.Index).OrderByDescending(request => request.Required).ThenByDescending(request => request.Worth).ToList();
        var stood = before.Talks.ToDictionary(talk => talk.Request);
        open.RemoveAll(request => TryElsewhere(frame, board, request, stood));
        var (status, plan) = (PlanStatus.Optimal, board.ToPlan());
        if (open.Count > 0 || !Keeps(frame, plan))
        {
            (status, plan) = Move(frame, plan, open, stood, options, stop);
        }

        if (frame.Requests.Any(request => request.Required && !plan.Talks.Any(talk => talk.Request == request.Index)))
        {
            (status, plan) = (PlanStatus.Infeasible, TalkPlan.Empty);
        }

        return new TalkRepairResult(status, plan, Changes(before, plan), Concerned(frame, broken, stood, plan), clock.Elapsed);
    }

    private static bool Keeps(TalkFrame frame, TalkPlan plan)
    {
        var score = TalkScoring.Score(frame.Problem, plan);
        return score.MostGaps - score.FewestGaps <= (frame.Problem.Rules.GapSpread ?? int.MaxValue);
    }

    // The old time with another table or interpreter first, then the times nearest to it.
    private static bool TryElsewhere(TalkFrame frame, TalkBoard board, FramedRequest request, Dictionary<int, PlannedTalk> stood)
    {
        var was = stood.TryGetValue(request.Index, out var talk) ? talk.Slot : frame.SlotCount / 2;
        return request.Slots.OrderBy(slot => Math.Abs(slot - was)).Any(slot => board.TryPlace(request, slot));
    }

    private static (PlanStatus Status, TalkPlan Plan) Move(
        TalkFrame frame, TalkPlan plan, List<FramedRequest> open, Dictionary<int, PlannedTalk> stood, SearchOptions options, CancellationToken stop)
    {
        var hit = open.SelectMany(request => request.People).ToHashSet();
        var model = new TalkModel(frame, Movable(frame, plan, open, hit), plan);
        if (model.IsContradiction)
        {
            return (PlanStatus.Infeasible, plan);
        }

        model.PreferStanding(plan, stood, hit);
        model.Hint(plan);
        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant(
                $"num_workers:1,random_seed:{options.Seed},max_time_in_seconds:{options.Limit.TotalSeconds},linearization_level:1"),
        };
        using var cancelled = stop.Register(solver.StopSearch);
        return solver.Solve(model.Model) switch
        {
            CpSolverStatus.Optimal => (PlanStatus.Optimal, model.Read(solver.BooleanValue)),
            CpSolverStatus.Feasible => (PlanStatus.Feasible, model.Read(solver.BooleanValue)),
            CpSolverStatus.Infeasible => (PlanStatus.Infeasible, plan),
            _ => (Keeps(frame, plan) ? PlanStatus.Feasible : PlanStatus.Unknown, plan),
        };
    }

    /// <summary>What is broken, everything of those it hits, and what stands in the way: talks at the same hosts and in the same languages, the nearest first.</summary>
    private static HashSet<int> Movable(TalkFrame frame, TalkPlan plan, List<FramedRequest> open, HashSet<int> hit)
    {
        var held = plan.Talks.Select(talk => talk.Request).ToHashSet();
        var hosts = open.Select(request => request.Host).OfType<int>().ToHashSet();
        var ways = open.SelectMany(request => request.Ways).Where(way => way.Interpreted).ToHashSet();
        var candidates = open.Select(request => request.Index)
            .Concat(hit.SelectMany(person => frame.RequestsOf[person]))
            .Concat(frame.Requests.Where(request => request.Host is { } host && hosts.Contains(host) && held.Contains(request.Index)).Select(request => request.Index))
            .Concat(frame.Requests.Where(request => Array.Exists(request.Ways, ways.Contains) && held.Contains(request.Index)).Select(request => request.Index));
        var (free, literals) = (new HashSet<int>(), 0);
        foreach (var request in candidates)
        {
            if (literals < MostLiterals && free.Add(request))
            {
                literals += frame.Requests[request].Slots.Length * frame.Requests[request].Ways.Length;
            }
        }

        return free;
    }

    private static IReadOnlyList<TalkChange> Changes(TalkPlan before, TalkPlan after)
    {
        var (was, now) = (before.Talks.ToDictionary(talk => talk.Request), after.Talks.ToDictionary(talk => talk.Request));
        return
        [
            .. was.Keys.Union(now.Keys).Order()
                .Select(request => new TalkChange(request, was.TryGetValue(request, out var old) ? old : null, now.TryGetValue(request, out var its) ? its : null))
                .Where(change => change.Before != change.After),
        ];
    }

    private static IReadOnlyList<int> Concerned(TalkFrame frame, List<int> broken, Dictionary<int, PlannedTalk> stood, TalkPlan plan)
    {
        var hit = broken.SelectMany(request => frame.Requests[request].People).ToHashSet();
        var now = plan.Talks.ToDictionary(talk => talk.Request, talk => talk.Slot);
        return
        [
            .. frame.Requests
                .Where(request => (stood.TryGetValue(request.Index, out var was) ? was.Slot : -1) != now.GetValueOrDefault(request.Index, -1))
                .SelectMany(request => request.People).Distinct().Where(person => !hit.Contains(person)).Order(),
        ];
    }
}
