using Integration.Common;
using Integration.Events;
using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>What is known before planning.</summary>
/// <param name="People">People who come with a released profile.</param>
/// <param name="Requests">Talks asked for or offered.</param>
/// <param name="Mutual">Those of them that both sides want.</param>
/// <param name="Offered">Those of them that only the fit speaks for.</param>
/// <param name="Employers">Employers with tables.</param>
/// <param name="Tables">Their tables.</param>
/// <param name="Slots">Times of a talk.</param>
/// <param name="Interpreters">Interpreters present.</param>
/// <param name="Languages">The need, by language, the largest first.</param>
/// <param name="Missing">What is missing, the most important first.</param>
public sealed record TalkProblemSummary(
    int People, int Requests, int Mutual, int Offered, int Employers, int Tables, int Slots, int Interpreters,
    IReadOnlyList<TalkLanguage> Languages, IReadOnlyList<TalkLack> Missing);

/// <summary>Need and cover of a language.</summary>
/// <param name="Language">Code of the list Languages.</param>
/// <param name="People">People who need it.</param>
/// <param name="Interpreters">Interpreters present who can interpret for them, in it or in one that every one of them accepts.</param>
/// <param name="Employers">Employers who speak it at their tables.</param>
public sealed record TalkLanguage(string Language, int People, int Interpreters, int Employers);

/// <summary>Something that is missing, and how much of it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How many people, employers or interpreters it is about; 0 where there is nothing to count.</param>
/// <param name="Language">The language, for <see cref="TalkLackKind.LanguageWithoutInterpreter"/>.</param>
public sealed record TalkLack(TalkLackKind Kind, int Count = 0, string Language = "");

/// <summary>What can be missing before talks are planned.</summary>
public enum TalkLackKind
{
    /// <summary>No times for talks: there is nothing to plan.</summary>
    NoTimes,

    /// <summary>No employer has a table.</summary>
    NoTables,

    /// <summary>Nobody who comes has a released profile.</summary>
    NoPeople,

    /// <summary>Nobody wants a talk.</summary>
    NoRequests,

    /// <summary>People need a language that nobody present interprets.</summary>
    LanguageWithoutInterpreter,

    /// <summary>Expected employers without tables.</summary>
    EmployersWithoutTables,

    /// <summary>People who come without a released profile; they are not planned.</summary>
    PeopleWithoutProfile,

    /// <summary>Interpreters who were asked and have not confirmed; they are not planned.</summary>
    InterpretersUnconfirmed,

    /// <summary>People whom nobody wants to talk with and who want to talk with nobody.</summary>
    PeopleWithoutRequest,
}

/// <summary>The plans of an event for those who lead it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Summary">What is known before planning, under the usual settings.</param>
/// <param name="Times">Times for talks, in their order.</param>
/// <param name="Venues">Employers expected, by name, with their tables.</param>
/// <param name="Stages">Stages to choose from.</param>
/// <param name="Schedules">The plans, newest first.</param>
public sealed record EventTalkPlans(
    JobEvent Event, TalkProblemSummary Summary, IReadOnlyList<TalkTimes> Times, IReadOnlyList<TalkVenueRow> Venues, IReadOnlyList<EventStage> Stages,
    IReadOnlyList<TalkScheduleRow> Schedules);

/// <summary>An employer expected at an event, with its tables.</summary>
/// <param name="EmployerId">The employer.</param>
/// <param name="Employer">Its name.</param>
/// <param name="Stand">Numbers of its stands; empty without one.</param>
/// <param name="Vouched">Whether somebody vouched for it; nobody else is planned.</param>
/// <param name="Venue">Its tables; <see langword="null"/> while nothing is entered.</param>
public sealed record TalkVenueRow(OrganisationId EmployerId, string Employer, string Stand, bool Vouched, TalkVenue? Venue);

/// <summary>A plan in the list.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name; empty for the number alone.</param>
/// <param name="State">State.</param>
/// <param name="Status">How the search ended.</param>
/// <param name="Value">Worth in points when the search ended.</param>
/// <param name="Bound">Proven bound.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Seed">Seed.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Talks">Talks, one a person and employer.</param>
/// <param name="People">People with a talk.</param>
/// <param name="Steps">Changes by hand.</param>
/// <param name="MadeFromId">The plan that it repairs.</param>
/// <param name="Pinned">Talks that are fixed.</param>
public sealed record TalkScheduleRow(
    TalkScheduleId Id, int Number, string Name, TalkScheduleState State, PlanStatus Status, long Value, long Bound, double Seconds, int Seed,
    DateTime MadeAt, DateTime? PublishedAt, int Talks, int People, int Steps, TalkScheduleId? MadeFromId, int Pinned = 0)
{
    /// <summary>The part of the bound that the plan misses, 0 for a proven plan.</summary>
    public double Gap => TalkNumbers.Gap(Value, Bound);
}

