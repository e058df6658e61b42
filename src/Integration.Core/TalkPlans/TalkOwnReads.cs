using Integration.Common;

namespace Integration.TalkPlans;

/// <summary>Two plans side by side.</summary>
/// <param name="Before">The one.</param>
/// <param name="After">The other.</param>
/// <param name="BeforeScore">Worth of the one, counted today.</param>
/// <param name="AfterScore">Worth of the other.</param>
/// <param name="Changes">What differs, by Chiffre and time.</param>
/// <param name="Concerned">People whose day differs: theirs are the slips to print.</param>
public sealed record TalkComparison(
    TalkScheduleRow Before, TalkScheduleRow After, Planning.Talks.TalkScore BeforeScore, Planning.Talks.TalkScore AfterScore,
    IReadOnlyList<TalkChangeRow> Changes, IReadOnlyList<RegistrationId> Concerned);

/// <summary>A talk that is elsewhere, new, or gone.</summary>
/// <param name="RegistrationId">Who comes.</param>
/// <param name="Chiffre">Their Chiffre; empty where no profile is in force.</param>
/// <param name="EmployerId">Who receives them.</param>
/// <param name="Employer">Its name.</param>
/// <param name="Before">Time and table before; <see langword="null"/> for a new talk.</param>
/// <param name="After">Time and table afterwards; <see langword="null"/> for one that is gone.</param>
/// <param name="Lost">Whether something happened to this person, employer or interpreter; else the change is for others' sake.</param>
public sealed record TalkChangeRow(
    RegistrationId RegistrationId, string Chiffre, OrganisationId EmployerId, string Employer, TalkPlace? Before, TalkPlace? After, bool Lost);

/// <summary>When and where a talk is.</summary>
public sealed record TalkPlace(TimeOnly StartsAt, TimeOnly EndsAt, int Table, InterpreterId? InterpreterId, string Interpreter, string Language);

/// <summary>A published talk as the case managers of the person's organisation see it.</summary>
public sealed record OwnTalk(
    JobEventId JobEventId, string EventTitle, DateOnly Date, RegistrationId RegistrationId, ParticipantId ParticipantId, TimeOnly StartsAt, TimeOnly EndsAt,
    OrganisationId EmployerId, string Employer, string Stand, string Zone, int Table, string Language, string Interpreter);

/// <summary>A published talk at a company's own tables: Chiffre, time, language; nothing by which the person could be known.</summary>
/// <param name="Chiffre">The Chiffre.</param>
/// <param name="Token">Token of the profile, which the company may open.</param>
/// <param name="Occupation">Occupation that the person looks for, as on the profile.</param>
/// <param name="StartsAt">Begin.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Table">Table.</param>
/// <param name="Language">Language, code of the list Languages; empty for German.</param>
/// <param name="Interpreted">Whether an interpreter comes along.</param>
public sealed record EmployerTalk(string Chiffre, string Token, string Occupation, TimeOnly StartsAt, TimeOnly EndsAt, int Table, string Language, bool Interpreted);

/// <summary>A published talk as its interpreter sees it (R7): language, place, time and what the people are called.</summary>
/// <param name="JobEventId">The event.</param>
/// <param name="EventTitle">Its title.</param>
/// <param name="Date">The day of the event.</param>
/// <param name="StartsAt">Begin.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Employer">At whose table.</param>
/// <param name="Stand">Numbers of the employer's stands.</param>
/// <param name="Zone">Room or part of the hall.</param>
/// <param name="Table">Table.</param>
/// <param name="Language">Code of the list Languages.</param>
/// <param name="People">The name on the badge or the first name of people who consented to that; the Chiffre of everybody else.</param>
public sealed record InterpreterTalk(
    JobEventId JobEventId, string EventTitle, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Employer, string Stand, string Zone, int Table,
    string Language, IReadOnlyList<string> People);
