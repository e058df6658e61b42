using Integration.Planning.Talks;

namespace Integration.Planning.Tours;

/// <summary>A plan: who walks in which group, with whose help.</summary>
/// <param name="Groups">The groups that set off, by tour, start and number.</param>
public sealed record TourPlan(IReadOnlyList<PlannedGroup> Groups)
{
    /// <summary>A plan without a group.</summary>
    public static TourPlan Empty { get; } = new([]);
}

/// <summary>A group that sets off.</summary>
/// <param name="Tour">The tour.</param>
/// <param name="Start">The start of the tour, counted from 0.</param>
/// <param name="Number">The group's number at this start, counted from 0.</param>
/// <param name="Walks">Who walks in it.</param>
/// <param name="Interpreters">Who interprets: one for each language.</param>
public sealed record PlannedGroup(int Tour, int Start, int Number, IReadOnlyList<PlannedWalk> Walks, IReadOnlyList<GroupInterpreter> Interpreters);

/// <summary>Somebody in a group.</summary>
/// <param name="Person">The person.</param>
/// <param name="Language">The language that is interpreted for them; <see langword="null"/> for nobody's help.</param>
public readonly record struct PlannedWalk(int Person, string? Language = null);

/// <summary>The interpreter of a language in a group.</summary>
/// <param name="Language">The language.</param>
/// <param name="Interpreter">Who; <see langword="null"/> where interpreters are looked for afterwards.</param>
public readonly record struct GroupInterpreter(string Language, int? Interpreter = null);

/// <summary>What a plan is worth, counted from the plan alone. The properties stand in the order of the aims: a plan that is better in one is better,
/// whatever comes after.</summary>
/// <param name="Walkers">People with a wish who walk at least one tour; the more the better.</param>
/// <param name="Wishes">Summed weight of the wishes that come true; the more the better.</param>
/// <param name="Unaided">Summed need of those who walk without an interpreter, in hundredths; the less the better. It stands before the number of
/// interpreters: else people would be scattered so thinly that no group needs one.</param>
/// <param name="Interpreters">Languages that are interpreted, over all groups; the fewer the better.</param>
/// <param name="Bridges">Over everybody, how far down their list the language stands that they hear; the less the better.</param>
/// <param name="Circles">Different circles, over all groups; the fewer the better.</param>
/// <param name="Uneven">Over all starts, people between the largest and the smallest group; the fewer the better.</param>
public sealed record TourScore(int Walkers, int Wishes, int Unaided, int Interpreters, int Bridges, int Circles, int Uneven)
{
    /// <summary>Whether this is better than the other: in the first aim in which they differ.</summary>
    public bool BetterThan(TourScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Walkers, Wishes, -Unaided, -Interpreters, -Bridges, -Circles, -Uneven)
            .CompareTo((other.Walkers, other.Wishes, -other.Unaided, -other.Interpreters, -other.Bridges, -other.Circles, -other.Uneven)) > 0;
    }
}

/// <summary>What a search ended with.</summary>
public sealed record TourResult
{
    /// <summary>How it ended.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>The best plan; empty without one.</summary>
    public required TourPlan Plan { get; init; }

    /// <summary>What it is worth.</summary>
    public required TourScore Score { get; init; }

    /// <summary>How many aims, from the first on, are proven: no plan does better in them. All seven of a proven plan.</summary>
    public required int Proven { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The wishes that do not come true, with the reason; those of people who walk another of their tours stand here too.</summary>
    public IReadOnlyList<UnmetTour> Unmet { get; init; } = [];
}

/// <summary>A wish that does not come true.</summary>
/// <param name="Person">The person.</param>
/// <param name="Tour">The tour.</param>
/// <param name="Reason">Why.</param>
/// <param name="Language">The language that lacks an interpreter; <see langword="null"/> for other reasons.</param>
public readonly record struct UnmetTour(int Person, int Tour, UnmetTourReason Reason, string? Language = null);

/// <summary>Why a wish for a tour does not come true.</summary>
public enum UnmetTourReason
{
    /// <summary>The person, or their party, is not there at any start.</summary>
    NotThere,

    /// <summary>The person walks as many tours as anybody may.</summary>
    EnoughTours,

    /// <summary>The person walks another tour at that time.</summary>
    OtherTour,

    /// <summary>Nobody present interprets any language the person accepts.</summary>
    NoInterpreter,

    /// <summary>Fewer people could come than a group needs.</summary>
    TooFewPeople,

    /// <summary>All places of all groups are taken.</summary>
    Full,

    /// <summary>It would fit by itself, but not without giving up something that counts more.</summary>
    OthersCountMore,
}
