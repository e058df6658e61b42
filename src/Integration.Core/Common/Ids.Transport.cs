namespace Integration.Common;

/// <summary>Id of a bus line of an event.</summary>
public readonly record struct BusLineId(Guid Value) : ITypedId<BusLineId>
{
    /// <summary>A new id.</summary>
    public static BusLineId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static BusLineId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a stop of a bus line.</summary>
public readonly record struct BusStopId(Guid Value) : ITypedId<BusStopId>
{
    /// <summary>A new id.</summary>
    public static BusStopId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static BusStopId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
