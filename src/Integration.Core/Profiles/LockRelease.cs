using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Locks a release by hand, for example after a mistake on the sheet. Its Chiffre is never used again.</summary>
public sealed class LockRelease(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Locks; locking twice changes nothing.</summary>
    public async Task<Result> ExecuteAsync(ProfileReleaseId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ReleaseProfiles))
        {
            return Errors.Forbidden;
        }

        return await Persistently.RunAsync(() => OnceAsync(id, ct));
    }

    private async Task<Result> OnceAsync(ProfileReleaseId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var release = await db.ProfileReleases.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct);
        if (release is null)
        {
            return Errors.NotFound;
        }

        if (release.State is ProfileState.Locked or ProfileState.Deleted)
        {
            return Result.Ok;
        }

        var highest = await Generations.HighestAsync(db, [release.ParticipantId], ct);
        db.End(release, ProfileState.Locked, highest.Next(release), user.Id, clock.GetUtcNow().UtcDateTime);
        db.Note(user, clock, AuditAct.ProfileLocked, nameof(ProfileRelease), release.Id.Value, release.JobEventId);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
