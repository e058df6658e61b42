namespace Integration.Common;

/// <summary>Id of an employer's tables at an event.</summary>
public readonly record struct TalkVenueId(Guid Value) : ITypedId<TalkVenueId>
{
    /// <summary>A new id.</summary>
    public static TalkVenueId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TalkVenueId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a stretch of an event in which talks take place.</summary>
public readonly record struct TalkTimesId(Guid Value) : ITypedId<TalkTimesId>
{
    /// <summary>A new id.</summary>
    public static TalkTimesId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TalkTimesId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a plan of talks.</summary>
public readonly record struct TalkScheduleId(Guid Value) : ITypedId<TalkScheduleId>
{
    /// <summary>A new id.</summary>
    public static TalkScheduleId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TalkScheduleId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of one person's talk in a plan.</summary>
public readonly record struct ScheduledTalkId(Guid Value) : ITypedId<ScheduledTalkId>
{
    /// <summary>A new id.</summary>
    public static ScheduledTalkId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ScheduledTalkId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
