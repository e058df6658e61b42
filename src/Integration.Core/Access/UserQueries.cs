using System.Globalization;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>A line of the list of users.</summary>
/// <param name="Id">The user.</param>
/// <param name="DisplayName">Name.</param>
/// <param name="Email">Address.</param>
/// <param name="Roles">Roles.</param>
/// <param name="SecondStep">Whether a second step after the password is set up.</param>
/// <param name="Passkey">Whether the user has a passkey.</param>
/// <param name="RevokedAt">When access was taken away.</param>
public sealed record UserRow(UserId Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, bool SecondStep, bool Passkey, DateTime? RevokedAt);

/// <summary>An open invitation.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="DisplayName">Name.</param>
/// <param name="Email">Address.</param>
/// <param name="Roles">Roles.</param>
/// <param name="OrganisationName">The organisation invited into, where it is another than the reader's; else empty.</param>
/// <param name="EndsAt">Until when it can be accepted (UTC).</param>
public sealed record InvitationRow(InvitationId Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, string OrganisationName, DateTime EndsAt);

/// <summary>Which users a list shows.</summary>
public sealed record UserFilter
{
    /// <summary>Part of name or address; all when empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only those with this role.</summary>
    public Role? Role { get; init; }

    /// <summary>Only those whose access holds (<see langword="false"/>) or is locked (<see langword="true"/>).</summary>
    public bool? Revoked { get; init; }
}

/// <summary>What the link of an invitation opens.</summary>
/// <param name="Email">Address that was invited.</param>
/// <param name="DisplayName">Name as the inviter wrote it.</param>
/// <param name="OrganisationName">The organisation.</param>
/// <param name="WithPassword">Whether the new user chooses a password; contacts of employers sign in by code or passkey.</param>
public sealed record OpenInvitation(string Email, string DisplayName, string OrganisationName, bool WithPassword);

/// <summary>Reads users and invitations.</summary>
public sealed class UserQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>How long an invitation that has run out is still shown, in days.</summary>
    public const int DaysAfter = 30;

    /// <summary>Whether the portal has no user yet and waits to be set up.</summary>
    public async Task<bool> NobodyYetAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return !await db.Users.AnyAsync(ct);
    }

    /// <summary>Users of the own organisation by name, locked ones last.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<IReadOnlyList<UserRow>>> ListAsync(UserFilter filter, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var users = await db.Users.AsNoTracking().VisibleTo(user).ToListAsync(ct);
        var passkeys = await db.UserPasskeys.Where(p => db.Users.VisibleTo(user).Any(u => u.Id == p.UserId)).Select(p => p.UserId).Distinct().ToListAsync(ct);

        // An organisation has tens of users: comparing here finds "luken" and "Lüken" alike on every server.
        var text = filter.Text.Trim();
        return users
            .Where(u => filter.Role is not { } role || u.Roles.Contains(role))
            .Where(u => filter.Revoked is not { } revoked || revoked == u.RevokedAt is not null)
            .Where(u => Contains(u.DisplayName, text) || Contains(u.Email ?? "", text))
            .OrderBy(u => u.RevokedAt is not null).ThenBy(u => u.DisplayName, StringComparer.CurrentCultureIgnoreCase)
            .Select(u => new UserRow(u.UserId, u.DisplayName, u.Email ?? "", u.Roles, u.TwoFactorEnabled, passkeys.Contains(u.Id), u.RevokedAt)).ToList();
    }

    private static bool Contains(string text, string part) =>
        CultureInfo.CurrentCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    /// <summary>Invitations that nobody has accepted, the newest first: also those that have run out in the last <see cref="DaysAfter"/> days,
    /// because they can be sent again.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<IReadOnlyList<InvitationRow>>> InvitationsAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.UserInvitations.AsNoTracking().VisibleTo(user).OpenAt(clock.GetUtcNow().UtcDateTime.AddDays(-DaysAfter))
            .OrderByDescending(i => i.InvitedAt).ToListAsync(ct);
        var others = open.Select(i => i.OrganisationId).Where(id => id != user.OrganisationId).Distinct().ToList();
        var names = others.Count == 0 ? [] : await db.Organisations.Where(o => others.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return open.Select(i => new InvitationRow(
            i.Id, i.DisplayName, i.Email, i.Roles, names.GetValueOrDefault(i.OrganisationId, ""), i.InvitedAt + UserInvitation.Lifetime)).ToList();
    }

    /// <summary>What a link opens; needs no sign-in, the link is the right.</summary>
    /// <returns>InvitationVoid for an unknown, used, revoked or old link, and for a first user's when the organisation has users by now.</returns>
    public async Task<Result<OpenInvitation>> FindInvitationAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = InvitationToken.HashOf(token);
        var invitation = await db.UserInvitations.AsNoTracking().OpenAt(clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        if (invitation is null || !await db.HoldsAsync(invitation, null, ct))
        {
            return AccessErrors.InvitationVoid;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganisationId, ct);
        return new OpenInvitation(invitation.Email, invitation.DisplayName, organisation.Name, !SignInCode.IsFor(invitation.Roles));
    }
}
