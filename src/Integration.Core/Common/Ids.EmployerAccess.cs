namespace Integration.Common;

/// <summary>Id of what a company keeps about a profile.</summary>
public readonly record struct EmployerNoteId(Guid Value) : ITypedId<EmployerNoteId>
{
    /// <summary>A new id.</summary>
    public static EmployerNoteId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static EmployerNoteId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
