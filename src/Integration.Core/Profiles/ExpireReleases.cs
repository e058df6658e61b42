using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Ends the releases of the caller's organisation whose last day is over. Runs in the background, once for each organisation with
/// <see cref="FixedUser.PortalFor"/>. Nothing depends on its having run: <see cref="ProfileScope.InForce"/> looks at the day itself.</summary>
public sealed class ExpireReleases(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Ends them.</summary>
    /// <returns>How many ended.</returns>
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
        var today = clock.Today();
        var over = await db.ProfileReleases.VisibleTo(user)
            .Where(release => release.Generation == 0 && release.ValidUntil < today && release.State != ProfileState.Deleted)
            .ToListAsync(ct);
        if (over.Count == 0)
        {
            return 0;
        }

        var highest = await Generations.HighestAsync(db, over.Select(release => release.ParticipantId), ct);
        foreach (var release in over)
        {
            db.End(release, ProfileState.Expired, highest.Next(release), user.Id, clock.GetUtcNow().UtcDateTime);
        }

        db.Note(user, clock, AuditAct.ProfileExpired, nameof(ProfileRelease), count: over.Count);
        await db.SaveChangesAsync(ct);
        return over.Count;
    }
}
