using Integration.Common;

namespace Integration.Web.Shared;

/// <summary>What is wrong in a form, by field; cascaded to its fields.</summary>
/// <param name="Prefix">Opens the ids of the form's fields, where a page has several forms.</param>
/// <param name="Failure">The failure that came back; <see langword="null"/> while all is well.</param>
/// <param name="Touched">Called after a field was changed. The framework does not let the change event bubble up to the form.</param>
public sealed record FormProblems(string Prefix = "", Error? Failure = null, Action? Touched = null)
{
    /// <summary>The sentence about one field.</summary>
    public string? Of(string field) =>
        Failure?.Field is { } wrong && (wrong == field || field.StartsWith(wrong + "[", StringComparison.Ordinal) && field.EndsWith("[0]", StringComparison.Ordinal))
            ? Texts.Of(Failure)
            : null;

    /// <summary>The sentence about the whole form.</summary>
    public string? Whole => Failure is null ? null : Texts.Of(Failure);
}
