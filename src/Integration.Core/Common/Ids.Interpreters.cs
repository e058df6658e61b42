namespace Integration.Common;

/// <summary>Id of an interpreter.</summary>
public readonly record struct InterpreterId(Guid Value) : ITypedId<InterpreterId>
{
    /// <summary>A new id.</summary>
    public static InterpreterId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static InterpreterId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of an interpreter's assignment.</summary>
public readonly record struct InterpreterAssignmentId(Guid Value) : ITypedId<InterpreterAssignmentId>
{
    /// <summary>A new id.</summary>
    public static InterpreterAssignmentId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static InterpreterAssignmentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
