using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Events;

/// <summary>How states and days of events are shown: the word says it, the colour repeats it.</summary>
public static class EventTags
{
    /// <summary>The colour of an event's state.</summary>
    public static string Tag(this JobEventState state) => state switch
    {
        JobEventState.Idea => "",
        JobEventState.Planned => "info",
        JobEventState.Published => "good",
        JobEventState.Running => "warn",
        JobEventState.Closed => "",
        JobEventState.Cancelled => "bad",
    };

    /// <summary>The colour of a registration's state.</summary>
    public static string Tag(this RegistrationState state) => state switch
    {
        RegistrationState.Noted => "",
        RegistrationState.Invited => "info",
        RegistrationState.Accepted => "good",
        RegistrationState.Waiting => "warn",
        RegistrationState.Declined => "bad",
        RegistrationState.Withdrawn => "",
    };

    /// <summary>The colour of an attendance.</summary>
    public static string Tag(this AttendanceState? state) => state switch
    {
        AttendanceState.Present => "good",
        AttendanceState.Partly => "info",
        AttendanceState.Excused => "warn",
        AttendanceState.Unexcused => "bad",
        null => "",
    };

    /// <summary>An attendance in a word.</summary>
    public static string Word(this AttendanceState? state) => state?.Label() ?? AttendanceTexts.NotRecorded;

    /// <summary>How far away a day is, in a word: in 12 days, today, 3 days ago.</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => EventsTexts.Today,
        1 => EventsTexts.Tomorrow,
        -1 => EventsTexts.Yesterday,
        > 1 and var days => Format.Fill(EventsTexts.InDays, Format.Count(days)),
        var days => Format.Fill(EventsTexts.DaysAgo, Format.Count(-days)),
    };
}
