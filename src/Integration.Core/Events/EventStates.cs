using System.Collections.Frozen;

namespace Integration.Events;

/// <summary>Which state of an event may follow which.</summary>
/// <remarks>Published may be closed without ever having been running: nobody has to press a button on the day itself. A cancelled event can be
/// taken up again, but only as planned: who was told that it does not take place is told again when it is published. Closed is the end.</remarks>
public static class EventStates
{
    private static readonly FrozenDictionary<JobEventState, JobEventState[]> Next = new Dictionary<JobEventState, JobEventState[]>
    {
        [JobEventState.Idea] = [JobEventState.Planned, JobEventState.Cancelled],
        [JobEventState.Planned] = [JobEventState.Published, JobEventState.Cancelled],
        [JobEventState.Published] = [JobEventState.Running, JobEventState.Closed, JobEventState.Cancelled],
        [JobEventState.Running] = [JobEventState.Closed, JobEventState.Cancelled],
        [JobEventState.Closed] = [],
        [JobEventState.Cancelled] = [JobEventState.Planned],
    }.ToFrozenDictionary();

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public static bool Allows(JobEventState from, JobEventState to) => Next[from].Contains(to);

    /// <summary>The states that may follow.</summary>
    public static IReadOnlyList<JobEventState> After(JobEventState from) => Next[from];

    /// <summary>The states in which an event can begin.</summary>
    public static IReadOnlyList<JobEventState> First { get; } = [JobEventState.Planned, JobEventState.Idea];

    /// <summary>Whether everyone concerned is told of this step.</summary>
    public static bool IsTold(JobEventState to) => to is JobEventState.Published or JobEventState.Cancelled;
}
