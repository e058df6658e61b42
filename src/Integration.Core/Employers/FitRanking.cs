using Integration.Profiles;

namespace Integration.Employers;

/// <summary>A released profile with its fit to an offer.</summary>
/// <param name="Profile">The profile as employers see it.</param>
/// <param name="Facts">What of it was looked at.</param>
/// <param name="Fit">The score with its reasons.</param>
public sealed record RankedProfile(EmployerProfile Profile, FitProfile Facts, FitResult Fit);

/// <summary>Puts profiles in order for an offer.</summary>
public static class FitRanking
{
    /// <summary>The profiles that may be proposed, best first. Ties are broken by Chiffre, which is drawn at random: never by anything about the person.</summary>
    public static IReadOnlyList<RankedProfile> Of(IReadOnlyList<EmployerProfile> profiles, FitOffer offer)
    {
        var ranked = new List<RankedProfile>(profiles.Count);
        foreach (var profile in profiles)
        {
            var facts = FitProfile.Of(profile.Content);
            if (Fit.MayBeProposed(facts, offer))
            {
                ranked.Add(new RankedProfile(profile, facts, Fit.Score(facts, offer)));
            }
        }

        ranked.Sort((one, other) => one.Fit.Points == other.Fit.Points
            ? string.CompareOrdinal(one.Profile.Chiffre, other.Profile.Chiffre)
            : other.Fit.Points.CompareTo(one.Fit.Points));
        return ranked;
    }
}
