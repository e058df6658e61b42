namespace Integration.Door;

/// <summary>What the door answers to a scan. The list is closed: every answer has a sentence for the person who stands there.</summary>
public enum DoorOutcome
{
    /// <summary>Welcome: is in now.</summary>
    Admitted,

    /// <summary>Had left and is back.</summary>
    BackIn,

    /// <summary>Was in already.</summary>
    AlreadyIn,

    /// <summary>Has left now.</summary>
    CheckedOut,

    /// <summary>Was let in by mistake: it is taken back, as if the person had not passed.</summary>
    TakenBack,

    /// <summary>Should leave, but is not in.</summary>
    NotIn,

    /// <summary>No such ticket.</summary>
    UnknownTicket,

    /// <summary>A ticket of another event on the same day.</summary>
    OtherEvent,

    /// <summary>A ticket of an event on another day.</summary>
    OtherDay,

    /// <summary>The registration was declined or taken back.</summary>
    Withdrawn,

    /// <summary>The person waits for a place.</summary>
    WaitingList,

    /// <summary>It happened at a time at which the event's doors were closed.</summary>
    EventNotOpen,
}

/// <summary>Kinds of answers, for colour and sound.</summary>
public enum DoorSignal
{
    /// <summary>Go on.</summary>
    Good,

    /// <summary>Nothing to do, but look.</summary>
    Notice,

    /// <summary>Not admitted.</summary>
    Stop,
}

/// <summary>What kind of answer an outcome is.</summary>
public static class DoorSignals
{
    /// <summary>The kind.</summary>
    public static DoorSignal Signal(this DoorOutcome outcome) => outcome switch
    {
        DoorOutcome.Admitted or DoorOutcome.BackIn or DoorOutcome.CheckedOut or DoorOutcome.TakenBack => DoorSignal.Good,
        DoorOutcome.AlreadyIn or DoorOutcome.NotIn => DoorSignal.Notice,
        _ => DoorSignal.Stop,
    };
}
