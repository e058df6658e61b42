namespace Integration.Common;

/// <summary>Id of a stand at an event.</summary>
public readonly record struct StandId(Guid Value) : ITypedId<StandId>
{
    /// <summary>A new id.</summary>
    public static StandId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static StandId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a hall's floor plan.</summary>
public readonly record struct FloorPlanId(Guid Value) : ITypedId<FloorPlanId>
{
    /// <summary>A new id.</summary>
    public static FloorPlanId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static FloorPlanId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a tour of an event.</summary>
public readonly record struct TourId(Guid Value) : ITypedId<TourId>
{
    /// <summary>A new id.</summary>
    public static TourId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TourId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a group of a tour.</summary>
public readonly record struct TourGroupId(Guid Value) : ITypedId<TourGroupId>
{
    /// <summary>A new id.</summary>
    public static TourGroupId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TourGroupId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
