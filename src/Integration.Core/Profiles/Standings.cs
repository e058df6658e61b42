using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Reads what decides about standings: states and dates, no texts.</summary>
internal static class Standings
{
    /// <summary>Facts of one event by person; people without profile, release and consent are not among them.</summary>
    public static async Task<Dictionary<ParticipantId, StandingFacts>> OfEventAsync(AppDbContext db, ICurrentUser user, JobEventId jobEvent, CancellationToken ct)
    {
        var facts = await ReadAsync(db, user, null, jobEvent, ct);
        return facts.ToDictionary(pair => pair.Key.Item1, pair => pair.Value);
    }

    /// <summary>Facts of one person by event, for the events with a consent or release.</summary>
    public static async Task<Dictionary<JobEventId, StandingFacts>> OfPersonAsync(AppDbContext db, ICurrentUser user, ParticipantId person, CancellationToken ct)
    {
        var facts = await ReadAsync(db, user, person, null, ct);
        return facts.Where(pair => pair.Key.Item2 != default).ToDictionary(pair => pair.Key.Item2, pair => pair.Value);
    }

    private static async Task<Dictionary<(ParticipantId, JobEventId), StandingFacts>> ReadAsync(
        AppDbContext db, ICurrentUser user, ParticipantId? person, JobEventId? jobEvent, CancellationToken ct)
    {
        var profiles = db.ShortProfiles.VisibleTo(user);
        var releases = db.ProfileReleases.VisibleTo(user);
        var consents = db.Consents.VisibleTo(user).Where(consent => consent.Purpose == ConsentPurpose.ProfileAtEvent && consent.JobEventId != null);
        if (person is { } one)
        {
            profiles = profiles.Where(profile => profile.ParticipantId == one);
            releases = releases.Where(release => release.ParticipantId == one);
            consents = consents.Where(consent => consent.ParticipantId == one);
        }

        if (jobEvent is { } only)
        {
            profiles = profiles.Where(profile => db.Registrations.Any(r => r.JobEventId == only && r.ParticipantId == profile.ParticipantId));
            releases = releases.Where(release => release.JobEventId == only);
            consents = consents.Where(consent => consent.JobEventId == only);
        }

        var states = await profiles.Select(profile => new { profile.ParticipantId, profile.State, profile.Revision })
            .ToDictionaryAsync(profile => profile.ParticipantId, ct);
        var releaseRows = (await releases
            .Select(r => new { r.ParticipantId, r.JobEventId, r.Id, r.Chiffre, r.State, r.Generation, r.Revision, r.ReleasedAt, r.ValidUntil, r.ConsentId })
            .ToListAsync(ct)).ToLookup(
                r => (r.ParticipantId, r.JobEventId),
                r => new ReleaseFacts(r.Id, r.Chiffre, r.State, r.Generation, r.Revision, r.ReleasedAt, r.ValidUntil, r.ConsentId));
        var consentRows = (await consents.OrderBy(consent => consent.RecordedAt)
            .Select(c => new { c.ParticipantId, JobEventId = c.JobEventId!.Value, c.Id, c.ProfileRevision, c.ValidUntil, c.WithdrawnAt })
            .ToListAsync(ct)).ToLookup(c => (c.ParticipantId, c.JobEventId), c => new ConsentFacts(c.Id, c.ProfileRevision, c.ValidUntil, c.WithdrawnAt));
        return releaseRows.Select(group => group.Key).Concat(consentRows.Select(group => group.Key))
            .Concat(states.Keys.Select(key => (key, jobEvent ?? default)))
            .Distinct()
            .ToDictionary(key => key, key => new StandingFacts(
                states.GetValueOrDefault(key.Item1)?.State, states.GetValueOrDefault(key.Item1)?.Revision ?? 0, [.. releaseRows[key]], [.. consentRows[key]]));
    }
}
