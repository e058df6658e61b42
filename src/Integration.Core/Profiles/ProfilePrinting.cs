using System.Data.Common;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>The only door from releases to paper. A print run takes its releases from <see cref="PrintableBy"/> and is saved by
/// <see cref="TrySavePrintedAsync"/>, which moves them.</summary>
public static class ProfilePrinting
{
    // SQL Server takes at most 2,100 parameters in a command.
    private const int Chunk = 1000;

    /// <summary>Releases of an event that the user may print today: in force, and shown to them. Not tracked: a pile of 600 sheets is read
    /// in a tenth of the time, and saving compares no sheet with itself.</summary>
    public static IQueryable<ProfileRelease> PrintableBy(this AppDbContext db, ICurrentUser user, JobEventId jobEvent, DateOnly today)
    {
        var mayPrint = user.Has(Permission.PrintProfiles);
        return db.ProfileReleases.AsNoTracking().ShownTo(user, db).InForce(db.Consents, today)
            .Where(release => mayPrint && release.JobEventId == jobEvent);
    }

    /// <summary>Saves what the context holds and moves the releases to paper, if every one of them is still as it was read. The version of each
    /// row changes even when it was printed before, so that a withdrawal at the same moment reads again and finds the copies.</summary>
    /// <param name="db">The context that holds the print run. It must be in a transaction, which the caller commits.</param>
    /// <param name="user">Who prints.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="releases">What <see cref="PrintableBy"/> gave.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether all are still in force and in the state that was read. If not, the caller must roll back and print nothing.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open, or a release has ended: it did not come through that door.</exception>
    public static async Task<bool> TrySavePrintedAsync(
        this AppDbContext db, ICurrentUser user, TimeProvider clock, IReadOnlyList<ProfileRelease> releases, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null || releases.Any(release => release.Generation != 0 || release.LockedAt is not null))
        {
            throw new InvalidOperationException("Printing needs a transaction and releases that have not ended.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var release in releases.Where(release => release.State == ProfileState.Released))
        {
            db.Step(release.ShortProfileId, release.Id, release.JobEventId, release.State, ProfileState.Printed, user.Id, now);
        }

        try
        {
            // The audit chain's row is locked before the releases', as in every other act: the other way round two acts could wait for each other.
            await db.SaveChangesAsync(ct);
            return await MoveAsync(db, clock.Today(), releases, ct) == releases.Count;
        }
        catch (DbUpdateException)
        {
            return false;
        }
        catch (DbException race) when (race.IsTransient)
        {
            // Two runs over the same releases waited for each other, and the server chose this one to give way.
            return false;
        }
    }

    private static async Task<int> MoveAsync(AppDbContext db, DateOnly today, IReadOnlyList<ProfileRelease> releases, CancellationToken ct)
    {
        var moved = 0;
        var version = Guid.CreateVersion7();
        foreach (var known in releases.GroupBy(release => release.State))
        {
            var from = known.Key;
            var to = from == ProfileState.Released ? ProfileState.Printed : from;
            foreach (var ids in known.Select(release => release.Id).Chunk(Chunk))
            {
                moved += await db.ProfileReleases.InForce(db.Consents, today).Where(release => ids.Contains(release.Id) && release.State == from)
                    .ExecuteUpdateAsync(set => set.SetProperty(release => release.State, to).SetProperty(release => release.Version, version), ct);
            }
        }

        return moved;
    }
}
