using Integration.Common;

namespace Integration.Transport;

/// <summary>A shuttle bus to an event and back.</summary>
public class BusLine : IVersioned, IOfEvent
{
    /// <summary>The id.</summary>
    public BusLineId Id { get; set; } = BusLineId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Name or number.</summary>
    public string Name { get; set; } = "";

    /// <summary>Bus company.</summary>
    public string Company { get; set; } = "";

    /// <summary>Telephone number for the day.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Seats, without the driver's.</summary>
    public int Seats { get; set; }

    /// <summary>How many of them are places for a wheelchair.</summary>
    public int WheelchairPlaces { get; set; }

    /// <summary>When it arrives at the event.</summary>
    public TimeOnly ArrivesAt { get; set; }

    /// <summary>When it leaves the event; <see langword="null"/> when it does not drive back.</summary>
    public TimeOnly? LeavesAt { get; set; }

    /// <summary>Minutes that it is late on the day.</summary>
    public int LateByMinutes { get; set; }

    /// <summary>Stops on the way there.</summary>
    public List<BusStop> Stops { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A stop of a line.</summary>
public class BusStop
{
    /// <summary>The id.</summary>
    public BusStopId Id { get; set; } = BusStopId.New();

    /// <summary>The line.</summary>
    public BusLineId LineId { get; set; }

    /// <summary>Its number on the line, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Name of the stop.</summary>
    public string Name { get; set; } = "";

    /// <summary>Municipality whose people are put on here.</summary>
    public string Municipality { get; set; } = "";

    /// <summary>When the bus leaves from here.</summary>
    public TimeOnly LeavesAt { get; set; }

    /// <summary>When it is back here; <see langword="null"/> when it does not drive back.</summary>
    public TimeOnly? BackAt { get; set; }
}

/// <summary>A seat in a bus, for one registered person.</summary>
public class BusSeat
{
    /// <summary>The registration; a person has one seat.</summary>
    public RegistrationId RegistrationId { get; set; }

    /// <summary>The line.</summary>
    public BusLineId LineId { get; set; }

    /// <summary>Where they get on.</summary>
    public BusStopId StopId { get; set; }

    /// <summary>Number of the seat on its line, from 1: no two people have the same.</summary>
    public int Number { get; set; }

    /// <summary>Whether they need a place for a wheelchair.</summary>
    public bool Wheelchair { get; set; }

    /// <summary>Whether somebody chose it by hand: a new distribution leaves it.</summary>
    public bool ByHand { get; set; }
}
