using Integration.Common;
using Integration.Events;

namespace Integration.TalkPlans;

/// <summary>From the clock on the wall to the minutes in which plans count: since midnight of the event's first day.</summary>
internal sealed class EventClock(JobEvent jobEvent)
{
    private const int Day = 24 * 60;

    /// <summary>The minute of a clock time at the event; past 1,440 in the night of an event over midnight.</summary>
    public int Minute(TimeOnly time) => Minute(jobEvent.DayOf(time), time);

    /// <summary>The minute of a clock time on a day.</summary>
    public int Minute(DateOnly day, TimeOnly time) => ((day.DayNumber - jobEvent.Date.DayNumber) * Day) + (time.Hour * 60) + time.Minute;

    /// <summary>The minute of an end: one that is not later than its begin lies on the next day.</summary>
    public int End(TimeOnly from, TimeOnly until) => Minute(from) + (((((until.Hour - from.Hour) * 60) + until.Minute - from.Minute) + Day - 1) % Day) + 1;

    /// <summary>The clock time of a minute.</summary>
    public static TimeOnly Time(int minute) => new(minute / 60 % 24, minute % 60);
}
