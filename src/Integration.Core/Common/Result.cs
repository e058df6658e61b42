using System.Diagnostics.CodeAnalysis;

namespace Integration.Common;

/// <summary>An expected failure: a resource key of <c>Resources/Errors.resx</c> and the values for its holes.</summary>
/// <param name="Code">The key, for example <c>Participant_Duplicate</c>.</param>
/// <param name="Arguments">Values for the text's holes; never personal data of somebody the reader may not see.</param>
public sealed record Error(string Code, params object[] Arguments)
{
    /// <summary>The field of the form that the failure is about; the whole form when <see langword="null"/>.</summary>
    public string? Field { get; init; }
}

/// <summary>What a use case returns: done, or an expected failure. Bugs throw.</summary>
public readonly struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The failure; <see langword="null"/> when done.</summary>
    public Error? Error { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Done => Error is null;

    /// <summary>Done, with nothing to say.</summary>
    public static Result Ok => default;

    /// <summary>Wraps a failure.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>What a use case returns: a value, or an expected failure.</summary>
public readonly struct Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    /// <summary>The value; only meaningful when <see cref="Done"/>.</summary>
    public T? Value { get; }

    /// <summary>The failure; <see langword="null"/> when done.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Done => Error is null;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
