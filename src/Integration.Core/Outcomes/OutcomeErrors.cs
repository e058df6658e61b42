using Integration.Common;

namespace Integration.Outcomes;

/// <summary>What can go wrong when outcomes are recorded.</summary>
public static class OutcomeErrors
{
    /// <summary>The list has no such step today.</summary>
    public static Error UnknownStep { get; } = new("Outcomes_UnknownStep") { Field = nameof(RecordStep.Form.Step) };

    /// <summary>Request and release of a name are recorded where they happen, with the consent.</summary>
    public static Error StepOfContact { get; } = new("Outcomes_StepOfContact") { Field = nameof(RecordStep.Form.Step) };

    /// <summary>It is closed; the closing step has to be taken back first.</summary>
    public static Error Closed { get; } = new("Outcomes_Closed");

    /// <summary>The step before it has not been recorded.</summary>
    public static Error NotYet { get; } = new("Outcomes_NotYet") { Field = nameof(RecordStep.Form.Step) };

    /// <summary>The day lies before that of the step before it.</summary>
    public static Error BeforeItsTime { get; } = new("Outcomes_BeforeItsTime") { Field = nameof(RecordStep.Form.On) };

    /// <summary>The day is to come.</summary>
    public static Error InFuture { get; } = new("Outcomes_InFuture") { Field = nameof(RecordStep.Form.On) };

    /// <summary>The step is not about this form of work.</summary>
    public static Error UnknownForm { get; } = new("Outcomes_UnknownForm") { Field = nameof(RecordStep.Form.WorkForm) };

    /// <summary>The step has no reasons.</summary>
    public static Error NoReason { get; } = new("Outcomes_NoReason") { Field = nameof(RecordStep.Form.Reason) };

    /// <summary>The step needs one of the reasons of its list.</summary>
    public static Error ReasonMissing { get; } = new("Outcomes_ReasonMissing") { Field = nameof(RecordStep.Form.Reason) };

    /// <summary>Only what counts as an integration can be said not to count for its funding.</summary>
    public static Error NotFunded { get; } = new("Outcomes_NotFunded") { Field = nameof(RecordStep.Form.PubliclyFunded) };

    /// <summary>Hours a week out of bounds.</summary>
    public static Error Hours { get; } = new("Outcomes_Hours", OutcomeStep.MostHours) { Field = nameof(RecordStep.Form.WeeklyHours) };

    /// <summary>The end lies before the start, or there is no start.</summary>
    public static Error EndsBeforeStart { get; } = new("Outcomes_EndsBeforeStart") { Field = nameof(RecordStep.Form.EndsOn) };

    /// <summary>What has to be applied for cannot begin on the day it is agreed.</summary>
    public static Error StartsTooSoon { get; } = new("Outcomes_StartsTooSoon") { Field = nameof(RecordStep.Form.StartsOn) };

    /// <summary>Longer than the law allows.</summary>
    public static Error TooLong(int months) => new("Outcomes_TooLong", months) { Field = nameof(RecordStep.Form.EndsOn) };

    /// <summary>Only the last step can be taken back.</summary>
    public static Error NotLast { get; } = new("Outcomes_NotLast");

    /// <summary>Nothing is signed about this form of work.</summary>
    public static Error NothingSigned { get; } = new("Outcomes_NothingSigned") { Field = nameof(RecordStep.Form.WorkForm) };

    /// <summary>The link of a request for feedback is unknown, used or too old.</summary>
    public static Error FeedbackVoid { get; } = new("Outcomes_FeedbackVoid");

    /// <summary>An answer is missing or out of the scale.</summary>
    public static Error FeedbackIncomplete { get; } = new("Outcomes_FeedbackIncomplete");
}
