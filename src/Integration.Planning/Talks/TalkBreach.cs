namespace Integration.Planning.Talks;

/// <summary>A rule that a plan breaks.</summary>
public enum TalkBreachKind
{
    /// <summary>The plan names a request that the problem does not have.</summary>
    RequestUnknown,

    /// <summary>The plan names a slot that the problem does not have.</summary>
    SlotUnknown,

    /// <summary>The plan names a table that the host does not have; a talk without host is at table 0.</summary>
    TableUnknown,

    /// <summary>The plan names an interpreter whom the problem does not have.</summary>
    InterpreterUnknown,

    /// <summary>A request takes place more than once.</summary>
    RequestTwice,

    /// <summary>A request takes place in a slot that it rules out itself.</summary>
    SlotNotAllowed,

    /// <summary>A person has not arrived yet or has left already.</summary>
    PersonAbsent,

    /// <summary>A person is on a tour or in a workshop.</summary>
    PersonElsewhere,

    /// <summary>A person has two talks in one slot.</summary>
    PersonTwice,

    /// <summary>The host receives nobody in the slot.</summary>
    HostClosed,

    /// <summary>More people sit at a table than the host's group size.</summary>
    TableTooFull,

    /// <summary>Talks in different languages, or with and without one, share a table.</summary>
    TwoLanguagesAtTable,

    /// <summary>Talks with different interpreters share a table.</summary>
    TwoInterpretersAtTable,

    /// <summary>More tables are taken in a slot than the house has.</summary>
    HouseTooFull,

    /// <summary>A talk with people who need a language has none.</summary>
    LanguageMissing,

    /// <summary>A talk in which everybody speaks German has a language.</summary>
    LanguageNotNeeded,

    /// <summary>Somebody who needs a language does not accept the one of the talk.</summary>
    LanguageNotAccepted,

    /// <summary>The interpreter does not master the language of the talk.</summary>
    LanguageNotMastered,

    /// <summary>Nobody interprets, and the host does not speak the language of the talk.</summary>
    InterpreterMissing,

    /// <summary>Somebody interprets although everybody speaks German or a language of the host.</summary>
    InterpreterNotNeeded,

    /// <summary>Somebody interprets for a person for whom they must not (DOMAIN §6.3, R1 and R2).</summary>
    InterpreterRuledOut,

    /// <summary>An interpreter has not arrived yet or has left already.</summary>
    InterpreterAbsent,

    /// <summary>An interpreter works elsewhere.</summary>
    InterpreterElsewhere,

    /// <summary>An interpreter is at two tables in one slot.</summary>
    InterpreterTwice,

    /// <summary>An interpreter works too long without a pause (R5).</summary>
    PauseMissing,

    /// <summary>An interpreter works too long on the day (R5).</summary>
    DayTooLong,

    /// <summary>A request without which there is no plan does not take place.</summary>
    RequiredMissing,

    /// <summary>A talk that the organiser has decided does not take place, or not as decided.</summary>
    FixedNotKept,

    /// <summary>A talk that the organiser has ruled out takes place.</summary>
    ForbiddenHeld,

    /// <summary>Two requests take place in the wrong order.</summary>
    OrderBroken,

    /// <summary>One person has too many more gaps than another.</summary>
    GapsUneven,
}

/// <summary>A rule that a plan breaks, and where. What plays no part is <see langword="null"/>.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Request">The request; in a conflict of two, the one that comes first in the plan.</param>
/// <param name="Other">The other request of a conflict of two.</param>
/// <param name="Person">The person.</param>
/// <param name="Host">The host.</param>
/// <param name="Interpreter">The interpreter.</param>
/// <param name="Slot">The slot; the first one of a stretch without pause.</param>
public sealed record TalkBreach(
    TalkBreachKind Kind, int? Request = null, int? Other = null, int? Person = null, int? Host = null, int? Interpreter = null, int? Slot = null);
