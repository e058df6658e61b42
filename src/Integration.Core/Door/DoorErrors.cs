using Integration.Common;

namespace Integration.Door;

/// <summary>What can go wrong at a door.</summary>
public static class DoorErrors
{
    /// <summary>More scans in one message than are taken.</summary>
    public static Error TooMany { get; } = new("Door_TooMany", MergeScans.Most);

    /// <summary>A reason that the list does not have.</summary>
    public static Error UnknownExcuse { get; } = new("Door_UnknownExcuse") { Field = nameof(Attendance.Excuse) };

    /// <summary>A language that the list does not have.</summary>
    public static Error UnknownLanguage { get; } = new("Door_UnknownLanguage") { Field = nameof(WalkIn.SupportLanguage) };

    /// <summary>Excused and not excused are for the person's own case managers; not excused only where somebody was asked to report, and only for the
    /// case manager in charge.</summary>
    public static Error NotForThisReader { get; } = new("Door_NotForThisReader") { Field = nameof(Attendance.State) };

    /// <summary>The person leaves before they come.</summary>
    public static Error LeavesBeforeComing { get; } = new("Door_LeavesBeforeComing") { Field = nameof(Attendance.OutAt) };
}
