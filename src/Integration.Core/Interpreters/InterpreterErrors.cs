using Integration.Common;

namespace Integration.Interpreters;

/// <summary>What can go wrong with interpreters and their assignments.</summary>
public static class InterpreterErrors
{
    /// <summary>Not an e-mail address.</summary>
    public static Error EmailInvalid { get; } = new("Interpreter_EmailInvalid") { Field = nameof(Interpreter.Email) };

    /// <summary>No language.</summary>
    public static Error LanguageMissing { get; } = new("Interpreter_LanguageMissing") { Field = nameof(Interpreter.Languages) };

    /// <summary>A language that the list does not have, or German, or one twice.</summary>
    public static Error LanguageUnknown(string field) => new("Interpreter_LanguageUnknown") { Field = field };

    /// <summary>A number that cannot be.</summary>
    public static Error NumberImpossible(string field) => new("Interpreter_NumberImpossible") { Field = field };

    /// <summary>The user is nobody of the organisation, or belongs to another interpreter.</summary>
    public static Error UserUnknown { get; } = new("Interpreter_UserUnknown") { Field = nameof(Interpreter.UserId) };

    /// <summary>The event is closed or cancelled.</summary>
    public static Error EventOver { get; } = new("Interpreter_EventOver");

    /// <summary>The time of the assignment is over.</summary>
    public static Error TimeOver { get; } = new("Interpreter_TimeOver");

    /// <summary>A rule that cannot be broken forbids it.</summary>
    public static Error NotPossible(AssignmentObstacle obstacle) => new("Interpreter_NotPossible", obstacle.Label());

    /// <summary>There is no address to send the request to.</summary>
    public static Error NoEmail { get; } = new("Interpreter_NoEmail");

    /// <summary>A state that cannot follow.</summary>
    public static Error Transition(AssignmentState from, AssignmentState to) => new("Interpreter_Transition", from.Label(), to.Label());

    /// <summary>The link is unknown, replaced by a newer one, or too old.</summary>
    public static Error LinkVoid { get; } = new("Interpreter_LinkVoid");

    /// <summary>It was answered, or taken back, meanwhile.</summary>
    public static Error AlreadyAnswered { get; } = new("Interpreter_AlreadyAnswered");

    /// <summary>Work that has not begun cannot be recorded.</summary>
    public static Error TooEarly { get; } = new("Interpreter_TooEarly");

    /// <summary>Begin and end of the work are the same.</summary>
    public static Error NoTime(string field) => new("Interpreter_NoTime") { Field = field };
}
