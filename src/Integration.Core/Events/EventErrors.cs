using Integration.Common;

namespace Integration.Events;

/// <summary>What can go wrong with an event or a registration.</summary>
public static class EventErrors
{
    /// <summary>Another event has the key.</summary>
    public static Error KeyTaken { get; } = new("Event_KeyTaken") { Field = nameof(JobEvent.Key) };

    /// <summary>The key has other signs than small letters, digits and hyphens.</summary>
    public static Error KeyInvalid { get; } = new("Event_KeyInvalid") { Field = nameof(JobEvent.Key) };

    /// <summary>The end is not after the start.</summary>
    public static Error EndsBeforeStart { get; } = new("Event_EndsBeforeStart") { Field = nameof(JobEvent.EndsAt) };

    /// <summary>The event is closed or cancelled.</summary>
    public static Error Over { get; } = new("Event_Over");

    /// <summary>The caller's organisation neither leads nor hosts the event.</summary>
    public static Error NotTakingPart { get; } = new("Event_NotTakingPart");

    /// <summary>A kind that the list does not have.</summary>
    public static Error UnknownKind { get; } = new("Event_UnknownKind") { Field = nameof(JobEvent.Kind) };

    /// <summary>An employer that is not one, or not there.</summary>
    public static Error UnknownEmployer { get; } = new("Event_UnknownEmployer");

    /// <summary>Nobody vouches for their own organisation.</summary>
    public static Error OwnEmployer { get; } = new("Event_OwnEmployer");

    /// <summary>A state that cannot follow.</summary>
    public static Error Transition(RegistrationState from, RegistrationState to) => new("Registration_Transition", from.Label(), to.Label());
}
