using Integration.Common;

namespace Integration.Events;

/// <summary>What can go wrong with an event or a registration.</summary>
public static class EventErrors
{
    /// <summary>Another event has the key.</summary>
    public static Error KeyTaken { get; } = new("Event_KeyTaken") { Field = nameof(JobEvent.Key) };

    /// <summary>The key has other signs than small letters, digits and hyphens.</summary>
    public static Error KeyInvalid { get; } = new("Event_KeyInvalid") { Field = nameof(JobEvent.Key) };

    /// <summary>The end is the start. An end that is earlier on the clock is on the next day.</summary>
    public static Error EndsAsItBegins { get; } = new("Event_EndsAsItBegins") { Field = nameof(JobEvent.EndsAt) };

    /// <summary>The event is closed or cancelled.</summary>
    public static Error Over { get; } = new("Event_Over");

    /// <summary>The caller's organisation neither leads nor hosts the event.</summary>
    public static Error NotTakingPart { get; } = new("Event_NotTakingPart");

    /// <summary>A kind that the list does not have.</summary>
    public static Error UnknownKind { get; } = new("Event_UnknownKind") { Field = nameof(JobEvent.Kind) };

    /// <summary>An employer that is not one, or not there.</summary>
    public static Error UnknownEmployer { get; } = new("Event_UnknownEmployer");

    /// <summary>A temporary-work agency at an event that takes none.</summary>
    public static Error NoAgencies { get; } = new("Event_NoAgencies") { Field = nameof(JobEvent.Employers) };

    /// <summary>More temporary-work agencies than the event takes.</summary>
    public static Error TooManyAgencies(int most) => new("Event_TooManyAgencies", most) { Field = nameof(JobEvent.Employers) };

    /// <summary>Nobody vouches for their own organisation.</summary>
    public static Error OwnEmployer { get; } = new("Event_OwnEmployer");

    /// <summary>No place is free for the caller's organisation.</summary>
    public static Error Full { get; } = new("Event_Full");

    /// <summary>Only the case manager in charge makes or ends a request to report.</summary>
    public static Error OwnerOnly { get; } = new("Registration_OwnerOnly");

    /// <summary>A request to report needs a purpose, and nothing else has one.</summary>
    public static Error PurposeMissing { get; } = new("Registration_PurposeMissing");

    /// <summary>Nobody under 18, or of unknown age, is asked to report.</summary>
    public static Error Minor { get; } = new("Registration_Minor");

    /// <summary>A number of places below zero, or a guarantee above the limit.</summary>
    public static Error WrongPlaces { get; } = new("Event_WrongPlaces") { Field = nameof(JobEvent.Places) };

    /// <summary>A stage or room that an item of the programme stands in.</summary>
    public static Error InUse { get; } = new("Event_InUse");

    /// <summary>Another stand of the event has the number.</summary>
    public static Error StandNumberTaken { get; } = new("Stand_NumberTaken") { Field = nameof(Stand.Number) };

    /// <summary>A need below zero, or beyond any hall.</summary>
    public static Error WrongStandNeeds { get; } = new("Stand_WrongNeeds");

    /// <summary>A language that the list does not have.</summary>
    public static Error UnknownLanguage { get; } = new("Stand_UnknownLanguage") { Field = nameof(Stand.Languages) };

    /// <summary>A picture of more than <see cref="FloorPlan.MaxBytes"/>.</summary>
    public static Error PictureTooLarge { get; } = new("FloorPlan_TooLarge", FloorPlan.MaxBytes / 1024 / 1024) { Field = nameof(FloorPlan.Image) };

    /// <summary>A logo of more than <see cref="EventLogo.MaxBytes"/>.</summary>
    public static Error LogoTooLarge { get; } = new("Logo_TooLarge", EventLogo.MaxBytes / 1024) { Field = nameof(EventLogo.Image) };

    /// <summary>More logos than a bar can show.</summary>
    public static Error TooManyLogos { get; } = new("Logo_TooMany", EventLogo.Most);

    /// <summary>A file that is no picture, or none that can be printed.</summary>
    public static Error NoPicture { get; } = new("FloorPlan_NoPicture") { Field = nameof(FloorPlan.Image) };

    /// <summary>A state that only a step leads to, because everyone concerned is told of it.</summary>
    public static Error StateByStep { get; } = new("Event_StateByStep") { Field = nameof(JobEvent.State) };

    /// <summary>A series that is not there, or in whose working group the caller's organisation is not.</summary>
    public static Error UnknownSeries { get; } = new("Event_UnknownSeries") { Field = nameof(JobEvent.SeriesId) };

    /// <summary>Another series has the key.</summary>
    public static Error SeriesKeyTaken { get; } = new("Series_KeyTaken") { Field = nameof(EventSeries.Key) };

    /// <summary>An organisation that is not there.</summary>
    public static Error UnknownPartner { get; } = new("Series_UnknownPartner");

    /// <summary>A task's owner who is no colleague, or an organisation that does not take part.</summary>
    public static Error UnknownOwner { get; } = new("Task_UnknownOwner") { Field = nameof(EventTask.OwnerUserId) };

    /// <summary>A state of an event that cannot follow.</summary>
    public static Error Step(JobEventState from, JobEventState to) => new("Event_Step", from.Label(), to.Label());

    /// <summary>A state that cannot follow.</summary>
    public static Error Transition(RegistrationState from, RegistrationState to) => new("Registration_Transition", from.Label(), to.Label());
}
