using System.Collections.Immutable;
using Integration.Access;
using Integration.Common;
using Integration.Planning.Talks;

namespace Integration.Web.TalkPlans;

/// <summary>Where a search for a plan is.</summary>
public enum PlanRunState
{
    /// <summary>Waits for another event's search.</summary>
    Waiting,

    /// <summary>Searches.</summary>
    Running,

    /// <summary>Has left a draft.</summary>
    Done,

    /// <summary>Was refused, found no plan, or broke; nothing was kept.</summary>
    Failed,
}

/// <summary>What a search had found at one moment.</summary>
/// <param name="At">Since its beginning.</param>
/// <param name="Value">The best plan's worth in points.</param>
/// <param name="Bound">What no plan can exceed, as far as proven.</param>
public readonly record struct PlanPoint(TimeSpan At, long Value, long Bound)
{
    /// <summary>The part of the bound that the best plan misses, 0 to 1; 0 where nothing can be missed.</summary>
    public double Gap => Bound <= Value ? 0 : Math.Min(1, (Bound - Value) / Math.Max(1.0, Math.Abs((double)Bound)));
}

/// <summary>What is asked of a search.</summary>
/// <param name="Limit">How long, at the most.</param>
/// <param name="Seed">Its chance.</param>
/// <param name="Name">What the draft is to be called; may be empty.</param>
/// <param name="LeastFit">From which fit on talks are offered that nobody has asked for; <see langword="null"/> for none.</param>
/// <param name="Aims">The order of the aims; <see langword="null"/> for the usual one.</param>
/// <param name="KeepFixedOf">The plan whose fixed talks stay; <see langword="null"/> for none.</param>
public sealed record PlanOrder(TimeSpan Limit, int Seed, string Name = "", int? LeastFit = null, IReadOnlyList<TalkAim>? Aims = null, TalkScheduleId? KeepFixedOf = null);

/// <summary>How a search ended: with the draft that was stored, and words for its reader.</summary>
public sealed record PlanOutcome(Guid Draft, string Text);

/// <summary>What a search does. Cancelling asks it for the best plan so far.</summary>
public delegate Task<Result<PlanOutcome>> PlanWork(IServiceProvider services, FixedUser user, Action<PlanPoint> progress, CancellationToken stop);

/// <summary>The search for one event's plan. Changed by <see cref="PlanRuns"/> alone.</summary>
public sealed class PlanRun
{
    /// <summary>Most points of the curve; of more, every second one is left out.</summary>
    public const int MostPoints = 120;

    internal PlanRun(JobEventId jobEvent, FixedUser owner, PlanOrder order, DateTime now) => (Event, Owner, Order, StartedAt) = (jobEvent, owner, order, now);

    /// <summary>The id.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The event.</summary>
    public JobEventId Event { get; }

    /// <summary>Who started it; it works with the rights of that moment.</summary>
    public FixedUser Owner { get; }

    /// <summary>What was asked.</summary>
    public PlanOrder Order { get; }

    /// <summary>When it was ordered (UTC).</summary>
    public DateTime StartedAt { get; }

    /// <summary>When it began to search (UTC); <see langword="null"/> while it waits.</summary>
    public DateTime? BegunAt { get; internal set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; internal set; }

    /// <summary>Where it is.</summary>
    public PlanRunState State { get; internal set; }

    /// <summary>Whether it goes on.</summary>
    public bool Open => State is PlanRunState.Waiting or PlanRunState.Running;

    /// <summary>Whether it was told to end; it still stores what it has.</summary>
    public bool Stopping => Open && Stop.IsCancellationRequested;

    /// <summary>What it has found, in order of time.</summary>
    public ImmutableList<PlanPoint> Points { get; private set; } = [];

    /// <summary>The draft it has left.</summary>
    public Guid? Draft { get; internal set; }

    /// <summary>What came of it, for people.</summary>
    public string Text { get; internal set; } = "";

    internal CancellationTokenSource Stop { get; } = new();

    internal Task Ended { get; set; } = Task.CompletedTask;

    // One search tells from one thread at a time; pages read a list that never changes under them.
    internal void Add(PlanPoint point)
    {
        var points = Points.Add(point);
        Points = points.Count <= MostPoints ? points : points.Where((_, i) => i % 2 == 0 || i == points.Count - 1).ToImmutableList();
    }
}
