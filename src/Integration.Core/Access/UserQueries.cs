using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>A line of the list of users.</summary>
/// <param name="Id">The user.</param>
/// <param name="DisplayName">Name.</param>
/// <param name="Email">Address.</param>
/// <param name="Roles">Roles.</param>
/// <param name="SecondStep">Whether a second step is set up.</param>
/// <param name="RevokedAt">When access was taken away.</param>
public sealed record UserRow(UserId Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, bool SecondStep, DateTime? RevokedAt);

/// <summary>An open invitation.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="DisplayName">Name.</param>
/// <param name="Email">Address.</param>
/// <param name="Roles">Roles.</param>
/// <param name="EndsAt">Until when it can be accepted.</param>
public sealed record InvitationRow(InvitationId Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, DateTime EndsAt);

/// <summary>What the link of an invitation opens.</summary>
/// <param name="Email">Address that was invited.</param>
/// <param name="DisplayName">Name as the inviter wrote it.</param>
/// <param name="OrganisationName">The organisation.</param>
public sealed record OpenInvitation(string Email, string DisplayName, string OrganisationName);

/// <summary>Reads users and invitations.</summary>
public sealed class UserQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Whether the portal has no user yet and waits to be set up.</summary>
    public async Task<bool> NobodyYetAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return !await db.Users.AnyAsync(ct);
    }

    /// <summary>All users of the own organisation by name, revoked ones last.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<IReadOnlyList<UserRow>>> ListAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var users = await db.Users.AsNoTracking().VisibleTo(user).OrderBy(u => u.DisplayName).ToListAsync(ct);
        return users.OrderBy(u => u.RevokedAt is not null)
            .Select(u => new UserRow(u.UserId, u.DisplayName, u.Email ?? "", u.Roles, u.TwoFactorEnabled, u.RevokedAt)).ToList();
    }

    /// <summary>Open invitations of the own organisation, the newest first.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<IReadOnlyList<InvitationRow>>> InvitationsAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.UserInvitations.AsNoTracking().VisibleTo(user).OpenAt(clock.GetUtcNow().UtcDateTime)
            .OrderByDescending(i => i.InvitedAt).ToListAsync(ct);
        return open.Select(i => new InvitationRow(i.Id, i.DisplayName, i.Email, i.Roles, i.InvitedAt + UserInvitation.Lifetime)).ToList();
    }

    /// <summary>What a link opens; needs no sign-in, the link is the right.</summary>
    /// <returns>InvitationVoid for an unknown, used, revoked or old link.</returns>
    public async Task<Result<OpenInvitation>> FindInvitationAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = InvitationToken.HashOf(token);
        var invitation = await db.UserInvitations.AsNoTracking().OpenAt(clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        if (invitation is null)
        {
            return AccessErrors.InvitationVoid;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganisationId, ct);
        return new OpenInvitation(invitation.Email, invitation.DisplayName, organisation.Name);
    }
}
