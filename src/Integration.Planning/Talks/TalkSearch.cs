using System.Diagnostics;
using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

/// <summary>One search: the best plan and the best bound so far, and the steps that better them.</summary>
/// <remarks>
/// Small problems are given to CP-SAT as a whole, in turns of growing length: once guided by cores, which raises the bound, once from the best plan,
/// which betters it. Large ones are bettered part by part (large neighbourhood search): some people's requests may move, the rest stands; their bound
/// comes from the linear relaxation. One worker throughout, limits in the solver's own deterministic time: the clock decides only when it ends.
/// </remarks>
internal sealed class TalkSearch(TalkFrame frame, SearchOptions options, Action<TalkProgress>? progress, CancellationToken stop)
{
    /// <summary>Up to this many literals a problem is searched as a whole.</summary>
    private const int WholeUpTo = 9000;

    private readonly long _none = TalkBound.Plain(frame);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Random _chance = new(options.Seed);
    private TalkPlan? _best;
    private long _value;
    private long _bound = long.MaxValue;
    private TimeSpan _first;
    private bool _infeasible;

    public TalkResult Run()
    {
        Lower(_none);
        if (Array.Exists(frame.Requests, request => request.Required && !request.IsPossible))
        {
            _infeasible = true;
        }
        else
        {
            Take(ConstructiveStart.Make(frame, options.Seed));
            var size = frame.Requests.Sum(request => request.Slots.Length * request.Ways.Length);
            if (size <= WholeUpTo || _best is null)
            {
                SearchWhole();
            }
            else
            {
                SearchParts();
            }
        }

        return new TalkResult
        {
            Status = _infeasible ? PlanStatus.Infeasible : _best is null ? PlanStatus.Unknown : _value == _bound ? PlanStatus.Optimal : PlanStatus.Feasible,
            Plan = _best ?? TalkPlan.Empty,
            Value = _best is null ? 0 : _value,
            Bound = _infeasible ? 0 : _bound,
            Elapsed = _clock.Elapsed,
            FirstPlanAfter = _first,
            Unmet = _best is null ? [] : UnmetTalksFinder.Explain(frame, _best),
        };
    }

    private TimeSpan Left => options.Limit - _clock.Elapsed;

    private bool IsOver => stop.IsCancellationRequested || Left <= TimeSpan.Zero || _infeasible || (_best is not null && _value >= _bound);

    private void SearchWhole()
    {
        // Where every talk is required, plans differ by whole gaps only, and whether one as good as the bound exists is a question of its own. The first
        // search has the linear relaxation beside the cores; where it comes to no end soon, cores alone come further.
        var allRequired = Array.TrueForAll(frame.Requests, request => request.Required) && frame.Points is { Walk: 0, Load: 0 };
        (TalkSearchWay Way, double Work)[] ways = allRequired
            ? [(TalkSearchWay.AtBound, 2), (TalkSearchWay.Balanced, 3.5), (TalkSearchWay.Cores, 30)]
            : [(TalkSearchWay.Cores, 2), (TalkSearchWay.FromBest, 2)];
        for (var turn = 1.0; !IsOver; turn *= allRequired ? 3 : 1.5)
        {
            foreach (var (way, work) in ways)
            {
                if (IsOver)
                {
                    return;
                }

                Solve(new TalkModel(frame), way, turn * work);
            }
        }
    }

    private void SearchParts()
    {
        // A quarter of the time at the most for the proof, before the rest goes into the plan.
        Lower(TalkBound.Relaxed(frame, Left / 4, stop));
        var neighbours = new TalkNeighbours(frame, _chance);
        while (!IsOver)
        {
            var free = neighbours.Next(_best!);
            var better = Solve(new TalkModel(frame, free, _best), TalkSearchWay.Part, 0.5);
            neighbours.Learn(better);
        }
    }

