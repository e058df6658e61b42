namespace Integration.Common;

/// <summary>Calendar days of a clock.</summary>
public static class Days
{
    /// <summary>The day in the clock's own time zone: consents and events end at local midnight, not at midnight in Greenwich.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The day of an instant (UTC) in the clock's own time zone.</summary>
    public static DateOnly DayOf(this TimeProvider clock, DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), clock.LocalTimeZone));
}
