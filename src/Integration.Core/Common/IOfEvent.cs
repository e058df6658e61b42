namespace Integration.Common;

/// <summary>Something that belongs to one event. When it is saved, whoever looks at the event is told.</summary>
public interface IOfEvent
{
    /// <summary>The event.</summary>
    JobEventId JobEventId { get; }
}
