using Integration.Planning.Talks;

namespace Integration.Planning.Buses;

/// <summary>A plan: who sits in which bus.</summary>
/// <param name="Seats">The seats, in order of the people.</param>
public sealed record BusPlan(IReadOnlyList<PlannedSeat> Seats)
{
    /// <summary>A plan without a seat.</summary>
    public static BusPlan Empty { get; } = new([]);
}

/// <summary>A seat in a bus, out and back.</summary>
/// <param name="Person">The person.</param>
/// <param name="Line">The line.</param>
/// <param name="Stop">The stop of the line, counted from 0.</param>
/// <param name="Number">The number of the seat, from 1.</param>
public readonly record struct PlannedSeat(int Person, int Line, int Stop, int Number);

/// <summary>What a plan of seats is worth, counted from the plan alone.</summary>
/// <param name="Wheelchairs">People in wheelchairs who have a seat.</param>
/// <param name="Seated">People who have a seat.</param>
/// <param name="Detours">Over everybody, how far down their list the place stands where they get on.</param>
/// <param name="Buses">Buses that drive: with somebody in them, from this plan or before.</param>
/// <param name="Waits">Minutes between the bus and what people come for, out and back, over everybody.</param>
/// <param name="Crowding">Squares of the free seats of each bus, summed: smallest where every bus has the same room left.</param>
public sealed record BusScore(int Wheelchairs, int Seated, int Detours, int Buses, int Waits, int Crowding)
{
    /// <summary>Counts.</summary>
    public static BusScore Of(BusProblem problem, BusPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var full = problem.Lines.Select((line, l) => line.Taken.Count + plan.Seats.Count(seat => seat.Line == l)).ToList();
        return new BusScore(
            plan.Seats.Count(seat => problem.People[seat.Person].Wheelchair),
            plan.Seats.Count,
            plan.Seats.Sum(seat => problem.People[seat.Person].Places.TakeWhile(place => place != problem.Lines[seat.Line].Stops[seat.Stop].Place).Count()),
            full.Count(people => people > 0),
            plan.Seats.Sum(seat => problem.People[seat.Person] is var who && problem.Lines[seat.Line] is var line
                ? (who.ArriveBy is { } by ? by - line.ArrivesAt : 0) + (who.StaysUntil is { } until ? line.LeavesAt!.Value - until : 0) : 0),
            problem.Lines.Select((line, l) => (line.Seats - full[l]) * (line.Seats - full[l])).Sum());
    }

    /// <summary>Whether this is better than the other: in the first aim in which they differ.</summary>
    public bool BetterThan(BusScore other, BusProblem problem)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Aims.Select(aim => other.Of(aim) - Of(aim)).Prepend(Seated - other.Seated).Prepend(Wheelchairs - other.Wheelchairs).FirstOrDefault(difference => difference != 0) > 0;
    }

    private int Of(BusAim aim) => aim switch
    {
        BusAim.FirstChoice => Detours,
        BusAim.FewBuses => Buses,
        BusAim.ShortWaits => Waits,
        BusAim.RoomInEach => Crowding,
        _ => throw new ArgumentOutOfRangeException(nameof(aim), aim, "An aim that is not counted."),
    };
}

/// <summary>What a search ended with.</summary>
public sealed record BusResult
{
    /// <summary>How it ended; never <see cref="PlanStatus.Infeasible"/>: a plan that leaves everybody behind keeps the rules.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>The best plan; empty without one.</summary>
    public required BusPlan Plan { get; init; }

    /// <summary>What it is worth.</summary>
    public required BusScore Score { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Who has no seat, with the reason.</summary>
    public IReadOnlyList<UnmetSeat> Unmet { get; init; } = [];
}

/// <summary>Somebody without a seat.</summary>
/// <param name="Person">The person.</param>
/// <param name="Reason">Why.</param>
public readonly record struct UnmetSeat(int Person, UnmetSeatReason Reason);

/// <summary>Why somebody has no seat.</summary>
public enum UnmetSeatReason
{
    /// <summary>No bus stops where they, and their party, can get on.</summary>
    NoStop,

    /// <summary>The buses that stop there arrive too late.</summary>
    TooLate,

    /// <summary>The buses that stop there and arrive in time do not take them back, or leave before they can.</summary>
    NoWayBack,

    /// <summary>No place for a wheelchair is left.</summary>
    NoWheelchairPlace,

    /// <summary>The buses that would do are full.</summary>
    Full,
}
