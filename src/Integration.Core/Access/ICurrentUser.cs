using Integration.Common;

namespace Integration.Access;

/// <summary>Who is asking. Web takes it from the sign-in, the command line from its options, tests from their world.</summary>
public interface ICurrentUser
{
    /// <summary>The user.</summary>
    UserId Id { get; }

    /// <summary>The organisation the user belongs to; every scope starts here.</summary>
    OrganisationId OrganisationId { get; }

    /// <summary>The user's roles.</summary>
    IReadOnlySet<Role> Roles { get; }

    /// <summary>The name shown to colleagues.</summary>
    string DisplayName { get; }

    /// <summary>Whether one of the roles carries the permission.</summary>
    bool Has(Permission permission) => RolePermissions.Allow(Roles, permission);
}

/// <summary>A user whose facts are known beforehand: the command line and background work.</summary>
public sealed record FixedUser(UserId Id, OrganisationId OrganisationId, IReadOnlySet<Role> Roles, string DisplayName) : ICurrentUser
{
    /// <summary>The portal acting for an organisation, with a case manager's rights.</summary>
    public static FixedUser PortalFor(OrganisationId organisation) =>
        new(UserId.System, organisation, new HashSet<Role> { Role.CaseManager }, "Integrationsportal");
}
