namespace Integration.Common;

/// <summary>Id of a step towards an outcome. The page draws it, so that a repeated click makes one step.</summary>
public readonly record struct OutcomeStepId(Guid Value) : ITypedId<OutcomeStepId>
{
    /// <summary>A new id.</summary>
    public static OutcomeStepId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static OutcomeStepId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a dated task of a case manager.</summary>
public readonly record struct CaseTaskId(Guid Value) : ITypedId<CaseTaskId>
{
    /// <summary>A new id.</summary>
    public static CaseTaskId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static CaseTaskId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a telephone call with an employer. The page draws it, so that a repeated click makes one call.</summary>
public readonly record struct EmployerCallId(Guid Value) : ITypedId<EmployerCallId>
{
    /// <summary>A new id.</summary>
    public static EmployerCallId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static EmployerCallId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of the request for an employer's feedback.</summary>
public readonly record struct FeedbackRequestId(Guid Value) : ITypedId<FeedbackRequestId>
{
    /// <summary>A new id.</summary>
    public static FeedbackRequestId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static FeedbackRequestId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of an employer's feedback; nothing leads from it to the employer.</summary>
public readonly record struct EmployerFeedbackId(Guid Value) : ITypedId<EmployerFeedbackId>
{
    /// <summary>A new id.</summary>
    public static EmployerFeedbackId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static EmployerFeedbackId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
