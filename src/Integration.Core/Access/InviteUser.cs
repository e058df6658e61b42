using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Invites somebody by e-mail. The link is in the mail alone; the database keeps its hash. An earlier open invitation to
/// the same address and organisation is taken back. Whoever may make organisations may also invite the first administrator of one without users.</summary>
public sealed class InviteUser(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>What is asked for.</summary>
    public sealed class Form
    {
        /// <summary>Where the invitation goes, and what the user will sign in with.</summary>
        [Required, MaxLength(200)] public string Email { get; set; } = "";

        /// <summary>Name shown to colleagues.</summary>
        [Required, MaxLength(AppUser.NameMaxLength)] public string DisplayName { get; set; } = "";

        /// <summary>At least one.</summary>
        public HashSet<Role> Roles { get; set; } = [];

        /// <summary>Language of the mail: de or en.</summary>
        public string Language { get; set; } = "de";

        /// <summary>Another organisation that has no user yet; <see langword="null"/> for the own one.</summary>
        public OrganisationId? OrganisationId { get; set; }
    }

    /// <summary>Invites.</summary>
    /// <returns>The invitation; Forbidden, Required, TooLong, or an error of <see cref="AccessErrors"/>.</returns>
    public async Task<Result<InvitationId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        var (email, name) = (form.Email.Trim(), form.DisplayName.Trim());
        if ((NewInvitation.Check(email, name) ?? (form.Roles.Count == 0 ? AccessErrors.RoleMissing : null)) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = await OrganisationAsync(db, form, ct);
        if (!organisation.Done)
        {
            return organisation.Error;
        }

        var normalized = email.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct))
        {
            return AccessErrors.EmailTaken;
        }

        var invitation = await db.InviteAsync(user, clock, organisation.Value!.Id, email, name, form.Roles, token =>
            db.Send(clock, email, form.Language, "Invitation", user.DisplayName, organisation.Value.Name, address.Of(InvitationToken.Path + token)), ct);
        await db.SaveChangesAsync(ct);
        return invitation;
    }

    private async Task<Result<Organisation>> OrganisationAsync(AppDbContext db, Form form, CancellationToken ct)
    {
        var id = form.OrganisationId ?? user.OrganisationId;
        var organisation = await db.Organisations.VisibleTo(user).SingleOrDefaultAsync(o => o.Id == id, ct);
        if (organisation is null)
        {
            return Errors.NotFound;
        }

        if (id == user.OrganisationId)
        {
            return organisation;
        }

        if (!user.Has(Permission.EditOrganisations) || await db.Users.AnyAsync(u => u.OrganisationId == id, ct))
        {
            return Errors.Forbidden;
        }

        return form.Roles.Contains(Role.Administrator) ? organisation : AccessErrors.FirstMustAdminister;
    }
}

/// <summary>The secret in the link of an invitation.</summary>
public static class InvitationToken
{
    /// <summary>The address that takes one.</summary>
    internal const string Path = "/account/invitation?token=";

    /// <summary>A new one: 256 random bits, safe in an address.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database keeps of it.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>Writes invitations; they are saved by the caller.</summary>
internal static class NewInvitation
{
    /// <summary>What is wrong with an address and a name.</summary>
    public static Error? Check(string email, string name) =>
        email.Length == 0 ? Errors.Required(nameof(InviteUser.Form.Email))
        : email.Length > 200 ? Errors.TooLong(nameof(InviteUser.Form.Email), 200)
        : !EmailAddress.IsValid(email) ? AccessErrors.EmailInvalid
        : name.Length == 0 ? Errors.Required(nameof(InviteUser.Form.DisplayName))
        : name.Length > AppUser.NameMaxLength ? Errors.TooLong(nameof(InviteUser.Form.DisplayName), AppUser.NameMaxLength)
        : null;

    /// <summary>Adds an invitation and takes back an earlier open one to the same address and organisation.</summary>
    public static async Task<InvitationId> InviteAsync(
        this AppDbContext db, ICurrentUser user, TimeProvider clock, OrganisationId target, string email, string name, IEnumerable<Role> roles, Action<string> mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.UserInvitations.Where(i => i.OrganisationId == target && i.Email == email && i.AcceptedAt == null && i.RevokedAt == null);
        foreach (var earlier in await open.ToListAsync(ct))
        {
            earlier.RevokedAt = now;
        }

        var token = InvitationToken.New();
        var invitation = new UserInvitation
        {
            OrganisationId = target,
            Email = email,
            DisplayName = name,
            Roles = [.. roles.Order()],
            TokenHash = InvitationToken.HashOf(token),
            InvitedBy = user.Id,
            InvitedAt = now,
        };
        db.Add(invitation);
        mail(token);
        db.Note(user, clock, AuditAct.UserInvited, nameof(UserInvitation), invitation.Id.Value);
        return invitation.Id;
    }
}

/// <summary>E-mail addresses.</summary>
public static class EmailAddress
{
    /// <summary>Whether the text is one address and nothing else, with a host that has a dot.</summary>
    public static bool IsValid(string text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