    /// <summary>Gives a model to the solver. True if a better plan came of it.</summary>
    private bool Solve(TalkModel model, TalkSearchWay way, double work)
    {
        if (model.IsContradiction)
        {
            _infeasible |= way != TalkSearchWay.Part;
            return false;
        }

        if (way == TalkSearchWay.AtBound)
        {
            model.AskFor(_bound);
        }
        else
        {
            model.AskForBest();
        }

        if (_best is not null && way != TalkSearchWay.AtBound)
        {
            model.Hint(_best);
        }

        var before = _value;
        var had = _best is not null;
        using var told = new Told(this, model);
        var (status, solver) = Ask(model, way, work, told);
        if (status is CpSolverStatus.ModelInvalid)
        {
            throw new InvalidOperationException("The model of the talks is invalid: " + model.Model.Validate());
        }

        if (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
        {
            Take(model.Read(solver.BooleanValue));
        }

        if (way == TalkSearchWay.AtBound)
        {
            if (status == CpSolverStatus.Infeasible)
            {
                Lower(_bound - frame.Points.Gap);
            }
        }
        else if (way != TalkSearchWay.Part)
        {
            _infeasible = status == CpSolverStatus.Infeasible;
            // A search that ended before it had a bound answers 0.
            if (status is not CpSolverStatus.Infeasible && (status is not CpSolverStatus.Unknown || solver.BestObjectiveBound != 0))
            {
                Lower((long)Math.Floor(solver.BestObjectiveBound + 1e-6));
            }
        }

        return _best is not null && (!had || _value > before);
    }

    private (CpSolverStatus Status, CpSolver Solver) Ask(TalkModel model, TalkSearchWay way, double work, CpSolverSolutionCallback? told = null)
    {
        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant(
                $"num_workers:1,random_seed:{_chance.Next(1 << 30)},max_deterministic_time:{work},max_time_in_seconds:{Math.Max(0.01, Left.TotalSeconds)},{Parameters(way)}"),
        };
        using var cancelled = stop.Register(solver.StopSearch);
        var status = solver.Solve(model.Model, told);
        return (status, solver);
    }

    private static string Parameters(TalkSearchWay way) => way switch
    {
        TalkSearchWay.Cores => "linearization_level:0,optimize_with_core:true",
        TalkSearchWay.FromBest => "linearization_level:2",
        TalkSearchWay.Balanced => "interleave_search:true,subsolvers:[\"core\",\"max_lp\"]",
        TalkSearchWay.AtBound => "linearization_level:0",
        _ => "linearization_level:1",
    };

    /// <summary>Keeps a plan if it is better than the best. A plan that lacks something required, or spreads gaps too far, is none.</summary>
    private void Take(TalkPlan plan)
    {
        var score = TalkScoring.Score(frame.Problem, plan);
        if ((_best is not null && score.Value <= _value) || score.MostGaps - score.FewestGaps > (frame.Problem.Rules.GapSpread ?? int.MaxValue))
        {
            return;
        }

        var held = plan.Talks.Select(talk => talk.Request).ToHashSet();
        if (Array.Exists(frame.Requests, request => request.Required && !held.Contains(request.Index)))
        {
            return;
        }

        if (score.Value > _bound)
        {
            throw new InvalidOperationException($"A plan is worth {score.Value}, above the proven bound {_bound}: the bound is wrong.");
        }

        _first = _best is null ? _clock.Elapsed : _first;
        (_best, _value) = (plan, score.Value);
        Tell();
    }

    private void Lower(long bound)
    {
        if (bound >= _bound)
        {
            return;
        }

        if (_best is not null && bound < _value)
        {
            throw new InvalidOperationException($"The bound {bound} lies below a plan worth {_value}: the bound is wrong.");
        }

        _bound = bound;
        Tell();
    }

    private void Tell()
    {
        if (_best is not null)
        {
            progress?.Invoke(new TalkProgress(_clock.Elapsed, _value, _bound, _best));
        }
    }

    /// <summary>Hears of the solver's plans while it works.</summary>
    private sealed class Told(TalkSearch search, TalkModel model) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() => search.Take(model.Read(BooleanValue));
    }
}

/// <summary>How the solver is asked.</summary>
internal enum TalkSearchWay
{
    /// <summary>Guided by cores: raises the bound.</summary>
    Cores,

    /// <summary>From the best plan, with the linear relaxation.</summary>
    FromBest,

    /// <summary>By turns guided by cores and by the linear relaxation; what one learns helps the other.</summary>
    Balanced,

    /// <summary>Any plan as good as the bound.</summary>
    AtBound,

    /// <summary>A part of a large problem.</summary>
    Part,
}
