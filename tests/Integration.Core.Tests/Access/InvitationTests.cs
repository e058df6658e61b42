using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Access;

public sealed partial class InvitationTests
{
    private static readonly PortalAddress Address = new(() => new Uri("https://portal.example/"));

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutUsers => new(TestUser.RolesWithout(Permission.ManageUsers));

    [Theory, MemberData(nameof(Providers))]
    public async Task Invited_BecomesAUserWithTheRolesOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        Assert.True((await InviteAsync(database, admin, "neu@example.org", Role.CaseManager, Role.Organiser)).Done);
        var token = await TokenAsync(database, "neu@example.org");

        var accepted = await AcceptAsync(database, token);
        Assert.True(accepted.Done, accepted.Error?.Code);
        Assert.Equal(AccessErrors.InvitationVoid, (await AcceptAsync(database, token)).Error);
        await using var db = database.CreateDbContext();
        var user = await db.Users.SingleAsync(u => u.Email == "neu@example.org");
        Assert.Equal((admin.OrganisationId, 2), (user.OrganisationId, user.Roles.Count));
        Assert.Equal([AuditAct.UserInvited, AuditAct.Created], await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SentAgain_TheNewLinkHoldsAndTheOldOneEnds(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var id = (await InviteAsync(database, admin, "neu@example.org", Role.CaseManager)).Value;
        var first = await TokenAsync(database, "neu@example.org");
        _clock.Advance(UserInvitation.Lifetime + TimeSpan.FromDays(1));
        Assert.Equal(AccessErrors.InvitationVoid, (await AcceptAsync(database, first)).Error);

        Assert.True((await ResendAsync(database, admin, id)).Done);
        var second = await TokenAsync(database, "neu@example.org");

        Assert.NotEqual(first, second);
        Assert.Equal(AccessErrors.InvitationVoid, (await AcceptAsync(database, first)).Error);
        var row = Assert.Single((await QueriesOf(database, admin).InvitationsAsync(CancellationToken.None)).Value!);
        Assert.Equal(_clock.GetUtcNow().UtcDateTime + UserInvitation.Lifetime, row.EndsAt);
        Assert.True((await AcceptAsync(database, second)).Done);
        Assert.Equal(Errors.NotFound, (await ResendAsync(database, admin, id)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TakenBack_TheLinkEndsAndTheLineGoes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var id = (await InviteAsync(database, admin, "neu@example.org", Role.CaseManager)).Value;
        var token = await TokenAsync(database, "neu@example.org");

        Assert.True((await new RevokeInvitation(database, admin, _clock).ExecuteAsync(id, CancellationToken.None)).Done);

        Assert.Equal(AccessErrors.InvitationVoid, (await AcceptAsync(database, token)).Error);
        Assert.Empty((await QueriesOf(database, admin).InvitationsAsync(CancellationToken.None)).Value!);
        Assert.Equal(Errors.NotFound, (await ResendAsync(database, admin, id)).Error);
        Assert.Equal(Errors.NotFound, (await new RevokeInvitation(database, admin, _clock).ExecuteAsync(id, CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ForeignInvitation_IsNotFound(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var other = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var id = (await InviteAsync(database, admin, "neu@example.org", Role.CaseManager)).Value;

        Assert.Equal(Errors.NotFound, (await ResendAsync(database, other, id)).Error);
        Assert.Equal(Errors.NotFound, (await new RevokeInvitation(database, other, _clock).ExecuteAsync(id, CancellationToken.None)).Error);
        Assert.Empty((await QueriesOf(database, other).InvitationsAsync(CancellationToken.None)).Value!);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FirstUserOfAnotherOrganisation_MustAdministerIt_AndItsInvitationStaysInSight(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var empty = await database.OrganisationAsync();
        var settled = await database.OrganisationAsync();
        await database.UserAsync(settled.Id, Role.Administrator);

        Assert.Equal(Errors.Forbidden, (await InviteAsync(database, admin, "a@example.org", settled.Id, Role.Administrator)).Error);
        Assert.Equal(AccessErrors.FirstMustAdminister, (await InviteAsync(database, admin, "a@example.org", empty.Id, Role.CaseManager)).Error);
        var id = (await InviteAsync(database, admin, "a@example.org", empty.Id, Role.Administrator)).Value;

        Assert.Equal(empty.Name, Assert.Single((await QueriesOf(database, admin).InvitationsAsync(CancellationToken.None)).Value!).OrganisationName);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ResendAsync(database, admin, id)).Done);
        Assert.True((await AcceptAsync(database, await TokenAsync(database, "a@example.org"))).Done);
        await using var db = database.CreateDbContext();
        Assert.Equal(empty.Id, (await db.Users.SingleAsync(u => u.Email == "a@example.org")).OrganisationId);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FirstUserOfAnotherOrganisation_OnceItHasUsers_TheInvitationIsVoid(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = (await database.UserAsync((await database.OrganisationAsync()).Id, Role.Administrator)).Asking();
        var empty = await database.OrganisationAsync();
        var id = (await InviteAsync(database, admin, "a@example.org", empty.Id, Role.Administrator)).Value;
        Assert.True((await InviteAsync(database, admin, "b@example.org", empty.Id, Role.Administrator)).Done);
        var late = await TokenAsync(database, "a@example.org");
        Assert.True((await AcceptAsync(database, await TokenAsync(database, "b@example.org"))).Done);

        Assert.Equal(AccessErrors.InvitationVoid, (await AcceptAsync(database, late)).Error);
        Assert.Equal(AccessErrors.InvitationVoid, (await QueriesOf(database, admin).FindInvitationAsync(late, CancellationToken.None)).Error);
        Assert.Equal(Errors.Forbidden, (await ResendAsync(database, admin, id)).Error);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(u => u.OrganisationId == empty.Id));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FirstUsersAtTheSameMoment_OneWins(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = (await database.UserAsync((await database.OrganisationAsync()).Id, Role.Administrator)).Asking();
        var empty = await database.OrganisationAsync();
        Assert.True((await InviteAsync(database, admin, "a@example.org", empty.Id, Role.Administrator)).Done);
        Assert.True((await InviteAsync(database, admin, "b@example.org", empty.Id, Role.Administrator)).Done);
        var (a, b) = (await TokenAsync(database, "a@example.org"), await TokenAsync(database, "b@example.org"));

        var both = await Task.WhenAll(Task.Run(() => AcceptAsync(database, a)), Task.Run(() => AcceptAsync(database, b)));

        Assert.Equal(AccessErrors.InvitationVoid, Assert.Single(both, accepted => !accepted.Done).Error);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(u => u.OrganisationId == empty.Id));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task InvitedByAColleague_HoldsBesideOtherUsers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = (await database.UserAsync((await database.OrganisationAsync()).Id, Role.Administrator)).Asking();
        Assert.True((await InviteAsync(database, admin, "a@example.org", Role.CaseManager)).Done);
        Assert.True((await AcceptAsync(database, await TokenAsync(database, "a@example.org"))).Done);
    }

    [Fact]
    public async Task SameAddressInvitedElsewhere_TheOtherOrganisationsInvitationStays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var other = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        Assert.True((await InviteAsync(database, other, "neu@example.org", Role.CaseManager)).Done);
        Assert.True((await InviteAsync(database, admin, "neu@example.org", Role.CaseManager)).Done);
        Assert.True((await InviteAsync(database, admin, "neu@example.org", Role.Reception)).Done);

        Assert.Single((await QueriesOf(database, other).InvitationsAsync(CancellationToken.None)).Value!);
        Assert.Equal([Role.Reception], Assert.Single((await QueriesOf(database, admin).InvitationsAsync(CancellationToken.None)).Value!).Roles);
    }

    [Fact]
    public async Task AddressWithAccess_IsNotInvited()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var admin = TestUser.With(organisation.Id, Role.Administrator);
        var known = await database.UserAsync(organisation.Id, Role.Reception);

        Assert.Equal(AccessErrors.EmailTaken, (await InviteAsync(database, admin, known.Email!.ToUpperInvariant(), Role.CaseManager)).Error);
        Assert.Equal(AccessErrors.EmailInvalid, (await InviteAsync(database, admin, "kein Brief", Role.CaseManager)).Error);
        Assert.Equal(AccessErrors.RoleMissing, (await InviteAsync(database, admin, "neu@example.org")).Error);
        await using var db = database.CreateDbContext();
        Assert.False(await db.UserInvitations.AnyAsync() || await db.Outbox.AnyAsync());
    }

    [Theory, MemberData(nameof(RolesWithoutUsers))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var user = TestUser.With(organisation.Id, role);
        var id = (await InviteAsync(database, TestUser.With(organisation.Id, Role.Administrator), "neu@example.org", Role.CaseManager)).Value;

        Assert.Equal(Errors.Forbidden, (await InviteAsync(database, user, "b@example.org", Role.CaseManager)).Error);
        Assert.Equal(Errors.Forbidden, (await ResendAsync(database, user, id)).Error);
        Assert.Equal(Errors.Forbidden, (await new RevokeInvitation(database, user, _clock).ExecuteAsync(id, CancellationToken.None)).Error);
        Assert.Equal(Errors.Forbidden, (await QueriesOf(database, user).InvitationsAsync(CancellationToken.None)).Error);
    }

    private UserQueries QueriesOf(TestDatabase database, ICurrentUser user) => new(database, user, _clock);

    private Task<Result<InvitationId>> InviteAsync(TestDatabase database, ICurrentUser user, string email, params Role[] roles) =>
        InviteAsync(database, user, email, null, roles);

    private Task<Result<InvitationId>> InviteAsync(TestDatabase database, ICurrentUser user, string email, OrganisationId? organisation, params Role[] roles) =>
        new InviteUser(database, user, _clock, Address).ExecuteAsync(
            new InviteUser.Form { Email = email, DisplayName = "Neu", Roles = roles.ToHashSet(), OrganisationId = organisation }, CancellationToken.None);

    private Task<Result> ResendAsync(TestDatabase database, ICurrentUser user, InvitationId id) =>
        new ResendInvitation(database, user, _clock, Address).ExecuteAsync(id, "de", CancellationToken.None);

    private Task<Result<UserId>> AcceptAsync(TestDatabase database, string token) =>
        new AcceptInvitation(database, _clock).ExecuteAsync(
            new AcceptInvitation.Form { Token = token, DisplayName = "Neu", Password = "kran-regen-zwiebel-31" }, CancellationToken.None);

    private static async Task<string> TokenAsync(TestDatabase database, string email)
    {
        await using var db = database.CreateDbContext();
        var mail = await db.Outbox.Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).FirstAsync();
        return Token().Match(mail.Body).Groups[1].Value;
    }

    [GeneratedRegex("token=([0-9a-f]{64})")]
    private static partial Regex Token();
}
