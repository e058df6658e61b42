using System.ComponentModel.DataAnnotations;
using Integration.Common;
using Integration.Data;

namespace Integration.Interpreters;

/// <summary>A task for which an interpreter is looked for.</summary>
public sealed class AssignmentForm
{
    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Kind of task.</summary>
    public AssignmentKind Kind { get; set; }

    /// <summary>The task in words; never a name.</summary>
    [MaxLength(InterpreterAssignment.TaskMaxLength)]
    public string Task { get; set; } = "";

    /// <summary>Language, code of the list Languages.</summary>
    [Required]
    public string Language { get; set; } = "";

    /// <summary>Whether a contract or legal instruction is interpreted.</summary>
    public bool LegallyBinding { get; set; }

    /// <summary>The person it is for, of the caller's own organisation; <see langword="null"/> for a group.</summary>
    public ParticipantId? ParticipantId { get; set; }

    /// <summary>Day.</summary>
    [Required]
    public DateOnly? Day { get; set; }

    /// <summary>Begin.</summary>
    [Required]
    public TimeOnly? StartsAt { get; set; }

    /// <summary>End; not later than the begin means on the next day.</summary>
    [Required]
    public TimeOnly? EndsAt { get; set; }

    /// <summary>Meeting point.</summary>
    [Required, MaxLength(200)]
    public string Place { get; set; } = "";

    internal Stretch Time => Stretch.Of(Day!.Value, StartsAt!.Value, EndsAt!.Value);

    /// <summary>What is missing or wrong in the form itself; <see langword="null"/> when it is complete.</summary>
    public Error? Problem(CodeCatalog catalog) =>
        Language.Length == 0 ? Errors.Required(nameof(Language))
        : !catalog.Has("Languages", Language) || Language == LanguageFits.German ? InterpreterErrors.LanguageUnknown(nameof(Language))
        : Day is null ? Errors.Required(nameof(Day))
        : StartsAt is null ? Errors.Required(nameof(StartsAt))
        : EndsAt is null ? Errors.Required(nameof(EndsAt))
        : StartsAt == EndsAt ? InterpreterErrors.NoTime(nameof(EndsAt))
        : Place.Trim().Length == 0 ? Errors.Required(nameof(Place))
        : Place.Length > 200 ? Errors.TooLong(nameof(Place), 200)
        : Task.Length > InterpreterAssignment.TaskMaxLength ? Errors.TooLong(nameof(Task), InterpreterAssignment.TaskMaxLength)
        : null;
}
