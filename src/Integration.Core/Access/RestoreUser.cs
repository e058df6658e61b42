using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Gives a revoked user access again, with the password and second step they had.</summary>
public sealed class RestoreUser(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Restores.</summary>
    /// <returns>Forbidden or NotFound.</returns>
    public async Task<Result> ExecuteAsync(UserId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        return await Persistently.RunAsync(() => OnceAsync(id, ct));
    }

    private async Task<Result> OnceAsync(UserId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var restored = await db.Users.VisibleTo(user).SingleOrDefaultAsync(u => u.Id == id.Value, ct);
        if (restored is null)
        {
            return Errors.NotFound;
        }

        if (restored.RevokedAt is not null)
        {
            restored.RevokedAt = null;
            restored.EndSessions();
            db.Note(user, clock, AuditAct.UserChanged, nameof(AppUser), restored.Id);
            await db.SaveChangesAsync(ct);
        }

        return Result.Ok;
    }
}
