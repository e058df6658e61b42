using System.Net;
using Integration.Access;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Account;

public sealed class ExternalSignInTests : IAsyncLifetime
{
    private SignInServer _server = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SignInServer.StartAsync();
        _portal = await TestPortal.StartAsync(
        [
            "--OpenIdConnect:Authority", _server.Authority, "--OpenIdConnect:ClientId", "portal", "--OpenIdConnect:ClientSecret", "geheim",
            "--OpenIdConnect:Label", "Mit Kreis-Konto anmelden",
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task InvitedUser_IsLinkedByVerifiedAddress_ThenKnownByTheServersId()
    {
        _server.Person = ("kreis-4711", TestPortal.EmailOf(Role.CaseManager), true);
        using (var browser = _portal.Browser())
        {
            Assert.Equal("/", await SignInAsync(browser));
            Assert.True(await browser.IsSignedInAsync());
        }

        // The office renames the mailbox; the person stays the same.
        _server.Person = ("kreis-4711", "neuer.name@demo.example", true);
        using var again = _portal.Browser();
        await SignInAsync(again);
        Assert.True(await again.IsSignedInAsync());
    }

    [Theory]
    [InlineData("unbekannt@demo.example", true)]
    [InlineData("fallmanagement@demo.example", false)]
    public async Task UnknownOrUnverifiedAddress_MakesNoUserAndNoSignIn(string email, bool verified)
    {
        _server.Person = ("fremd-1", email, verified);
        var before = await UsersAsync();
        using var browser = _portal.Browser();
        Assert.Equal("/account/sign-in?failed=true", await SignInAsync(browser));
        Assert.Contains(AccountTexts.ExternalFailed, (await browser.GetAsync("/account/sign-in?failed=true")).Text);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(before, await UsersAsync());
    }

    [Fact]
    public async Task RevokedUser_StaysOutsideHereToo()
    {
        _server.Person = ("kreis-99", TestPortal.EmailOf(Role.Reception), true);
        using var browser = _portal.Browser();
        await SignInAsync(browser);
        Assert.True(await browser.IsSignedInAsync());
        var revoke = ActivatorUtilities.CreateInstance<RevokeUser>(_portal.Services, await _portal.FixedUserAsync(Role.Administrator));
        await revoke.ExecuteAsync((await _portal.UserAsync(Role.Reception)).UserId, CancellationToken.None);
        using var again = _portal.Browser();
        Assert.Equal("/account/sign-in?failed=true", await SignInAsync(again));
        Assert.False(await again.IsSignedInAsync());
    }

    // Follows the redirects as a browser does, and returns where the portal sends it at the end.
    private async Task<string> SignInAsync(TestBrowser browser)
    {
        var page = await browser.GetAsync("/account/sign-in");
        Assert.Contains("Mit Kreis-Konto anmelden", page.Text);
        Assert.Contains($"form-action 'self' {_server.Authority.TrimEnd('/')};", page.Headers.GetValues("Content-Security-Policy").Single());
        var step = await browser.PostAsync("/account/external", page.Form("/account/external"));
        Assert.Equal(HttpStatusCode.Redirect, step.Status);
        Assert.StartsWith(_server.Authority, step.Location);
        step = await browser.GetAsync(step.Location);
        Assert.StartsWith(_portal.Address + "account/external/callback", step.Location);
        step = await browser.GetAsync(step.Location);
        Assert.StartsWith("/account/external/return", step.Location);
        return (await browser.GetAsync(step.Location)).Location;
    }

    private async Task<int> UsersAsync()
    {
        await using var db = await _portal.Database.CreateDbContextAsync();
        return await db.Users.CountAsync();
    }
}
