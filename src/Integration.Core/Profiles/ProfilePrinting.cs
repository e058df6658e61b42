using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>The only door from releases to paper. A print run takes its releases from <see cref="PrintableBy"/> and marks them in the save that
/// records the run.</summary>
public static class ProfilePrinting
{
    /// <summary>Releases of an event that the user may print today: in force, and shown to them. Tracked.</summary>
    public static IQueryable<ProfileRelease> PrintableBy(this AppDbContext db, ICurrentUser user, JobEventId jobEvent, DateOnly today)
    {
        var mayPrint = user.Has(Permission.PrintProfiles);
        return db.ProfileReleases.ShownTo(user, db).InForce(db.Consents, today).Where(release => mayPrint && release.JobEventId == jobEvent);
    }

    /// <summary>Notes that releases go to paper. Each row is saved even when it was printed before, so that a withdrawal at the same moment makes the
    /// save fail with <see cref="DbUpdateConcurrencyException"/> and nothing is printed.</summary>
    /// <param name="db">The context that tracks the releases and saves the print run.</param>
    /// <param name="user">Who prints.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="releases">What <see cref="PrintableBy"/> gave.</param>
    /// <exception cref="InvalidOperationException">A release has ended: it did not come through that door.</exception>
    public static void MarkPrinted(this AppDbContext db, ICurrentUser user, TimeProvider clock, IEnumerable<ProfileRelease> releases)
    {
        foreach (var release in releases)
        {
            if (release.Generation != 0 || release.LockedAt is not null)
            {
                throw new InvalidOperationException("A release that has ended cannot be printed.");
            }

            if (release.State == ProfileState.Released)
            {
                db.Move(release, ProfileState.Printed, user.Id, clock.GetUtcNow().UtcDateTime);
            }

            // The state alone, not the whole row: a pile of 600 is saved in half the time.
            db.Entry(release).Property(known => known.State).IsModified = true;
        }
    }
}
