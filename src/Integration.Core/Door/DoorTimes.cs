using Integration.Common;
using Integration.Events;

namespace Integration.Door;

/// <summary>When the doors of an event are open.</summary>
/// <param name="OpensAt">Local midnight at which its day begins (UTC).</param>
/// <param name="ClosesAt">Local midnight at which its day ends, or two hours after its end where it goes on over midnight (UTC).</param>
internal readonly record struct DoorTimes(DateTime OpensAt, DateTime ClosesAt)
{
    /// <summary>How long a device may tell afterwards what happened while the doors were open.</summary>
    public static readonly TimeSpan Merging = TimeSpan.FromHours(48);

    private static readonly TimeSpan Leaving = TimeSpan.FromHours(2);

    /// <summary>The times of an event in the portal's zone.</summary>
    public static DoorTimes Of(JobEvent jobEvent, TimeZoneInfo zone)
    {
        var midnight = EventTimes.Instant(zone, jobEvent.Date.AddDays(1), TimeOnly.MinValue);
        var leaving = jobEvent.IsOverAt(zone) + Leaving;
        return new DoorTimes(
            EventTimes.Instant(zone, jobEvent.Date, TimeOnly.MinValue),
            jobEvent.EndsAt <= jobEvent.StartsAt && leaving > midnight ? leaving : midnight);
    }

    /// <summary>Whether the doors are open at an instant (UTC).</summary>
    public bool IsOpenAt(DateTime at) => at >= OpensAt && at < ClosesAt;

    /// <summary>Whether devices can still tell what happened.</summary>
    public bool TakesReportsAt(DateTime at) => at >= OpensAt && at < ClosesAt + Merging;
}
