using Integration.Common;

namespace Integration.Talks;

/// <summary>What can be refused about contacts.</summary>
public static class ContactErrors
{
    /// <summary>There has been an answer already; only the person can think otherwise.</summary>
    public static Error Answered { get; } = new("Contact_Answered");

    /// <summary>No consent in force that the person gave for this company and event.</summary>
    public static Error NoConsent { get; } = new("Contact_NoConsent");

    /// <summary>The short profile is locked or over.</summary>
    public static Error ProfileOver { get; } = new("Contact_ProfileOver");

    /// <summary>The company's access to the event is not open.</summary>
    public static Error AccessClosed { get; } = new("Contact_AccessClosed");

    /// <summary>No profile in force under this Chiffre at the event, as far as the reader may know.</summary>
    public static Error UnknownChiffre { get; } = new("Contact_UnknownChiffre") { Field = nameof(Profiles.ProfileRelease.Chiffre) };

    /// <summary>A step that does not follow.</summary>
    public static Error Step(ContactState from, ContactStep step) => new("Contact_Step", from.Label(), step.Label());
}
