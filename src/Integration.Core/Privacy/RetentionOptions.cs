namespace Integration.Privacy;

/// <summary>How long the portal keeps what it needs no longer (DOMAIN §4, retention).</summary>
public sealed class RetentionOptions
{
    /// <summary>Months from the last valid day of a release until its text goes.</summary>
    public int ReleaseMonths { get; set; } = 6;

    /// <summary>Days from the last work on a draft of an event's talks, or from the day a plan was replaced, until it goes.</summary>
    public int TalkDraftDays { get; set; } = 14;
}
