namespace Integration.Common;

/// <summary>Failures that every use case shares. Each folder has a list of its own beside it.</summary>
public static class Errors
{
    /// <summary>The caller lacks the permission.</summary>
    public static Error Forbidden { get; } = new("Forbidden");

    /// <summary>There is no such record, or it belongs to somebody else: both look alike on purpose.</summary>
    public static Error NotFound { get; } = new("NotFound");

    /// <summary>Somebody else saved the record meanwhile.</summary>
    public static Error Conflict { get; } = new("Conflict");

    /// <summary>A required value is missing.</summary>
    public static Error Required(string field) => new("Required") { Field = field };

    /// <summary>A text is longer than <paramref name="max"/> characters.</summary>
    public static Error TooLong(string field, int max) => new("TooLong", max) { Field = field };
}
