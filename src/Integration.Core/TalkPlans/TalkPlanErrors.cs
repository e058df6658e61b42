using Integration.Common;

namespace Integration.TalkPlans;

/// <summary>What can be refused about plans of talks.</summary>
public static class TalkPlanErrors
{
    /// <summary>The event is over or cancelled.</summary>
    public static Error EventOver { get; } = new("TalkPlan_EventOver");

    /// <summary>No times, no tables, no people or no wishes: there is nothing to plan.</summary>
    public static Error NothingToPlan { get; } = new("TalkPlan_NothingToPlan");

    /// <summary>Nothing keeps all rules together with what is fixed.</summary>
    public static Error Impossible { get; } = new("TalkPlan_Impossible");

    /// <summary>Stopped before there was a plan.</summary>
    public static Error Stopped { get; } = new("TalkPlan_Stopped");

    /// <summary>Only drafts are changed.</summary>
    public static Error NotADraft { get; } = new("TalkPlan_NotADraft");

    /// <summary>Nothing is published that could be repaired.</summary>
    public static Error NothingPublished { get; } = new("TalkPlan_NothingPublished");

    /// <summary>No change by hand is left to take back.</summary>
    public static Error NothingToUndo { get; } = new("TalkPlan_NothingToUndo");

    /// <summary>The person has a talk with this employer already.</summary>
    public static Error AlreadyThere { get; } = new("TalkPlan_AlreadyThere");

    /// <summary>No talks take place at that time.</summary>
    public static Error NoSuchTime { get; } = new("TalkPlan_NoSuchTime") { Field = nameof(ScheduledTalk.StartsAt) };

    /// <summary>The employer has no such table.</summary>
    public static Error NoSuchTable { get; } = new("TalkPlan_NoSuchTable") { Field = nameof(ScheduledTalk.Table) };

    /// <summary>The end is not after the begin, or outside what a talk can last.</summary>
    public static Error WrongTimes { get; } = new("TalkPlan_WrongTimes") { Field = nameof(TalkTimes.Minutes) };

    /// <summary>Other times for talks overlap.</summary>
    public static Error TimesOverlap { get; } = new("TalkPlan_TimesOverlap") { Field = nameof(TalkTimes.StartsAt) };

    /// <summary>A number of tables or people that nobody has.</summary>
    public static Error WrongTables { get; } = new("TalkPlan_WrongTables") { Field = nameof(TalkVenue.Tables) };

    /// <summary>A language that the list does not have.</summary>
    public static Error UnknownLanguage { get; } = new("TalkPlan_UnknownLanguage") { Field = nameof(TalkVenue.Languages) };

    /// <summary>The employer is not expected at the event.</summary>
    public static Error UnknownEmployer { get; } = new("TalkPlan_UnknownEmployer");

    /// <summary>Seconds, seed or fit out of range, or an order that does not name every aim once.</summary>
    public static Error WrongSettings { get; } = new("TalkPlan_WrongSettings");

    /// <summary>The plan breaks rules.</summary>
    public static Error Broken(int breaches, string first) => new("TalkPlan_Broken", breaches, first);
}
