using System.Collections.Frozen;

namespace Integration.Talks;

/// <summary>A step of a contact. Who may take it: <see cref="Request"/> and <see cref="TakeBack"/> the company or the employer service for it, every other
/// the case managers who own the person's record; <see cref="Withdraw"/> comes with the end of the consent, and with nothing else.</summary>
public enum ContactStep
{
    /// <summary>The company asks for contact.</summary>
    Request,

    /// <summary>The company no longer asks.</summary>
    TakeBack,

    /// <summary>The case manager has asked the person.</summary>
    Ask,

    /// <summary>The person agrees: the name goes to this one company.</summary>
    Release,

    /// <summary>There will be no contact.</summary>
    Refuse,

    /// <summary>The consent was withdrawn or is over.</summary>
    Withdraw,

    /// <summary>The person thinks otherwise now: the request is open again.</summary>
    Reopen,
}

/// <summary>Which step leads from which state to which. Time is in no row: nothing is released because it passes.</summary>
public static class ContactTransitions
{
    private static readonly FrozenDictionary<(ContactState From, ContactStep Step), ContactState> Table = new Dictionary<(ContactState, ContactStep), ContactState>
    {
        [(ContactState.Interest, ContactStep.Request)] = ContactState.Requested,
        [(ContactState.Requested, ContactStep.TakeBack)] = ContactState.Interest,
        [(ContactState.Requested, ContactStep.Ask)] = ContactState.Asked,
        [(ContactState.Requested, ContactStep.Release)] = ContactState.Released,
        [(ContactState.Requested, ContactStep.Refuse)] = ContactState.Refused,
        [(ContactState.Asked, ContactStep.TakeBack)] = ContactState.Interest,
        [(ContactState.Asked, ContactStep.Release)] = ContactState.Released,
        [(ContactState.Asked, ContactStep.Refuse)] = ContactState.Refused,
        [(ContactState.Released, ContactStep.Withdraw)] = ContactState.Withdrawn,
        [(ContactState.Refused, ContactStep.Reopen)] = ContactState.Requested,
        [(ContactState.Withdrawn, ContactStep.Reopen)] = ContactState.Requested,
    }.ToFrozenDictionary();

    /// <summary>The state that a step leads to.</summary>
    /// <returns><see langword="null"/> where the step is not allowed.</returns>
    public static ContactState? After(ContactState from, ContactStep step) => Table.TryGetValue((from, step), out var to) ? to : null;

    /// <summary>Whether the request waits for the case manager or the person.</summary>
    public static bool Waits(this ContactState state) => state is ContactState.Requested or ContactState.Asked;
}
