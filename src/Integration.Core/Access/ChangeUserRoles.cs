using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Gives a user of the own organisation other roles. Open pages of that user stop, so that the old rights end too.</summary>
public sealed class ChangeUserRoles(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Sets the roles.</summary>
    /// <returns>Forbidden, NotFound, RoleMissing or LastAdministrator.</returns>
    public async Task<Result> ExecuteAsync(UserId id, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        if (roles.Count == 0)
        {
            return AccessErrors.RoleMissing;
        }

        // A sign-in of that user may save between.
        return await Persistently.RunAsync(() => OnceAsync(id, roles, ct));
    }

    private async Task<Result> OnceAsync(UserId id, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var changed = await db.Users.VisibleTo(user).SingleOrDefaultAsync(u => u.Id == id.Value, ct);
        if (changed is null)
        {
            return Errors.NotFound;
        }

        if (!roles.Contains(Role.Administrator) && await Administrators.IsLastAsync(db, changed, ct))
        {
            return AccessErrors.LastAdministrator;
        }

        changed.Roles = [.. roles.Order()];
        changed.EndSessions();
        db.Note(user, clock, AuditAct.UserChanged, nameof(AppUser), changed.Id);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}

/// <summary>Who can still manage an organisation's users.</summary>
internal static class Administrators
{
    // Roles are one column that no query looks into; an organisation has tens of users, not thousands.
    public static async Task<bool> IsLastAsync(AppDbContext db, AppUser user, CancellationToken ct) =>
        user.Roles.Contains(Role.Administrator)
        && !(await db.Users.Where(u => u.OrganisationId == user.OrganisationId && u.Id != user.Id && u.RevokedAt == null).Select(u => u.Roles).ToListAsync(ct))
            .Exists(roles => roles.Contains(Role.Administrator));
}
