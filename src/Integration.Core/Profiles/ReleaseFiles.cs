using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Everything that decides about one person's release.</summary>
internal sealed record ReleaseFile(
    ParticipantId ParticipantId, Registration? Registration, Participant? Person, ShortProfile? Profile, ProfileRelease? Live, IReadOnlyList<Consent> Consents)
{
    /// <summary>The latest consent in force to this revision at the event.</summary>
    public Consent? ConsentFor(int revision, DateOnly today) =>
        InForce(ConsentPurpose.ProfileAtEvent, today).LastOrDefault(consent => consent.ProfileRevision == revision);

    /// <summary>The latest consent in force to the logo.</summary>
    public Consent? LogoConsent(DateOnly today) => InForce(ConsentPurpose.OrganisationLogo, today).LastOrDefault();

    private IEnumerable<Consent> InForce(ConsentPurpose purpose, DateOnly today) =>
        Consents.Where(consent => consent.Purpose == purpose && consent.WithdrawnAt is null && consent.ValidUntil >= today);
}

internal static class ReleaseFiles
{
    /// <summary>Reads the files of all registered people, or of one person, registered or not.</summary>
    public static async Task<List<ReleaseFile>> ReadAsync(AppDbContext db, ICurrentUser user, JobEventId jobEvent, ParticipantId? only, CancellationToken ct)
    {
        var registrations = await db.Registrations.VisibleTo(user).AsNoTracking()
            .Where(registration => registration.JobEventId == jobEvent && (only == null || registration.ParticipantId == only))
            .ToDictionaryAsync(registration => registration.ParticipantId, ct);
        List<ParticipantId> ids = only is { } one ? [one] : [.. registrations.Keys];
        var people = await db.Participants.VisibleTo(user).AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct);
        var profiles = await db.ShortProfiles.VisibleTo(user).AsNoTracking()
            .Where(profile => ids.Contains(profile.ParticipantId)).ToDictionaryAsync(profile => profile.ParticipantId, ct);
        var live = await db.ProfileReleases.VisibleTo(user)
            .Where(release => release.JobEventId == jobEvent && release.Generation == 0 && ids.Contains(release.ParticipantId))
            .ToDictionaryAsync(release => release.ParticipantId, ct);
        var consents = (await db.Consents.VisibleTo(user)
            .Where(consent => ids.Contains(consent.ParticipantId) && (consent.JobEventId == null || consent.JobEventId == jobEvent)
                && (consent.Purpose == ConsentPurpose.ProfileAtEvent || consent.Purpose == ConsentPurpose.OrganisationLogo))
            .OrderBy(consent => consent.RecordedAt).ToListAsync(ct)).ToLookup(consent => consent.ParticipantId);
        return [.. ids.Select(id => new ReleaseFile(
            id, registrations.GetValueOrDefault(id), people.GetValueOrDefault(id), profiles.GetValueOrDefault(id), live.GetValueOrDefault(id), [.. consents[id]]))];
    }
}

/// <summary>Draws numbers that nobody has.</summary>
internal static class ChiffreDrawer
{
    private const int RoundsBeforeLonger = 4;

    /// <summary>Draws <paramref name="count"/> different unused numbers. All organisations are looked at: two may share a region key.
    /// When the four-digit numbers of a region and year run short, longer ones are drawn.</summary>
    public static async Task<List<Chiffre>> DrawAsync(AppDbContext db, string regionKey, int year, int count, CancellationToken ct)
    {
        var drawn = new List<Chiffre>(count);
        for (var round = 0; drawn.Count < count; round++)
        {
            var digits = Math.Min(Chiffre.Digits + (round / RoundsBeforeLonger), Chiffre.MaxDigits);
            var candidates = Enumerable.Range(0, count - drawn.Count).Select(_ => Chiffre.Draw(regionKey, year, digits)).Distinct().Except(drawn).ToList();
            var values = candidates.ConvertAll(candidate => candidate.Value);
            var taken = await db.ProfileReleases.Where(release => values.Contains(release.Chiffre)).Select(release => release.Chiffre).ToListAsync(ct);
            drawn.AddRange(candidates.Where(candidate => !taken.Contains(candidate.Value)));
        }

        return drawn;
    }
}
