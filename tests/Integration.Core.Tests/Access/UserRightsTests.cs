using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Access;

public sealed class UserRightsTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutUsers => new(TestUser.RolesWithout(Permission.ManageUsers));

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedRoles_RenewTheSecurityStampAndAreNoted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (admin, colleague) = await PeopleAsync(database);

        Assert.True((await ChangeAsync(database, admin.Asking(), colleague, Role.Reception, Role.CaseManager)).Done);

        var changed = await ReadAsync(database, colleague);
        Assert.Equal([Role.CaseManager, Role.Reception], changed.Roles);
        Assert.NotEqual(colleague.SecurityStamp, changed.SecurityStamp);
        Assert.Equal((AuditAct.UserChanged, colleague.Id), await LastNoteAsync(database));
        Assert.Equal(AccessErrors.RoleMissing, (await ChangeAsync(database, admin.Asking(), colleague)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task LockedUser_IsUnlockedWithANewStampEachTime(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (admin, colleague) = await PeopleAsync(database);

        Assert.True((await RevokeAsync(database, admin.Asking(), colleague)).Done);
        var locked = await ReadAsync(database, colleague);
        Assert.NotNull(locked.RevokedAt);
        Assert.NotEqual(colleague.SecurityStamp, locked.SecurityStamp);
        Assert.Equal((AuditAct.UserRevoked, colleague.Id), await LastNoteAsync(database));

        Assert.True((await RestoreAsync(database, admin.Asking(), colleague)).Done);
        var restored = await ReadAsync(database, colleague);
        Assert.Null(restored.RevokedAt);
        Assert.NotEqual(locked.SecurityStamp, restored.SecurityStamp);
        Assert.Equal((AuditAct.UserChanged, colleague.Id), await LastNoteAsync(database));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task LastAdministrator_KeepsRoleAndAccess(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (admin, colleague) = await PeopleAsync(database);

        Assert.Equal(AccessErrors.LastAdministrator, (await ChangeAsync(database, admin.Asking(), admin, Role.CaseManager)).Error);
        Assert.Equal(AccessErrors.Oneself, (await RevokeAsync(database, admin.Asking(), admin)).Error);
        Assert.Equal(AccessErrors.LastAdministrator, (await RevokeAsync(database, TestUser.With(admin.OrganisationId, Role.Administrator), admin)).Error);
        Assert.Equal((true, null), ((await ReadAsync(database, admin)).Roles.Contains(Role.Administrator), (await ReadAsync(database, admin)).RevokedAt));

        // A second administrator whose access is locked does not count, one whose access holds does.
        Assert.True((await ChangeAsync(database, admin.Asking(), colleague, Role.Administrator)).Done);
        Assert.True((await RevokeAsync(database, admin.Asking(), colleague)).Done);
        Assert.Equal(AccessErrors.LastAdministrator, (await ChangeAsync(database, admin.Asking(), admin, Role.CaseManager)).Error);
        Assert.True((await RestoreAsync(database, admin.Asking(), colleague)).Done);
        Assert.True((await ChangeAsync(database, admin.Asking(), admin, Role.CaseManager)).Done);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SignInOfThatUserMeanwhile_DoesNotKeepTheAccess(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (admin, colleague) = await PeopleAsync(database);
        var interrupted = new Interrupted(database, db => db.Users.Where(u => u.Id == colleague.Id)
            .ExecuteUpdate(set => set.SetProperty(u => u.AccessFailedCount, 1).SetProperty(u => u.ConcurrencyStamp, "other")));

        Assert.True((await new RevokeUser(interrupted, admin.Asking(), TimeProvider.System).ExecuteAsync(colleague.UserId, CancellationToken.None)).Done);

        var revoked = await ReadAsync(database, colleague);
        Assert.True(interrupted.Happened);
        Assert.NotNull(revoked.RevokedAt);
        Assert.Equal(1, revoked.AccessFailedCount);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ForeignUser_IsNotFound(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (admin, _) = await PeopleAsync(database);
        var (_, foreign) = await PeopleAsync(database);

        Assert.Equal(Errors.NotFound, (await ChangeAsync(database, admin.Asking(), foreign, Role.Reception)).Error);
        Assert.Equal(Errors.NotFound, (await RevokeAsync(database, admin.Asking(), foreign)).Error);
        Assert.Equal(Errors.NotFound, (await RestoreAsync(database, admin.Asking(), foreign)).Error);
        Assert.DoesNotContain((await ListAsync(database, admin.Asking(), new UserFilter())).Value!, row => row.Id == foreign.UserId);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task List_IsNarrowedByNameRoleAndState(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (admin, colleague) = await PeopleAsync(database);
        var third = await database.UserAsync(admin.OrganisationId, Role.Reception);
        await RevokeAsync(database, admin.Asking(), third);
        async Task<IEnumerable<UserId>> Shown(UserFilter filter) => (await ListAsync(database, admin.Asking(), filter)).Value!.Select(row => row.Id);

        Assert.Equal(third.UserId, (await Shown(new UserFilter())).Last());
        Assert.Equal([colleague.UserId], await Shown(new UserFilter { Text = colleague.Email![..^8].ToUpperInvariant() }));
        Assert.Equal([colleague.UserId], await Shown(new UserFilter { Role = Role.CaseManager }));
        Assert.Equal([third.UserId], await Shown(new UserFilter { Revoked = true }));
        Assert.Equal([admin.UserId, colleague.UserId], await Shown(new UserFilter { Revoked = false }));
    }

    [Theory, MemberData(nameof(RolesWithoutUsers))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (admin, colleague) = await PeopleAsync(database);
        var user = TestUser.With(admin.OrganisationId, role);

        Assert.Equal(Errors.Forbidden, (await ChangeAsync(database, user, colleague, Role.Administrator)).Error);
        Assert.Equal(Errors.Forbidden, (await RevokeAsync(database, user, colleague)).Error);
        Assert.Equal(Errors.Forbidden, (await RestoreAsync(database, user, colleague)).Error);
        Assert.Equal(Errors.Forbidden, (await ListAsync(database, user, new UserFilter())).Error);
    }

    /// <summary>Somebody else saves between the first reading and the first save.</summary>
    private sealed class Interrupted(TestDatabase database, Action<AppDbContext> act) : IDbContextFactory<AppDbContext>
    {
        public bool Happened { get; private set; }

        public AppDbContext CreateDbContext()
        {
            var context = database.CreateDbContext();
            context.ChangeTracker.Tracked += (_, tracked) =>
            {
                if (!Happened && tracked.FromQuery)
                {
                    Happened = true;
                    using var other = database.CreateDbContext();
                    act(other);
                }
            };
            return context;
        }
    }

    private static async Task<(AppUser Admin, AppUser Colleague)> PeopleAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        return (await database.UserAsync(organisation.Id, Role.Administrator), await database.UserAsync(organisation.Id, Role.CaseManager));
    }

    private static Task<Result> ChangeAsync(TestDatabase database, ICurrentUser user, AppUser changed, params Role[] roles) =>
        new ChangeUserRoles(database, user, TimeProvider.System).ExecuteAsync(changed.UserId, roles.ToHashSet(), CancellationToken.None);

    private static Task<Result> RevokeAsync(TestDatabase database, ICurrentUser user, AppUser revoked) =>
        new RevokeUser(database, user, TimeProvider.System).ExecuteAsync(revoked.UserId, CancellationToken.None);

    private static Task<Result> RestoreAsync(TestDatabase database, ICurrentUser user, AppUser restored) =>
        new RestoreUser(database, user, TimeProvider.System).ExecuteAsync(restored.UserId, CancellationToken.None);

    private static Task<Result<IReadOnlyList<UserRow>>> ListAsync(TestDatabase database, ICurrentUser user, UserFilter filter) =>
        new UserQueries(database, user, TimeProvider.System).ListAsync(filter, CancellationToken.None);

    private static async Task<AppUser> ReadAsync(TestDatabase database, AppUser user)
    {
        await using var db = database.CreateDbContext();
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id);
    }

    private static async Task<(AuditAct Act, Guid? Subject)> LastNoteAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
        return (last.Act, last.SubjectId);
    }
}
