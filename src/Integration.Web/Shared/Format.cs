using System.Globalization;

namespace Integration.Web.Shared;

/// <summary>How days and times are written for people. English pages name the month, because 3/4 is two days.</summary>
public static class Format
{
    /// <summary>A day: 17.05.1990, or 17 May 1990.</summary>
    public static string Day(DateOnly? day) =>
        day?.ToString(English ? "d MMM yyyy" : "dd.MM.yyyy", CultureInfo.CurrentCulture) ?? "";

    /// <summary>A day with its weekday: Donnerstag, 17. Dezember.</summary>
    public static string LongDay(DateOnly day) =>
        day.ToString(English ? "dddd, d MMMM yyyy" : "dddd, d. MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A clock time: 14:32.</summary>
    public static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The clock time of an instant (UTC) in the portal's time zone.</summary>
    public static string Time(DateTime at, TimeProvider clock) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), clock.LocalTimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and clock time of an instant (UTC) in the portal's time zone.</summary>
    public static string DayAndTime(DateTime at, TimeProvider clock)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), clock.LocalTimeZone);
        return Day(DateOnly.FromDateTime(local)) + ", " + local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A count with thousands separated.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Fills the holes of a text.</summary>
    public static string Fill(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>Chooses between one and many; the count fills the first hole.</summary>
    public static string Plural(int count, string one, string many) => Fill(count == 1 ? one : many, Count(count));

    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
