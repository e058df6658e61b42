using System.Collections.Frozen;

namespace Integration.Events;

/// <summary>Which state of a registration may follow which.</summary>
public static class RegistrationTransitions
{
    private static readonly FrozenDictionary<RegistrationState, RegistrationState[]> Next = new Dictionary<RegistrationState, RegistrationState[]>
    {
        [RegistrationState.Noted] = [RegistrationState.Invited, RegistrationState.Accepted, RegistrationState.Waiting, RegistrationState.Declined, RegistrationState.Withdrawn],
        [RegistrationState.Invited] = [RegistrationState.Accepted, RegistrationState.Waiting, RegistrationState.Declined, RegistrationState.Withdrawn],
        [RegistrationState.Accepted] = [RegistrationState.Declined, RegistrationState.Withdrawn],
        [RegistrationState.Waiting] = [RegistrationState.Invited, RegistrationState.Accepted, RegistrationState.Declined, RegistrationState.Withdrawn],
        [RegistrationState.Declined] = [RegistrationState.Invited, RegistrationState.Accepted, RegistrationState.Waiting],
        [RegistrationState.Withdrawn] = [RegistrationState.Noted],
    }.ToFrozenDictionary();

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public static bool Allows(RegistrationState from, RegistrationState to) => Next[from].Contains(to);

    /// <summary>The states that may follow.</summary>
    public static IReadOnlyList<RegistrationState> After(RegistrationState from) => Next[from];

    /// <summary>Whether a place is kept for the person in this state.</summary>
    public static bool HoldsPlace(RegistrationState state) => state is RegistrationState.Noted or RegistrationState.Invited or RegistrationState.Accepted;

    /// <summary>Registrations that a place is kept for.</summary>
    public static IQueryable<Registration> HoldingAPlace(this IQueryable<Registration> registrations) => registrations.Where(r =>
        r.State == RegistrationState.Noted || r.State == RegistrationState.Invited || r.State == RegistrationState.Accepted);

    /// <summary>Whether the person is expected in this state.</summary>
    public static bool IsComing(RegistrationState state) => state is not (RegistrationState.Declined or RegistrationState.Withdrawn);
}
