using Integration.Common;

namespace Integration.Profiles;

/// <summary>How far a person's short profile is for one event, in one word.</summary>
public enum ProfileStanding
{
    /// <summary>Nothing written yet.</summary>
    WithoutProfile,

    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Checked; the person has not consented to this text for the event.</summary>
    Checked,

    /// <summary>Consented to and ready to be released.</summary>
    Consented,

    /// <summary>Released.</summary>
    Released,

    /// <summary>On paper.</summary>
    Printed,

    /// <summary>An employer has seen it.</summary>
    Shown,

    /// <summary>An employer asks for contact.</summary>
    Requested,

    /// <summary>The name was released to an employer.</summary>
    NameReleased,

    /// <summary>Somebody said no.</summary>
    Declined,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Withdrawn or locked by hand; nothing new has been agreed since.</summary>
    Locked,
}

/// <summary>What decides about the standing, without the texts.</summary>
internal sealed record StandingFacts(
    ProfileState? Profile, int Revision, IReadOnlyList<ReleaseFacts> Releases, IReadOnlyList<ConsentFacts> Consents)
{
    /// <summary>The release that holds: not ended, its last day not over, its consent in force.</summary>
    public ReleaseFacts? Live(DateOnly today) => Releases.FirstOrDefault(release => release.Generation == 0 && release.ValidUntil >= today
        && Consents.Any(consent => consent.Id == release.ConsentId && consent.InForce(today)));

    /// <summary>The consent that the next release would rest on.</summary>
    public ConsentFacts? Consent(DateOnly today) => Consents.LastOrDefault(consent => consent.Revision == Revision && consent.InForce(today));

    public ProfileStanding Standing(DateOnly today)
    {
        if (Live(today) is { } live)
        {
            return Enum.Parse<ProfileStanding>(live.State.ToString());
        }

        if (Profile is not { } state)
        {
            return ProfileStanding.WithoutProfile;
        }

        if (state == ProfileState.Checked && Consent(today) is not null)
        {
            return ProfileStanding.Consented;
        }

        return Releases.Where(release => release.Revision == Revision).MaxBy(release => release.ReleasedAt) switch
        {
            { State: ProfileState.Locked or ProfileState.Deleted } => ProfileStanding.Locked,
            not null => ProfileStanding.Expired,
            _ => state == ProfileState.Checked ? ProfileStanding.Checked : ProfileStanding.Draft,
        };
    }
}

internal sealed record ReleaseFacts(
    ProfileReleaseId Id, string Chiffre, ProfileState State, int Generation, int Revision, DateTime ReleasedAt, DateOnly ValidUntil, ConsentId ConsentId);

internal sealed record ConsentFacts(ConsentId Id, int? Revision, DateOnly ValidUntil, DateTime? WithdrawnAt)
{
    public bool InForce(DateOnly today) => WithdrawnAt is null && ValidUntil >= today;
}
