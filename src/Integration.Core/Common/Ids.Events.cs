namespace Integration.Common;

/// <summary>Id of a stage of an event.</summary>
public readonly record struct StageId(Guid Value) : ITypedId<StageId>
{
    /// <summary>A new id.</summary>
    public static StageId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static StageId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a room of an event.</summary>
public readonly record struct RoomId(Guid Value) : ITypedId<RoomId>
{
    /// <summary>A new id.</summary>
    public static RoomId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static RoomId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of an item of an event's programme.</summary>
public readonly record struct ProgrammeItemId(Guid Value) : ITypedId<ProgrammeItemId>
{
    /// <summary>A new id.</summary>
    public static ProgrammeItemId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ProgrammeItemId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
