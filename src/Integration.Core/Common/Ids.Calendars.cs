namespace Integration.Common;

/// <summary>Id of a subscribed calendar.</summary>
public readonly record struct CalendarFeedId(Guid Value) : ITypedId<CalendarFeedId>
{
    /// <summary>A new id.</summary>
    public static CalendarFeedId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static CalendarFeedId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a rule by which people are reminded of an event.</summary>
public readonly record struct ReminderRuleId(Guid Value) : ITypedId<ReminderRuleId>
{
    /// <summary>A new id.</summary>
    public static ReminderRuleId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ReminderRuleId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
