namespace Integration.Planning.Buses;

/// <summary>Who rides to the event from where, and which buses drive. People, lines and stops are named by their place in their list, counted from 0; a
/// place is a number that lines and people share.</summary>
/// <remarks>Clock times are minutes since midnight of the event's first day. Who rides out in a bus rides back in it, on the same seat: the driver counts heads.</remarks>
public sealed record BusProblem
{
    /// <summary>Who rides. Among people who are the same for every aim those who come first have the seats.</summary>
    public required IReadOnlyList<BusRider> People { get; init; }

    /// <summary>The buses.</summary>
    public required IReadOnlyList<ShuttleLine> Lines { get; init; }

    /// <summary>People who stay together: at one stop in one bus, or none of them rides. Nobody is in two parties.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Parties { get; init; } = [];

    /// <summary>What makes one plan better than another, after everybody in a wheelchair and then everybody else has a seat; the most important first.</summary>
    public IReadOnlyList<BusAim> Aims { get; init; } = [BusAim.FirstChoice, BusAim.FewBuses, BusAim.ShortWaits];
}

/// <summary>Something that makes a plan of seats better.</summary>
public enum BusAim
{
    /// <summary>People get on at the stop that stands first on their list.</summary>
    FirstChoice,

    /// <summary>Few buses drive.</summary>
    FewBuses,

    /// <summary>Little time between a bus and what people come for.</summary>
    ShortWaits,

    /// <summary>No bus is full while another has room: who is late finds a seat in each.</summary>
    RoomInEach,
}

/// <summary>Somebody who rides.</summary>
public sealed record BusRider
{
    /// <summary>What the plan calls them: a Chiffre, never a name.</summary>
    public required string Key { get; init; }

    /// <summary>Places where they can get on, the nearest first.</summary>
    public IReadOnlyList<int> Places { get; init; } = [];

    /// <summary>Whether they come in a wheelchair.</summary>
    public bool Wheelchair { get; init; }

    /// <summary>When their bus has to be at the event, in minutes; <see langword="null"/>: any time.</summary>
    public int? ArriveBy { get; init; }

    /// <summary>Until when they stay, in minutes, where the bus takes them back; <see langword="null"/> for somebody who asks for no way back.</summary>
    public int? StaysUntil { get; init; }
}

/// <summary>A bus to the event and, perhaps, back.</summary>
public sealed record ShuttleLine
{
    /// <summary>What the plan calls it.</summary>
    public required string Key { get; init; }

    /// <summary>Seats, numbered from 1.</summary>
    public required int Seats { get; init; }

    /// <summary>How many of them, the first, are places for a wheelchair; others may sit there too.</summary>
    public int WheelchairPlaces { get; init; }

    /// <summary>Numbers of seats that people have already.</summary>
    public IReadOnlyList<int> Taken { get; init; } = [];

    /// <summary>The stops; a place occurs once.</summary>
    public required IReadOnlyList<LineStop> Stops { get; init; }

    /// <summary>When it is at the event, in minutes.</summary>
    public int ArrivesAt { get; init; }

    /// <summary>When it leaves the event, in minutes; <see langword="null"/> when it does not drive back.</summary>
    public int? LeavesAt { get; init; }
}

/// <summary>A stop of a line.</summary>
/// <param name="Place">The place.</param>
/// <param name="LeavesAt">When the bus leaves from here, in minutes; among stops of equal worth the later one is taken.</param>
/// <param name="DrivesBack">Whether the way back stops here too.</param>
public readonly record struct LineStop(int Place, int LeavesAt = 0, bool DrivesBack = true);
