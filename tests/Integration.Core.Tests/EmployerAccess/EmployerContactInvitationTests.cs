using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Talks;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.EmployerAccess;

public sealed partial class EmployerContactInvitationTests
{
    private const string Email = "personal@betrieb.example";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Invited_BecomesAContactWithoutPassword_AlsoAsTheSecondOfTheCompany(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        Assert.True((await InviteAsync(world, world.Service)).Value);
        var accepted = await new AcceptInvitation(world.Database, world.Clock).ExecuteAsync(new() { Token = await TokenAsync(world), DisplayName = "Heike Rolfes" }, default);
        Assert.True(accepted.Done, accepted.Error?.Code);

        await using var db = world.Database.CreateDbContext();
        var user = await db.Users.SingleAsync(u => u.Email == Email);
        Assert.Equal((world.Companies[0].OrganisationId, null), (user.OrganisationId, user.PasswordHash));
        Assert.Equal([Role.EmployerContact], user.Roles);
        Assert.False((await InviteAsync(world, world.Service)).Value);
        Assert.Equal(1, await db.Outbox.CountAsync(m => m.To == Email && m.Body.Contains("/employer")));
    }

    [Fact]
    public async Task WithoutAVoucher_NobodyIsInvited()
    {
        await using var world = await TalkWorld.CreateAsync();
        Assert.True((await new VouchForEmployer(world.Database, world.Service, world.Clock).ExecuteAsync(world.Event, world.Companies[0].OrganisationId, vouch: false, default)).Done);
        Assert.Equal(EmployerAccessErrors.NotVouched, (await InviteAsync(world, world.Service)).Error);
        await using var db = world.Database.CreateDbContext();
        Assert.False(await db.UserInvitations.AnyAsync());
    }

    [Fact]
    public async Task AfterTheWindow_StrangersAndOtherRoles_AreRefused()
    {
        await using var world = await TalkWorld.CreateAsync();
        foreach (var role in TestUser.RolesWithout(Permission.InviteEmployerContacts))
        {
            Assert.Equal(Errors.Forbidden, (await InviteAsync(world, TestUser.With(world.Organisation, role))).Error);
        }

        var elsewhere = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerService);
        Assert.Equal(EventErrors.NotTakingPart, (await InviteAsync(world, elsewhere)).Error);
        await using (var db = world.Database.CreateDbContext())
        {
            var manager = world.Manager.Id.Value;
            await db.Users.Where(u => u.Id == manager).ExecuteUpdateAsync(set => set.SetProperty(u => u.NormalizedEmail, Email.ToUpperInvariant()));
        }

        Assert.Equal(AccessErrors.EmailTaken, (await InviteAsync(world, world.Service)).Error);
        world.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(EmployerAccessErrors.Closed, (await InviteAsync(world, world.Service)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RevokedContact_AndOpenInvitation_AreOut_UntilInvitedAnew(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        await InviteAsync(world, world.Service);
        var token = await TokenAsync(world);
        Assert.Equal(Errors.Forbidden, (await RevokeAsync(world, TestUser.CaseManager(world.Organisation))).Error);
        Assert.Equal(EventErrors.NotTakingPart, (await RevokeAsync(world, TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerService))).Error);
        Assert.Equal(Errors.NotFound, (await RevokeAsync(world, world.Service, "anderer@betrieb.example")).Error);
        Assert.Null((await RevokeAsync(world, world.Service)).Error);
        Assert.False((await new AcceptInvitation(world.Database, world.Clock).ExecuteAsync(new() { Token = token, DisplayName = "Heike Rolfes" }, default)).Done);

        await using var db = world.Database.CreateDbContext();
        await db.Outbox.ExecuteDeleteAsync();
        Assert.True((await InviteAsync(world, world.Service)).Value);
        Assert.True((await new AcceptInvitation(world.Database, world.Clock).ExecuteAsync(new() { Token = await TokenAsync(world), DisplayName = "Heike Rolfes" }, default)).Done);
        Assert.Null((await RevokeAsync(world, world.Service, Email.ToUpperInvariant())).Error);
        Assert.NotNull((await db.Users.AsNoTracking().SingleAsync(u => u.Email == Email)).RevokedAt);
        Assert.Equal(Errors.NotFound, (await RevokeAsync(world, world.Service)).Error);
        Assert.False((await InviteAsync(world, world.Service)).Value);
        Assert.Null((await db.Users.AsNoTracking().SingleAsync(u => u.Email == Email)).RevokedAt);
    }

    private static Task<Result> RevokeAsync(TalkWorld world, ICurrentUser user, string email = Email) =>
        new RevokeEmployerContact(world.Database, user, world.Clock).ExecuteAsync(world.Event, world.Companies[0].OrganisationId, email, default);

    private static Task<Result<bool>> InviteAsync(TalkWorld world, ICurrentUser user) =>
        new InviteEmployerContact(world.Database, user, world.Clock, TalkWorld.Address).ExecuteAsync(
            new() { JobEventId = world.Event, EmployerId = world.Companies[0].OrganisationId, Email = Email, DisplayName = "Heike Rolfes" }, default);

    private static async Task<string> TokenAsync(TalkWorld world)
    {
        await using var db = world.Database.CreateDbContext();
        return Token().Match((await db.Outbox.SingleAsync(m => m.To == Email)).Body).Groups[1].Value;
    }

    [GeneratedRegex("token=([0-9a-f]{64})")]
    private static partial Regex Token();
}
