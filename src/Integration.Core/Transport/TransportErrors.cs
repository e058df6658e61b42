using Integration.Common;

namespace Integration.Transport;

/// <summary>What can go wrong with buses.</summary>
public static class TransportErrors
{
    /// <summary>Stops are not in the order of their times, or after the arrival.</summary>
    public static Error StopsNotInOrder { get; } = new("Transport_StopsNotInOrder") { Field = "Stops" };

    /// <summary>Fewer seats than people already have in this bus, or more wheelchair places than seats.</summary>
    public static Error TooFewSeats { get; } = new("Transport_TooFewSeats") { Field = nameof(BusLine.Seats) };

    /// <summary>Somebody gets on at a stop that was taken away.</summary>
    public static Error StopInUse { get; } = new("Transport_StopInUse") { Field = "Stops" };

    /// <summary>No seat is free in this bus, or none for a wheelchair.</summary>
    public static Error BusFull { get; } = new("Transport_BusFull");
}
