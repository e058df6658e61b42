using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Testing;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Integration.Web.Users;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Users;

public sealed class UserListPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private AppUser _admin = null!;
    private AppUser _colleague = null!;
    private AppUser _foreign = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var own = await _database.OrganisationAsync();
        _admin = await _database.UserAsync(own.Id, Role.Administrator);
        _colleague = await _database.UserAsync(own.Id, Role.CaseManager);
        _foreign = await _database.UserAsync((await _database.OrganisationAsync()).Id, Role.Administrator);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task List_ShowsTheOwnUsersAlone_AndOneselfCannotBeLocked()
    {
        await using var context = new PageContext(_database, _admin.Asking());
        var page = context.Open<UserListPage>(Links.Users);
        page.WaitForElement("tbody tr");

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.DoesNotContain(_foreign.Email!, page.Markup, StringComparison.Ordinal);
        Assert.Equal(Format.Fill(UsersTexts.RevokeOf, _colleague.DisplayName), Assert.Single(page.FindAll("tbody .danger")).GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Filter_StandsInTheAddress()
    {
        await using var context = new PageContext(_database, _admin.Asking());
        var page = context.Open<UserListPage>(Links.Users + "?role=CaseManager&state=nonsense");
        page.WaitForElement("tbody tr");
        Assert.Contains(_colleague.Email!, Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);

        await page.Find("select[name=state]").ChangeAsync(new ChangeEventArgs { Value = "locked" });
        Assert.EndsWith("/users?role=CaseManager&state=locked", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForElement(".empty");
        Assert.Contains(UsersTexts.NoneTitle, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_AsksFirstAndSaysWhatItDoes()
    {
        await using var context = new PageContext(_database, _admin.Asking());
        var page = context.Open<UserListPage>(Links.Users);
        page.WaitForElement("tbody tr");

        await page.Find("tbody .danger").ClickAsync();
        Assert.Contains(UsersTexts.RevokeText, page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Null((await ReadAsync(_colleague)).RevokedAt);
        await page.Find("[role=alertdialog] .danger").ClickAsync();

        page.WaitForElement(".notice.good");
        Assert.NotNull((await ReadAsync(_colleague)).RevokedAt);
        Assert.Empty(page.FindAll("[role=alertdialog]"));
        await page.Find($"#user-{_colleague.UserId}").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains(Format.Fill(UsersTexts.Restored, _colleague.DisplayName), page.Markup, StringComparison.Ordinal));
        Assert.Null((await ReadAsync(_colleague)).RevokedAt);
    }

    [Fact]
    public async Task LastAdministratorsRole_IsKeptAndTheReasonIsShown()
    {
        await using var context = new PageContext(_database, _admin.Asking());
        var page = context.Open<UserListPage>(Links.Users);
        page.WaitForElement("tbody tr");

        await page.Find($"#user-{_admin.UserId}").ClickAsync();
        Assert.Contains(UsersTexts.OwnRolesText, page.Markup, StringComparison.Ordinal);
        await page.Find("input[value=Administrator]").ChangeAsync(new ChangeEventArgs { Value = false });
        await page.Find("input[value=CaseManager]").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("section.panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(Texts.Of(AccessErrors.LastAdministrator), page.Markup, StringComparison.Ordinal));
        Assert.Equal([Role.Administrator], (await ReadAsync(_admin)).Roles);
    }

    [Fact]
    public async Task Invitation_IsSentShownSentAgainAndTakenBack()
    {
        await using var context = new PageContext(_database, _admin.Asking());
        var page = context.Open<UserListPage>(Links.InviteUser);
        page.WaitForElement("#invite-title");
        await page.Find("section.panel form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("#f-invite-Email").GetAttribute("aria-invalid")));

        await page.Find("#f-invite-DisplayName").ChangeAsync(new ChangeEventArgs { Value = "Neu Kollegin" });
        await page.Find("#f-invite-Email").ChangeAsync(new ChangeEventArgs { Value = "neu@example.org" });
        await page.Find("input[value=Reception]").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("section.panel form").SubmitAsync();

        page.WaitForElement("#invitations");
        Assert.Contains(Format.Fill(UsersTexts.Invited, "neu@example.org"), page.Markup, StringComparison.Ordinal);
        await page.Find("#invitations ~ div tbody button").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains(Format.Fill(UsersTexts.Resent, "neu@example.org"), page.Markup, StringComparison.Ordinal));
        await page.Find("#invitations ~ div tbody .danger").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#invitations")));
        await using var db = _database.CreateDbContext();
        Assert.Equal(2, await db.Outbox.CountAsync(m => m.To == "neu@example.org"));
        Assert.NotNull((await db.UserInvitations.SingleAsync()).RevokedAt);
    }

    private async Task<AppUser> ReadAsync(AppUser user)
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id);
    }
}
