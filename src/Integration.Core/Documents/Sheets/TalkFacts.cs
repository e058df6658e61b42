using Integration.Common;

namespace Integration.Documents.Sheets;

/// <summary>A planned talk on paper: who sits together at one table at one time. Those at the table know one another by Chiffre alone.</summary>
public sealed record PaperTalk
{
    /// <summary>Its day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Begin.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>End.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>Whose table it is.</summary>
    public required OrganisationId EmployerId { get; init; }

    /// <summary>Name of the employer.</summary>
    public required string Employer { get; init; }

    /// <summary>Number of the employer's stand and room or part of the hall, in a line; empty when neither is known.</summary>
    public string Place { get; init; } = "";

    /// <summary>Number of the table, counted from 1.</summary>
    public required int Table { get; init; }

    /// <summary>What is spoken or interpreted, in German; empty for German.</summary>
    public string Language { get; init; } = "";

    /// <summary>Who interprets; <see langword="null"/> where nobody is needed.</summary>
    public InterpreterId? InterpreterId { get; init; }

    /// <summary>Name of the interpreter as colleagues know it: for the interpreter's own list; empty without one.</summary>
    public string InterpreterName { get; init; } = "";

    /// <summary>Whoever comes, by Chiffre.</summary>
    public required IReadOnlyList<PaperTalker> People { get; init; }

    /// <summary>What guests call the interpreter: the first name, and nothing where a title leads the name or there is no first name.</summary>
    public string InterpreterCalled => InterpreterName.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, _, ..] && !first.EndsWith('.') && !first.EndsWith(',') && !Salutations.Contains(first)
        ? first : "";

    private static IReadOnlySet<string> Salutations { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Frau", "Herr", "Familie" };
}

/// <summary>Somebody who comes to a talk.</summary>
/// <param name="Registration">The registration, by which other papers find them.</param>
/// <param name="Chiffre">Chiffre of the released profile.</param>
/// <param name="ForInterpreter">What the interpreter calls them (R7): the first name where they consented to it, otherwise the Chiffre.</param>
public sealed record PaperTalker(RegistrationId Registration, string Chiffre, string ForInterpreter);
