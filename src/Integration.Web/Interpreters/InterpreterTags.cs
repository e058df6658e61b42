using System.Globalization;
using Integration.Interpreters;

namespace Integration.Web.Interpreters;

/// <summary>How states and weekdays are shown: the word says it, the colour repeats it.</summary>
public static class InterpreterTags
{
    /// <summary>The days of the grid, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The colour of an assignment's state.</summary>
    public static string Tag(this AssignmentState state) => state switch
    {
        AssignmentState.Proposed => "",
        AssignmentState.Requested => "warn",
        AssignmentState.Confirmed => "good",
        AssignmentState.Declined => "bad",
        AssignmentState.Cancelled => "",
        AssignmentState.Done => "info",
    };

    /// <summary>The name of a weekday in the reader's language.</summary>
    public static string Name(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day);
}
