namespace Integration.Common;

/// <summary>Id of a series of events.</summary>
public readonly record struct EventSeriesId(Guid Value) : ITypedId<EventSeriesId>
{
    /// <summary>A new id.</summary>
    public static EventSeriesId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static EventSeriesId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a task of an event's preparation.</summary>
public readonly record struct EventTaskId(Guid Value) : ITypedId<EventTaskId>
{
    /// <summary>A new id.</summary>
    public static EventTaskId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static EventTaskId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
