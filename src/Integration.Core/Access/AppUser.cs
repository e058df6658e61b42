using Integration.Common;
using Microsoft.AspNetCore.Identity;

namespace Integration.Access;

/// <summary>A person who signs in. Belongs to one organisation.</summary>
public class AppUser : IdentityUser<Guid>
{
    /// <summary>Longest display name in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The roles; see <see cref="RolePermissions"/>.</summary>
    public List<Role> Roles { get; set; } = [];

    /// <summary>The language of the user's pages and mails: de or en.</summary>
    public string Language { get; set; } = "de";

    /// <summary>When access was taken away; <see langword="null"/> while it holds.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>The typed id.</summary>
    public UserId UserId => new(Id);

    /// <summary>Ends every sign-in of this user with the next recheck. Both stamps change: the first ends open pages, the second keeps a request that
    /// read the user before from writing the old state back.</summary>
    internal void EndSessions()
    {
        SecurityStamp = NewUser.Stamp();
        ConcurrencyStamp = NewUser.Stamp();
    }
}

/// <summary>An invitation by e-mail to become a user. The token itself is only in the mail.</summary>
public class UserInvitation
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The id.</summary>
    public InvitationId Id { get; set; } = InvitationId.New();

    /// <summary>The organisation the new user will belong to.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Where the invitation was sent.</summary>
    public string Email { get; set; } = "";

    /// <summary>Name of the invited person.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The roles the new user will have.</summary>
    public List<Role> Roles { get; set; } = [];

    /// <summary>SHA-256 of the token in lower-case hexadecimal.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>Who invited.</summary>
    public UserId InvitedBy { get; set; }

    /// <summary>When.</summary>
    public DateTime InvitedAt { get; set; }

    /// <summary>When it was accepted; <see langword="null"/> while open.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>When it was taken back; <see langword="null"/> otherwise.</summary>
    public DateTime? RevokedAt { get; set; }
}
