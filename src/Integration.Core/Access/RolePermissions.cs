using System.Collections.Frozen;

namespace Integration.Access;

/// <summary>The one table that says what each role may do.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.CaseManager] = Set(
            Permission.ViewParticipants, Permission.EditParticipants, Permission.ImportParticipants,
            Permission.ViewProfiles, Permission.EditProfiles, Permission.ReleaseProfiles,
            Permission.RecordConsent, Permission.PrintProfiles,
            Permission.ViewEvents, Permission.RegisterForEvents, Permission.ViewOrganisations),
        [Role.EmployerService] = Set(
            Permission.ViewProfiles, Permission.PrintProfiles, Permission.VouchForEmployers, Permission.ViewEvents, Permission.ViewOrganisations),
        [Role.Organiser] = Set(Permission.ViewEvents, Permission.EditEvents, Permission.ManageInterpreters, Permission.ViewOrganisations),
        [Role.Reception] = Set(Permission.ViewEvents, Permission.ViewTodaysArrivals),
        [Role.Interpreter] = Set(),
        [Role.EmployerContact] = Set(),
        [Role.ProjectPartner] = Set(),
        [Role.DataProtectionOfficer] = Set(Permission.ReadAuditTrail, Permission.ViewOrganisations),
        [Role.Administrator] = Set(Permission.ManageUsers, Permission.ViewOrganisations, Permission.EditOrganisations, Permission.ViewEvents),
    }.ToFrozenDictionary();

    /// <summary>The permissions of one role.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    /// <summary>Whether any of <paramref name="roles"/> carries <paramref name="permission"/>.</summary>
    public static bool Allow(IEnumerable<Role> roles, Permission permission) => roles.Any(role => Table[role].Contains(permission));

    /// <summary>The roles whose work is with staff pages.</summary>
    public static IReadOnlySet<Role> Staff { get; } = new HashSet<Role>
    {
        Role.CaseManager, Role.EmployerService, Role.Organiser, Role.Reception, Role.DataProtectionOfficer, Role.Administrator,
    };

    private static FrozenSet<Permission> Set(params Permission[] permissions) => permissions.ToFrozenSet();
}
