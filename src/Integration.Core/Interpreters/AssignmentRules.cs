using Integration.Common;

namespace Integration.Interpreters;

/// <summary>What is to be interpreted, as far as the rules go.</summary>
/// <param name="Kind">Kind of task.</param>
/// <param name="Wish">The language; for a named person with what they ticked as acceptable instead.</param>
/// <param name="Time">When.</param>
/// <param name="Town">Town of the event.</param>
/// <param name="LegallyBinding">Whether a contract or legal instruction is interpreted (R6).</param>
/// <param name="PreferredGender">Gender that the named person asks for (R2); <see langword="null"/> for none.</param>
public sealed record InterpretingTask(AssignmentKind Kind, LanguageWish Wish, Stretch Time, string Town, bool LegallyBinding, Gender? PreferredGender);

/// <summary>Why an interpreter cannot have a task: these cannot be overruled.</summary>
public enum AssignmentObstacle
{
    /// <summary>The language does not fit (R4).</summary>
    WrongLanguage,

    /// <summary>Interprets in the other direction only.</summary>
    WrongDirection,

    /// <summary>Has another assignment then.</summary>
    Overlaps,

    /// <summary>Has said not to be available then.</summary>
    NotAvailable,

    /// <summary>Not for this person (R1, R2). Whether they are related or the person declined is nobody's business.</summary>
    NotForThisPerson,

    /// <summary>A contract or legal instruction needs a sworn interpreter (R6).</summary>
    NotSworn,

    /// <summary>Takes no assignments any more.</summary>
    Inactive,
}

/// <summary>Why an interpreter is a good choice.</summary>
public enum AssignmentReason
{
    /// <summary>Speaks the very language or variety.</summary>
    ExactLanguage,

    /// <summary>Speaks one that each understands.</summary>
    MutualLanguage,

    /// <summary>Speaks one that the person ticked.</summary>
    BridgeLanguage,

    /// <summary>Sworn, with a degree, or trained as language and integration mediator.</summary>
    Qualified,

    /// <summary>Has the gender that the person asks for.</summary>
    GenderAsked,

    /// <summary>Lives in the event's town.</summary>
    SameTown,

    /// <summary>Has said to be available then.</summary>
    Available,

    /// <summary>Is at the event already.</summary>
    AlreadyThere,
}

/// <summary>What to think of before choosing an interpreter; it does not forbid the choice.</summary>
public enum AssignmentWarning
{
    /// <summary>More than two hours without a break (R5).</summary>
    BreakMissing,

    /// <summary>More than three hours without a break: a second interpreter (R5).</summary>
    SecondInterpreterNeeded,

    /// <summary>More hours on that day than they want.</summary>
    OverHours,

    /// <summary>The person asks for another gender.</summary>
    OtherGender,

    /// <summary>The certificate of good conduct or the declaration of commitment is missing.</summary>
    PapersMissing,

    /// <summary>Nothing is known about that time.</summary>
    AvailabilityUnknown,

    /// <summary>Somebody is registered for whom this interpreter must not interpret.</summary>
    ConflictAtEvent,
}

/// <summary>What the rules say about an interpreter and a task.</summary>
/// <param name="Fit">How the language fits.</param>
/// <param name="Obstacles">What forbids it; none when it is possible.</param>
/// <param name="Reasons">What speaks for it.</param>
/// <param name="Warnings">What to think of.</param>
public sealed record Judgement(
    LanguageFit Fit, IReadOnlyList<AssignmentObstacle> Obstacles, IReadOnlyList<AssignmentReason> Reasons, IReadOnlyList<AssignmentWarning> Warnings)
{
    /// <summary>Whether nothing forbids it.</summary>
    public bool Possible => Obstacles.Count == 0;

    /// <summary>Orders proposals: the fit of the language first, then what speaks for it less what speaks against it.</summary>
    public int Rank => ((int)Fit * 100) + (Reasons.Count * 5) - (Warnings.Count * 10);
}

