using Integration.Common;

namespace Integration.Events;

/// <summary>That something of an event was saved: not what, nor by whom. Written in the same transaction, read by the pages that show the event,
/// and removed when nobody can still be waiting for it.</summary>
public class EventChange
{
    /// <summary>The id; later changes mostly have greater ones, but transactions may end in another order.</summary>
    public long Id { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }
}
