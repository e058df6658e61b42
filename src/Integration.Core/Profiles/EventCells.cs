using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Profiles.Lint;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>The cells of all profiles of an event, for the rare combination.</summary>
internal static class EventCells
{
    /// <summary>The own organisation's profiles of people who come, and what other organisations have released: an employer sees them
    /// all together. Of foreign releases only the anonymous content is read, and only its cell is kept.</summary>
    public static async Task<List<(ParticipantId? Whose, ProfileCell Cell)>> ReadAsync(
        AppDbContext db, ICurrentUser user, JobEventId jobEvent, DateOnly today, CancellationToken ct)
    {
        var coming = db.Registrations.VisibleTo(user).WhoCome(jobEvent);
        var own = await db.ShortProfiles.VisibleTo(user).AsNoTracking()
            .Where(profile => coming.Any(registration => registration.ParticipantId == profile.ParticipantId))
            .Select(profile => new { profile.ParticipantId, profile.Content }).ToListAsync(ct);
        var organisation = user.OrganisationId;
        var foreign = await db.ProfileReleases.AsNoTracking().InForce(db.Consents, today)
            .Where(release => release.JobEventId == jobEvent && release.OrganisationId != organisation)
            .Select(release => release.Content).ToListAsync(ct);
        return
        [
            .. own.Select(profile => ((ParticipantId?)profile.ParticipantId, ProfileCell.Of(profile.Content))),
            .. foreign.Select(content => ((ParticipantId?)null, ProfileCell.Of(content))),
        ];
    }

    /// <summary>Registrations of people who are expected: noted, invited or with a yes. Who waits has no place yet.</summary>
    public static IQueryable<Registration> WhoCome(this IQueryable<Registration> registrations, JobEventId jobEvent) =>
        registrations.Where(registration => registration.JobEventId == jobEvent
            && (registration.State == RegistrationState.Noted || registration.State == RegistrationState.Invited
                || registration.State == RegistrationState.Accepted));
}
