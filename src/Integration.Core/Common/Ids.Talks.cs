namespace Integration.Common;

/// <summary>Id of the contact of an employer with a released profile.</summary>
public readonly record struct ContactId(Guid Value) : ITypedId<ContactId>
{
    /// <summary>A new id.</summary>
    public static ContactId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ContactId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
