using Integration.Access;
using Integration.Data;
using Integration.Privacy;

namespace Integration.Profiles;

/// <summary>Which profiles and releases a user can reach.</summary>
public static class ProfileScope
{
    /// <summary>Profiles as they are being written: the owning organisation's case managers alone.</summary>
    public static IQueryable<ShortProfile> VisibleTo(this IQueryable<ShortProfile> profiles, ICurrentUser user)
    {
        var mayView = user.Has(Permission.EditProfiles);
        var organisation = user.OrganisationId;
        return profiles.Where(profile => mayView && profile.OrganisationId == organisation);
    }

    /// <summary>Releases with their person: the owning organisation's case managers alone.</summary>
    public static IQueryable<ProfileRelease> VisibleTo(this IQueryable<ProfileRelease> releases, ICurrentUser user)
    {
        var mayView = user.Has(Permission.EditProfiles);
        var organisation = user.OrganisationId;
        return releases.Where(release => mayView && release.OrganisationId == organisation);
    }

    /// <summary>Releases without their person: a case manager sees those of the own organisation; the employer service, which acts for
    /// employers, those of every organisation at the events in which its own takes part. To be narrowed by <see cref="InForce"/> always.</summary>
    public static IQueryable<ProfileRelease> ShownTo(this IQueryable<ProfileRelease> releases, ICurrentUser user, AppDbContext db)
    {
        var mayView = user.Has(Permission.ViewProfiles);
        var actsForEmployers = user.Roles.Contains(Role.EmployerService);
        var organisation = user.OrganisationId;
        return releases.Where(release => mayView && (release.OrganisationId == organisation
            || (actsForEmployers && db.JobEvents.Any(e => e.Id == release.JobEventId
                && (e.OrganisationId == organisation || e.Hosts.Any(host => host.OrganisationId == organisation))))));
    }

    /// <summary>Releases that may be printed or shown on <paramref name="today"/>: not locked, not expired,
    /// and resting on a consent that is in force. Every way to paper or to an employer starts here.</summary>
    public static IQueryable<ProfileRelease> InForce(this IQueryable<ProfileRelease> releases, IQueryable<Consent> consents, DateOnly today) =>
        from release in releases
        join consent in consents on release.ConsentId equals consent.Id
        where release.LockedAt == null
            && release.Generation == 0
            && release.State != ProfileState.Expired
            && release.State != ProfileState.Locked
            && release.State != ProfileState.Deleted
            && release.ValidUntil >= today
            && consent.WithdrawnAt == null
            && consent.ValidUntil >= today
            && consent.Purpose == ConsentPurpose.ProfileAtEvent
            && consent.JobEventId == release.JobEventId
            && consent.ParticipantId == release.ParticipantId
            && consent.ProfileRevision == release.Revision
        select release;
}
