namespace Integration.Profiles;

/// <summary>A short profile as employers see it: under its Chiffre, without the person. No type that can be reached from here has a property
/// for a name, birth, nationality, residence, benefit or the portal's own ids of people; a test walks all of them.</summary>
/// <param name="Chiffre">The number; new for every event.</param>
/// <param name="Token">What the QR code leads to; opaque.</param>
/// <param name="AsOf">Day of the release ("Stand").</param>
/// <param name="ValidUntil">Last day it may be used.</param>
/// <param name="Content">The text the person consented to.</param>
/// <param name="Contact">Where employers ask.</param>
public sealed record EmployerProfile(string Chiffre, string Token, DateOnly AsOf, DateOnly ValidUntil, ProfileContent Content, ContactPoint Contact);

/// <summary>The team that answers for a profile; never the person, and not the authority's name: receiving its benefits is protected.</summary>
/// <param name="Team">What the team is called.</param>
/// <param name="Telephone">Its telephone.</param>
/// <param name="Mail">Its e-mail address.</param>
public sealed record ContactPoint(string Team, string Telephone, string Mail);
