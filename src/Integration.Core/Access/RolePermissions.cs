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
            Permission.RecordConsent, Permission.PrintProfiles, Permission.AnswerContacts,
            Permission.ViewEvents, Permission.RegisterForEvents, Permission.ViewOrganisations,
            Permission.RecordOutcomes, Permission.ViewOutcomes, Permission.ViewEmployers),
        [Role.EmployerService] = Set(
            Permission.ViewProfiles, Permission.PrintProfiles, Permission.VouchForEmployers, Permission.InviteEmployerContacts, Permission.AskForContact, Permission.ViewContacts,
            Permission.ViewEvents, Permission.ViewOrganisations,
            Permission.RecordOutcomes, Permission.ViewOutcomes, Permission.ViewEmployers, Permission.EditOffers),
        [Role.Organiser] = Set(Permission.ViewEvents, Permission.EditEvents, Permission.ViewContacts, Permission.InviteEmployerContacts, Permission.ManageInterpreters, Permission.ViewOrganisations,
            Permission.ViewOutcomes, Permission.ViewEmployers),
        [Role.Reception] = Set(Permission.ViewEvents, Permission.ViewTodaysArrivals),
        [Role.Interpreter] = Set(),
        [Role.EmployerContact] = Set(Permission.BrowseAtStand, Permission.AskForContact, Permission.EditOffers),
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
