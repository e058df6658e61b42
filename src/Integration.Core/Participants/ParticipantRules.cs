using System.Net.Mail;
using Integration.Common;

namespace Integration.Participants;

/// <summary>What every record must meet, whichever way it came in.</summary>
public static class ParticipantRules
{
    /// <summary>Youngest age at registration: school leavers looking for an apprenticeship.</summary>
    public const int MinAge = 14;

    /// <summary>Oldest age at registration; beyond it a date is mistyped.</summary>
    public const int MaxAge = 99;

    /// <summary>The first rule that the record breaks; <see langword="null"/> when it meets all.</summary>
    /// <param name="person">The record.</param>
    /// <param name="today">The day on which age counts.</param>
    public static Error? Check(Participant person, DateOnly today) =>
        person.FamilyName.Length == 0 ? Errors.Required(nameof(Participant.FamilyName))
        : person.FamilyName.Length > Participant.NameMaxLength ? Errors.TooLong(nameof(Participant.FamilyName), Participant.NameMaxLength)
        : person.GivenName.Length > Participant.NameMaxLength ? Errors.TooLong(nameof(Participant.GivenName), Participant.NameMaxLength)
        : person.Note.Length > Participant.NoteMaxLength ? Errors.TooLong(nameof(Participant.Note), Participant.NoteMaxLength)
        : person.BornOn is null ? Errors.Required(nameof(Participant.BornOn))
        : AgeOn(person.BornOn.Value, today) is < MinAge or > MaxAge ? ParticipantErrors.BirthDateImpossible
        : person.Email.Length > 0 && !MailAddress.TryCreate(person.Email, out _) ? ParticipantErrors.Email
        : person.Wishes.Count > 3 ? ParticipantErrors.TooMany(nameof(Participant.Wishes), 3)
        : person.Support.Count > 3 ? ParticipantErrors.TooMany(nameof(Participant.Support), 3)
        : null;

    /// <summary>Completed years on a day.</summary>
    public static int AgeOn(DateOnly born, DateOnly day) =>
        day.Year - born.Year - (day.DayNumber < born.AddYears(day.Year - born.Year).DayNumber ? 1 : 0);
}