/// <summary>A plan with all its talks, for those who lead the event. People stand there by Chiffre alone.</summary>
public sealed record TalkBoard
{
    /// <summary>The event.</summary>
    public required JobEvent Event { get; init; }

    /// <summary>The plan.</summary>
    public required TalkScheduleRow Schedule { get; init; }

    /// <summary>Its version, for changes.</summary>
    public required Guid Version { get; init; }

    /// <summary>What it was asked for.</summary>
    public required TalkSettings Settings { get; init; }

    /// <summary>What it is worth as it stands now.</summary>
    public required TalkScore Score { get; init; }

    /// <summary>The times, in their order.</summary>
    public required IReadOnlyList<TalkSlotRow> Slots { get; init; }

    /// <summary>Employers with tables, by zone and name.</summary>
    public required IReadOnlyList<TalkHostRow> Hosts { get; init; }

    /// <summary>Everybody who can have a talk, by Chiffre.</summary>
    public required IReadOnlyList<TalkPersonRow> People { get; init; }

    /// <summary>Interpreters present, by name.</summary>
    public required IReadOnlyList<TalkInterpreterRow> Interpreters { get; init; }

    /// <summary>The sittings in order of time, employer and table.</summary>
    public required IReadOnlyList<TalkSitting> Sittings { get; init; }

    /// <summary>Asked-for talks that do not take place, by reason.</summary>
    public required IReadOnlyList<UnmetRow> Unmet { get; init; }

    /// <summary>What is wrong with it; a plan with a warning cannot be published.</summary>
    public required IReadOnlyList<TalkWarning> Warnings { get; init; }
}

/// <summary>A time for talks.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Stage">Number of the stretch of the event it belongs to, from 0.</param>
/// <param name="StartsAt">Begin.</param>
/// <param name="EndsAt">End.</param>
public sealed record TalkSlotRow(int Index, int Stage, TimeOnly StartsAt, TimeOnly EndsAt);

/// <summary>An employer with tables.</summary>
public sealed record TalkHostRow(OrganisationId Id, string Name, string Stand, string Zone, int Tables, int GroupSize, IReadOnlyList<string> Languages);

/// <summary>Somebody who can have a talk.</summary>
/// <param name="Id">The registration.</param>
/// <param name="Chiffre">Chiffre at this event; empty where no profile is in force any more.</param>
/// <param name="Language">Language for which an interpreter is needed; empty for German.</param>
/// <param name="Talks">Talks in the plan.</param>
public sealed record TalkPersonRow(RegistrationId Id, string Chiffre, string Language, int Talks);

/// <summary>Somebody who interprets.</summary>
public sealed record TalkInterpreterRow(InterpreterId Id, string Name, IReadOnlyList<string> Languages, int Sittings);

/// <summary>People at one table at one time.</summary>
public sealed record TalkSitting(
    TimeOnly StartsAt, TimeOnly EndsAt, OrganisationId EmployerId, string Employer, string Stand, string Zone, int Table, string Language,
    InterpreterId? InterpreterId, string Interpreter, IReadOnlyList<TalkSeat> Seats);

/// <summary>One person at a table.</summary>
public sealed record TalkSeat(ScheduledTalkId Id, RegistrationId RegistrationId, string Chiffre, TalkGround Ground, bool Pinned);

/// <summary>Talks that do not take place for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Words">The reason in a sentence, in the reader's language: "Von 15:00 bis 16:00 ist niemand für Tigrinya frei."</param>
/// <param name="Talks">The talks.</param>
public sealed record UnmetRow(UnmetReason Reason, string Words, IReadOnlyList<UnmetTalk> Talks);

/// <summary>A talk that does not take place; it can be put in by hand.</summary>
public sealed record UnmetTalk(RegistrationId RegistrationId, string Chiffre, OrganisationId EmployerId, string Employer, TalkGround Ground);

/// <summary>Something wrong with a plan.</summary>
/// <param name="Kind">The rule; <see langword="null"/> for a talk that the records no longer carry.</param>
/// <param name="Words">A sentence in the reader's language.</param>
/// <param name="Talks">The talks it is about.</param>
public sealed record TalkWarning(TalkBreachKind? Kind, string Words, IReadOnlyList<ScheduledTalkId> Talks);

/// <summary>Numbers of plans.</summary>
public static class TalkNumbers
{
    /// <summary>The part of the bound that a plan misses.</summary>
    public static double Gap(long value, long bound) => bound == value ? 0 : (bound - value) / Math.Max(1.0, Math.Abs((double)bound));
}
