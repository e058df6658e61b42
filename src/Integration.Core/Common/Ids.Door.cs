namespace Integration.Common;

/// <summary>Id of a guest who came without a registration. The device draws it, so that a repeated message makes one guest.</summary>
public readonly record struct WalkInId(Guid Value) : ITypedId<WalkInId>
{
    /// <summary>A new id.</summary>
    public static WalkInId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static WalkInId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a correction of somebody's attendance.</summary>
public readonly record struct AttendanceCorrectionId(Guid Value) : ITypedId<AttendanceCorrectionId>
{
    /// <summary>A new id.</summary>
    public static AttendanceCorrectionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static AttendanceCorrectionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
