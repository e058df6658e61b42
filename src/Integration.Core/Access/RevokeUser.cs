using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Takes a user's access away. Their open pages stop within the time in which sign-ins are rechecked.</summary>
public sealed class RevokeUser(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Revokes.</summary>
    /// <returns>Forbidden, NotFound, Oneself or LastAdministrator; revoking again changes nothing.</returns>
    public async Task<Result> ExecuteAsync(UserId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        if (id == user.Id)
        {
            return AccessErrors.Oneself;
        }

        // A sign-in of that user may save between.
        return await Persistently.RunAsync(() => OnceAsync(id, ct));
    }

    private async Task<Result> OnceAsync(UserId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var revoked = await db.Users.VisibleTo(user).SingleOrDefaultAsync(u => u.Id == id.Value, ct);
        if (revoked is null)
        {
            return Errors.NotFound;
        }

        if (revoked.RevokedAt is not null)
        {
            return Result.Ok;
        }

        if (await Administrators.IsLastAsync(db, revoked, ct))
        {
            return AccessErrors.LastAdministrator;
        }

        revoked.RevokedAt = clock.GetUtcNow().UtcDateTime;
        revoked.EndSessions();
        db.Note(user, clock, AuditAct.UserRevoked, nameof(AppUser), revoked.Id);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
