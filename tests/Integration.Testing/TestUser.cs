using Integration.Access;
using Integration.Common;

namespace Integration.Testing;

/// <summary>Users for tests.</summary>
public static class TestUser
{
    /// <summary>A user of an organisation with the given roles.</summary>
    public static FixedUser With(OrganisationId organisation, params Role[] roles) =>
        new(UserId.New(), organisation, roles.ToHashSet(), "Testperson");

    /// <summary>A case manager.</summary>
    public static FixedUser CaseManager(OrganisationId organisation) => With(organisation, Role.CaseManager);

    /// <summary>Every role, for tests of all roles that lack a right.</summary>
    public static IEnumerable<Role> RolesWithout(Permission permission) =>
        Enum.GetValues<Role>().Where(role => !RolePermissions.Of(role).Contains(permission));
}
