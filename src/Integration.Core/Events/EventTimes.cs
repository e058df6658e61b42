namespace Integration.Events;

/// <summary>From the clock on the wall to an instant. Events are planned in local time; what is compared or handed to a calendar is an instant.</summary>
public static class EventTimes
{
    /// <summary>The instant (UTC) of a wall-clock time. In the night in which clocks go forward a time that does not exist means the same
    /// distance after the last one that did; in the night in which they go back a time that exists twice means the first.</summary>
    public static DateTime Instant(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall))
        {
            // The offset of the hour before the change.
            return DateTime.SpecifyKind(wall - zone.GetUtcOffset(wall.AddHours(-3)), DateTimeKind.Utc);
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }

    /// <summary>The end of something that begins at <paramref name="from"/>: an end that is not later on the clock is on the day after.</summary>
    public static DateTime EndInstant(TimeZoneInfo zone, DateOnly day, TimeOnly from, TimeOnly to) =>
        Instant(zone, to <= from ? day.AddDays(1) : day, to);

    /// <summary>The day on which something at this time lies. A time before the event's own begin belongs to the morning of an event by day, and to
    /// the night of one over midnight.</summary>
    public static DateOnly DayOf(this JobEvent jobEvent, TimeOnly time) => DayOf(jobEvent.Date, jobEvent.StartsAt, jobEvent.EndsAt, time);

    /// <summary>The day on which something at <paramref name="time"/> lies, at an event from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static DateOnly DayOf(DateOnly date, TimeOnly from, TimeOnly to, TimeOnly time) => to <= from && time < to ? date.AddDays(1) : date;

    /// <summary>When an event begins (UTC).</summary>
    public static DateTime BeginsAt(this JobEvent jobEvent, TimeZoneInfo zone) => Instant(zone, jobEvent.Date, jobEvent.StartsAt);

    /// <summary>When an event is over (UTC); after midnight where its end is not later on the clock than its begin.</summary>
    public static DateTime IsOverAt(this JobEvent jobEvent, TimeZoneInfo zone) => EndInstant(zone, jobEvent.Date, jobEvent.StartsAt, jobEvent.EndsAt);
}
