using Integration.Common;

namespace Integration.Profiles;

/// <summary>What can be refused about short profiles, their consents and releases.</summary>
public static class ProfileErrors
{
    /// <summary>A line or block is beyond what any sheet can carry.</summary>
    public static Error TooLarge { get; } = new("Profile_TooLarge", SaveShortProfile.LineMaxLength, SaveShortProfile.MaxLines);

    /// <summary>There is no profile yet.</summary>
    public static Error None { get; } = new("Profile_None");

    /// <summary>It has been checked already.</summary>
    public static Error NotDraft { get; } = new("Profile_NotDraft");

    /// <summary>It has not been checked.</summary>
    public static Error NotChecked { get; } = new("Profile_NotChecked");

    /// <summary>The organisation wants a second pair of eyes.</summary>
    public static Error SecondCheckNeeded { get; } = new("Profile_SecondCheckNeeded");

    /// <summary>The finding does not exist or cannot be let stand.</summary>
    public static Error FindingGone { get; } = new("Profile_FindingGone");

    /// <summary>Somebody changed the text that was read.</summary>
    public static Error TextChanged { get; } = new("Profile_TextChanged");

    /// <summary>No consent in force for this revision and event.</summary>
    public static Error NoConsent { get; } = new("Profile_NoConsent");

    /// <summary>The logo needs a consent of its own.</summary>
    public static Error NoLogoConsent { get; } = new("Profile_NoLogoConsent");

    /// <summary>The person is not registered for the event.</summary>
    public static Error NotRegistered { get; } = new("Profile_NotRegistered");

    /// <summary>The person has declined, was withdrawn or waits.</summary>
    public static Error NotComing { get; } = new("Profile_NotComing");

    /// <summary>The current text is released for the event already.</summary>
    public static Error AlreadyReleased { get; } = new("Profile_AlreadyReleased");

    /// <summary>The event does not take place.</summary>
    public static Error EventCancelled { get; } = new("Profile_EventCancelled");

    /// <summary>The organisation has no region key to open a Chiffre with.</summary>
    public static Error NoRegionKey { get; } = new("Profile_NoRegionKey");

    /// <summary>The release is locked or over.</summary>
    public static Error NotInForce { get; } = new("Profile_NotInForce");

    /// <summary>Findings are neither mended nor let stand.</summary>
    public static Error OpenFindings(int count) => new("Profile_OpenFindings", count);

    /// <summary>A consent cannot be given tomorrow.</summary>
    public static Error ConsentInFuture { get; } = new("Consent_FutureDate") { Field = nameof(RecordConsent.Form.GivenOn) };

    /// <summary>The consent is older than the person's withdrawal of the same purpose.</summary>
    public static Error ConsentBeforeWithdrawal { get; } = new("Consent_BeforeWithdrawal") { Field = nameof(RecordConsent.Form.GivenOn) };

    /// <summary>A consent would hold longer than it may.</summary>
    public static Error ConsentTooLong(DateOnly latest) => new("Consent_ValidTooLong", latest) { Field = nameof(RecordConsent.Form.ValidUntil) };

    /// <summary>A consent would be over on the day it is recorded.</summary>
    public static Error ConsentOver { get; } = new("Consent_AlreadyOver") { Field = nameof(RecordConsent.Form.ValidUntil) };
}
