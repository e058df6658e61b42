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

        await using var db = await contexts.CreateDbContextAsync(ct);
        var restored = await db.Users.VisibleTo(user).SingleOrDefaultAsync(u => u.Id == id.Value, ct);
        if (restored is null)
        {
            return Errors.NotFound;
        }

        if (restored.RevokedAt is not null)
        {
            restored.RevokedAt = null;
            // Both: the first ends open pages, the second keeps a request that read the user before from writing the old state back.
            restored.SecurityStamp = NewUser.Stamp();
            restored.ConcurrencyStamp = NewUser.Stamp();
            db.Note(user, clock, AuditAct.UserChanged, nameof(AppUser), restored.Id);
            await db.SaveChangesAsync(ct);
        }

        return Result.Ok;
    }
}