/// <summary>The rules R1 to R6 of DOMAIN §6.3 for one interpreter and one task.</summary>
public static class AssignmentRules
{
    /// <summary>Judges.</summary>
    /// <param name="task">The task.</param>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="others">The interpreter's other assignments of that day and the days beside it that take time.</param>
    /// <param name="refused">Whether there is a conflict with the named person.</param>
    /// <param name="conflictAtEvent">Whether there is one with somebody else who is registered.</param>
    public static Judgement Judge(
        InterpretingTask task, Interpreter interpreter, IReadOnlyCollection<InterpreterAssignment> others, bool refused, bool conflictAtEvent)
    {
        var fit = LanguageFits.Best(task.Wish, interpreter.Languages.Select(language => language.Code));
        var available = Availability.At(interpreter, task.Time);
        var times = others.Select(other => other.Time).ToList();

        var obstacles = new List<AssignmentObstacle>();
        Add(obstacles, AssignmentObstacle.Inactive, !interpreter.Active);
        Add(obstacles, AssignmentObstacle.WrongLanguage, fit == LanguageFit.None);
        Add(obstacles, AssignmentObstacle.WrongDirection, fit != LanguageFit.None && !Speaks(interpreter, task, fit));
        Add(obstacles, AssignmentObstacle.NotForThisPerson, refused);
        Add(obstacles, AssignmentObstacle.NotSworn, task.LegallyBinding && interpreter.Qualification != InterpreterQualification.Sworn);
        Add(obstacles, AssignmentObstacle.Overlaps, times.Exists(time => time.Overlaps(task.Time)));
        Add(obstacles, AssignmentObstacle.NotAvailable, available == false);

        var reasons = new List<AssignmentReason>();
        Add(reasons, AssignmentReason.ExactLanguage, fit == LanguageFit.Exact);
        Add(reasons, AssignmentReason.MutualLanguage, fit == LanguageFit.Mutual);
        Add(reasons, AssignmentReason.BridgeLanguage, fit == LanguageFit.Bridge);
        Add(reasons, AssignmentReason.Qualified, interpreter.Qualification is InterpreterQualification.Sworn or InterpreterQualification.Degree or InterpreterQualification.Sprint);
        Add(reasons, AssignmentReason.GenderAsked, task.PreferredGender is { } asked && interpreter.Gender == asked);
        Add(reasons, AssignmentReason.SameTown, interpreter.Municipality.Length > 0 && interpreter.Municipality == task.Town);
        Add(reasons, AssignmentReason.Available, available == true);
        Add(reasons, AssignmentReason.AlreadyThere, times.Exists(time => time.Start.Date == task.Time.Start.Date));
        return new Judgement(fit, obstacles, reasons, Warnings(task, interpreter, times, available, conflictAtEvent));
    }

    private static List<AssignmentWarning> Warnings(InterpretingTask task, Interpreter interpreter, List<Stretch> times, bool? available, bool conflictAtEvent)
    {
        var work = times.Append(task.Time).ToList();
        // Of all the work around it, only the stretch that the task lies in is the task's concern.
        var advice = WorkStretches.Advice(WorkStretches.Continuous(work).Where(stretch => stretch.Overlaps(task.Time)));
        var sameDay = work.Where(time => time.Start.Date == task.Time.Start.Date);
        var warnings = new List<AssignmentWarning>();
        Add(warnings, AssignmentWarning.BreakMissing, advice == BreakAdvice.Break);
        Add(warnings, AssignmentWarning.SecondInterpreterNeeded, advice == BreakAdvice.SecondInterpreter);
        Add(warnings, AssignmentWarning.OverHours, interpreter.MaxHoursPerDay is { } most && WorkStretches.Total(sameDay) > TimeSpan.FromHours(most));
        Add(warnings, AssignmentWarning.OtherGender, task.PreferredGender is { } asked && interpreter.Gender != asked);
        Add(warnings, AssignmentWarning.PapersMissing, interpreter.ConductCertificateOn is null || interpreter.PledgeOn is null);
        Add(warnings, AssignmentWarning.AvailabilityUnknown, available is null);
        Add(warnings, AssignmentWarning.ConflictAtEvent, conflictAtEvent);
        return warnings;
    }

    // Whoever listens to a lecture does not answer; everything else goes both ways.
    private static bool Speaks(Interpreter interpreter, InterpretingTask task, LanguageFit fit) => interpreter.Languages.Exists(language =>
        LanguageFits.Of(task.Wish, language.Code) == fit
        && (language.Direction == InterpretingDirection.Both || (task.Kind == AssignmentKind.Lecture && language.Direction == InterpretingDirection.FromGerman)));

    private static void Add<T>(List<T> list, T item, bool holds)
    {
        if (holds)
        {
            list.Add(item);
        }
    }
}
