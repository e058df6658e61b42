namespace Integration.Planning.Talks;

/// <summary>A plan: which requests take place, when, at which table, with whose help.</summary>
/// <param name="Talks">The talks, each request at most once, in order of the requests.</param>
public sealed record TalkPlan(IReadOnlyList<PlannedTalk> Talks)
{
    /// <summary>A plan without a talk.</summary>
    public static TalkPlan Empty { get; } = new([]);
}

/// <summary>A request that takes place. Requests in the same slot at the same table of a host share it, its interpreter and its language.</summary>
/// <param name="Request">The request.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Table">The table at its host, counted from 0; 0 for a talk without host.</param>
/// <param name="Interpreter">Who interprets; <see langword="null"/> where nobody is needed.</param>
/// <param name="Language">The language that is interpreted, or spoken at the host's table; <see langword="null"/> for German.</param>
public readonly record struct PlannedTalk(int Request, int Slot, int Table, int? Interpreter = null, string? Language = null);

/// <summary>How a search ended.</summary>
public enum PlanStatus
{
    /// <summary>No better plan exists.</summary>
    Optimal,

    /// <summary>A plan; a better one may exist, at most as good as the bound.</summary>
    Feasible,

    /// <summary>No plan keeps all rules and everything fixed or required.</summary>
    Infeasible,

    /// <summary>Stopped before a plan was found or ruled out.</summary>
    Unknown,
}

/// <summary>What a plan is worth, counted from the plan alone.</summary>
/// <param name="Held">Requests that take place.</param>
/// <param name="MutualHeld">Those of them that both sides want.</param>
/// <param name="MutualMissed">Requests that both sides want and that do not take place.</param>
/// <param name="WithoutTalk">People who asked for a talk and have none.</param>
/// <param name="Gaps">Gaps of all people together.</param>
/// <param name="MostGaps">The largest number of gaps of one person.</param>
/// <param name="FewestGaps">The smallest number of gaps of one person.</param>
/// <param name="Walks">Rooms of all people, beyond the first of each.</param>
/// <param name="MostLoad">Talks (tables times slots) of the interpreter with the most.</param>
/// <param name="FewestLoad">Talks of the interpreter with the fewest.</param>
/// <param name="Value">All of it in points, see <see cref="TalkPoints"/>.</param>
public sealed record TalkScore(
    int Held, int MutualHeld, int MutualMissed, int WithoutTalk, int Gaps, int MostGaps, int FewestGaps, int Walks, int MostLoad, int FewestLoad, long Value);

/// <summary>What a search has found so far.</summary>
/// <param name="Elapsed">Since its beginning.</param>
/// <param name="Value">The best plan's worth in points.</param>
/// <param name="Bound">What no plan can exceed, as far as proven.</param>
/// <param name="Plan">The best plan.</param>
public sealed record TalkProgress(TimeSpan Elapsed, long Value, long Bound, TalkPlan Plan);

/// <summary>How long and with which chance a search works.</summary>
public sealed record SearchOptions
{
    /// <summary>How long, at the most.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The same problem, seed and one worker give the same plan where the search ends by proof; a search ended by the clock depends on the machine.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>What a search ended with.</summary>
public sealed record TalkResult
{
    /// <summary>How it ended.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>The best plan; empty without one.</summary>
    public required TalkPlan Plan { get; init; }

    /// <summary>Its worth in points.</summary>
    public required long Value { get; init; }

    /// <summary>What no plan can exceed, in points; equal to the worth where the plan is proven optimal.</summary>
    public required long Bound { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>When the first plan stood.</summary>
    public TimeSpan FirstPlanAfter { get; init; }

    /// <summary>The requests that do not take place, by reason; in order of the reasons' weight.</summary>
    public IReadOnlyList<UnmetTalks> Unmet { get; init; } = [];

    /// <summary>The part of the bound that the plan misses, 0 for a proven plan: (bound − value) / |bound|.</summary>
    public double Gap => Bound == Value ? 0 : (Bound - Value) / Math.Max(1.0, Math.Abs((double)Bound));
}

/// <summary>Why requests do not take place.</summary>
public enum UnmetReason
{
    /// <summary>The organiser has ruled the talk out.</summary>
    Forbidden,

    /// <summary>The person is not there, or elsewhere, whenever the host receives.</summary>
    NeverBothThere,

    /// <summary>Nobody present interprets any language the person accepts.</summary>
    NoInterpreterOfLanguage,

    /// <summary>Everybody who interprets it is ruled out for this person.</summary>
    InterpretersRuledOut,

    /// <summary>Those who interpret the language are all in talks whenever the two could meet.</summary>
    InterpretersBusy,

    /// <summary>All the host's tables are taken whenever the two could meet.</summary>
    TablesTaken,

    /// <summary>The person has other talks whenever the host has a table.</summary>
    PersonBusy,

    /// <summary>It would fit by itself, but not without giving up something that counts more.</summary>
    OthersCountMore,
}

/// <summary>Requests that do not take place for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Language">The language that lacks an interpreter; <see langword="null"/> for other reasons.</param>
/// <param name="Host">The host whose tables are taken; <see langword="null"/> for other reasons.</param>
/// <param name="From">From when the scarcity lasts, in minutes; <see langword="null"/> where time plays no part.</param>
/// <param name="Until">Until when, in minutes.</param>
/// <param name="Requests">The requests.</param>
public sealed record UnmetTalks(UnmetReason Reason, string? Language, int? Host, int? From, int? Until, IReadOnlyList<int> Requests);
