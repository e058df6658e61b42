using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Turns an invitation into a user. The link is the right: nobody is signed in yet. Of two attempts at once, one wins.</summary>
public sealed class AcceptInvitation(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>What the invited person fills in.</summary>
    public sealed class Form
    {
        /// <summary>The secret of the link.</summary>
        public string Token { get; set; } = "";

        /// <summary>Name shown to colleagues.</summary>
        public string DisplayName { get; set; } = "";

        /// <summary>The chosen password; see <see cref="PasswordRules"/>. Contacts of employers have none (<see cref="SignInCode"/>).</summary>
        public string Password { get; set; } = "";

        /// <summary>Language of pages and mails: de or en.</summary>
        public string Language { get; set; } = "de";
    }

    /// <summary>Makes the user.</summary>
    /// <returns>The user's id; InvitationVoid, Required, TooLong, a broken password rule, or EmailTaken.</returns>
    public async Task<Result<UserId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var invitation = await db.UserInvitations.AsNoTracking().OpenAt(now).SingleOrDefaultAsync(i => i.TokenHash == InvitationToken.HashOf(form.Token), ct);
        if (invitation is null || !await db.HoldsAsync(invitation, null, ct))
        {
            return AccessErrors.InvitationVoid;
        }

        var name = form.DisplayName.Trim();
        if (name.Length is 0 or > AppUser.NameMaxLength)
        {
            return name.Length == 0 ? Errors.Required(nameof(Form.DisplayName)) : Errors.TooLong(nameof(Form.DisplayName), AppUser.NameMaxLength);
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == invitation.OrganisationId, ct);
        var withoutPassword = SignInCode.IsFor(invitation.Roles);
        if (!withoutPassword && PasswordRules.Check(form.Password, name, invitation.Email, organisation.Name) is { } weak)
        {
            return weak with { Field = nameof(Form.Password) };
        }

        var normalized = invitation.Email.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct))
        {
            return AccessErrors.EmailTaken;
        }

        var user = withoutPassword
            ? NewUser.WithoutPassword(invitation.OrganisationId, invitation.Email, name, invitation.Roles, form.Language)
            : NewUser.Make(invitation.OrganisationId, invitation.Email, name, invitation.Roles, form.Language, form.Password);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var won = await db.UserInvitations.OpenAt(now).Where(i => i.Id == invitation.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, now), ct);
        if (won == 0)
        {
            return AccessErrors.InvitationVoid;
        }

        db.Add(user);
        var self = new FixedUser(user.UserId, user.OrganisationId, user.Roles.ToHashSet(), user.DisplayName);
        db.Note(self, clock, AuditAct.Created, nameof(AppUser), user.Id);
        await db.SaveChangesAsync(ct);
        // Saving took the lock of the organisation's audit chain: only now is it certain that nobody else was first.
        if (!await db.HoldsAsync(invitation, user.Id, ct))
        {
            return AccessErrors.InvitationVoid;
        }

        await transaction.CommitAsync(ct);
        return user.UserId;
    }
}

/// <summary>Makes users with a password.</summary>
internal static class NewUser
{
    public static AppUser Make(OrganisationId organisation, string email, string name, IEnumerable<Role> roles, string language, string password)
    {
        var user = WithoutPassword(organisation, email, name, roles, language);
        user.PasswordHash = HashOf(user, password);
        return user;
    }

    public static string HashOf(AppUser user, string password) => new PasswordHasher<AppUser>().HashPassword(user, password);

    public static AppUser WithoutPassword(OrganisationId organisation, string email, string name, IEnumerable<Role> roles, string language) =>
        new()
        {
            Id = UserId.New().Value,
            OrganisationId = organisation,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            // The link came by that mail.
            EmailConfirmed = true,
            DisplayName = name,
            Roles = [.. roles],
            Language = language == "en" ? "en" : "de",
            LockoutEnabled = true,
            SecurityStamp = Stamp(),
            ConcurrencyStamp = Stamp(),
        };

    /// <summary>A new security stamp: every open sign-in of the user becomes void.</summary>
    public static string Stamp() => InvitationToken.New()[..32].ToUpperInvariant();
}

/// <summary>Invitations that can still be accepted.</summary>
internal static class OpenInvitations
{
    public static IQueryable<UserInvitation> OpenAt(this IQueryable<UserInvitation> invitations, DateTime now)
    {
        var earliest = now - UserInvitation.Lifetime;
        return invitations.Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.InvitedAt > earliest);
    }

    /// <summary>Whether the inviting user may still let somebody in: a colleague may, somebody from elsewhere only the first user, or contacts of an
    /// employer, who see nothing without a voucher.</summary>
    /// <param name="db">The context that reads.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="accepting">The user it has just become, who does not count; <see langword="null"/> before.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> HoldsAsync(this AppDbContext db, UserInvitation invitation, Guid? accepting, CancellationToken ct)
    {
        if (SignInCode.IsFor(invitation.Roles))
        {
            return true;
        }

        var (organisation, inviting) = (invitation.OrganisationId, invitation.InvitedBy.Value);
        var others = db.Users.Where(u => u.OrganisationId == organisation && u.Id != accepting);
        return await others.AnyAsync(u => u.Id == inviting, ct) || !await others.AnyAsync(ct);
    }
}
