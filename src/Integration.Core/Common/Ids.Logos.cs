namespace Integration.Common;

/// <summary>Id of a logo of an event.</summary>
public readonly record struct EventLogoId(Guid Value) : ITypedId<EventLogoId>
{
    /// <summary>A new id.</summary>
    public static EventLogoId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static EventLogoId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
