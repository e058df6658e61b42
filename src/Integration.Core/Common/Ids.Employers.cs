namespace Integration.Common;

/// <summary>Id of an employer's offer.</summary>
public readonly record struct JobOfferId(Guid Value) : ITypedId<JobOfferId>
{
    /// <summary>A new id.</summary>
    public static JobOfferId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static JobOfferId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
