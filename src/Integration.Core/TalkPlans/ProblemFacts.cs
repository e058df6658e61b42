using Integration.Common;
using Integration.Interpreters;
using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>Somebody of the problem.</summary>
internal sealed record ProblemPerson
{
    public required RegistrationId RegistrationId { get; init; }

    public required ParticipantId ParticipantId { get; init; }

    public required string Chiffre { get; init; }

    /// <summary>What they need; an empty language for nothing.</summary>
    public required LanguageWish Wish { get; init; }

    public bool Needs => Wish.Language.Length > 0;
}

/// <summary>An employer of the problem.</summary>
internal sealed record ProblemHost(TalkVenue Venue, string Name, string Stand)
{
    public OrganisationId Id => Venue.EmployerId;
}

/// <summary>An interpreter of the problem, for one time in which they were asked to be there. Whoever comes in the morning and again in the evening stands
/// in the list twice: between the two nobody is there, and nobody works.</summary>
internal sealed record ProblemInterpreter(InterpreterId Id, string Name, IReadOnlyList<string> Languages, TimeSpanOfDay There);

/// <summary>A talk that is asked for, by places in the lists.</summary>
internal sealed record ProblemWish(int Person, int Host, TalkGround Ground)
{
    /// <summary>How much it counts among talks of its kind.</summary>
    public int Weight => Ground switch
    {
        TalkGround.Mutual => 3,
        TalkGround.Fit => 1,
        TalkGround.Employer or TalkGround.Person or TalkGround.ByHand => 2,
        _ => throw new InvalidOperationException($"No weight for {Ground}."),
    };
}
