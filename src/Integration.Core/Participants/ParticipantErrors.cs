using Integration.Common;

namespace Integration.Participants;

/// <summary>What can go wrong with a participant's record.</summary>
public static class ParticipantErrors
{
    /// <summary>The same name and birth date, or customer number, exists.</summary>
    public static Error Duplicate { get; } = new("Participant_Duplicate");

    /// <summary>Similar people exist and nobody has confirmed that this is another one.</summary>
    public static Error Similar(int count) => new("Participant_Similar", count);

    /// <summary>Somebody else has the customer number.</summary>
    public static Error CustomerNumberTaken { get; } = new("Participant_CustomerNumberTaken") { Field = nameof(Participant.CustomerNumber) };

    /// <summary>The case manager in charge is no user of the organisation, or no longer.</summary>
    public static Error OwnerUnknown { get; } = new("Participant_OwnerUnknown") { Field = nameof(Participant.OwnerId) };

    /// <summary>Nobody of that age takes part.</summary>
    public static Error BirthDateImpossible { get; } = new("Participant_BirthDateImpossible") { Field = nameof(Participant.BornOn) };

    /// <summary>A code that its list does not have.</summary>
    public static Error UnknownCode(string field, string code) => new("Participant_UnknownCode", code) { Field = field };

    /// <summary>More entries than the record takes.</summary>
    public static Error TooMany(string field, int max) => new("Participant_TooMany", max) { Field = field };

    /// <summary>A record and itself.</summary>
    public static Error MergeSelf { get; } = new("Participant_MergeSelf");

    /// <summary>Not an e-mail address.</summary>
    public static Error Email { get; } = new("Participant_Email") { Field = nameof(Participant.Email) };
}
