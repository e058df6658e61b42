using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Empties the releases of the caller's organisation that ended long ago: the text goes; the Chiffre, the days and the steps stay, so that a
/// copy that turns up can still be named and recalled. Runs in the background like <see cref="ExpireReleases"/>.</summary>
public sealed class DeleteOldReleases(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, RetentionOptions retention)
{
    private const int AtOnce = 500;

    /// <summary>Empties them.</summary>
    /// <returns>How many; more may be left, and are taken with the next call.</returns>
    public async Task<Result<int>> ExecuteAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ReleaseProfiles))
        {
            return Errors.Forbidden;
        }

        return await Persistently.RunAsync(() => OnceAsync(ct));
    }

    private async Task<Result<int>> OnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = clock.Today().AddMonths(-retention.ReleaseMonths);
        var old = await db.ProfileReleases.VisibleTo(user)
            .Where(release => release.ValidUntil < before && (release.State == ProfileState.Expired || release.State == ProfileState.Locked))
            .OrderBy(release => release.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        if (old.Count == 0)
        {
            return 0;
        }

        foreach (var release in old)
        {
            db.Move(release, ProfileState.Deleted, user.Id, clock.GetUtcNow().UtcDateTime);
            release.Content = new ProfileContent();
        }

        db.Note(user, clock, AuditAct.ProfileDeleted, nameof(ProfileRelease), count: old.Count);
        await db.SaveChangesAsync(ct);
        return old.Count;
    }
}
