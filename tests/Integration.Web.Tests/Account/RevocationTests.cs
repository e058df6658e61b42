using System.Security.Claims;
using Integration.Access;
using Integration.Testing;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Account;

/// <summary>The test portal rechecks every second instead of every thirty.</summary>
public sealed class RevocationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public void Recheck_IsWithinAMinute() => Assert.InRange(PortalSignIn.Recheck, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));

    [Fact]
    public async Task RevokedUser_IsSentToSignIn_AndCannotSignInUntilRestored()
    {
        using var browser = await _portal.SignInAsync(Role.Reception);
        Assert.True(await browser.IsSignedInAsync());
        var user = await _portal.UserAsync(Role.Reception);
        Assert.True((await (await AdminAsync<RevokeUser>()).ExecuteAsync(user.UserId, CancellationToken.None)).Done);
        await Task.Delay(1500);
        Assert.False(await browser.IsSignedInAsync());
        using var again = await _portal.SignInAsync(Role.Reception);
        Assert.False(await again.IsSignedInAsync());

        Assert.True((await (await AdminAsync<RestoreUser>()).ExecuteAsync(user.UserId, CancellationToken.None)).Done);
        using var restored = await _portal.SignInAsync(Role.Reception);
        Assert.True(await restored.IsSignedInAsync());
    }

    [Fact]
    public async Task OpenPageOfARevokedUser_LosesItsRights()
    {
        var user = await _portal.UserAsync(Role.Organiser);
        await using var circuit = _portal.Services.CreateAsyncScope();
        var signIn = (RevalidatingServerAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        signIn.SetAuthenticationState(Task.FromResult(new AuthenticationState(await PrincipalAsync(circuit.ServiceProvider, user))));
        var current = circuit.ServiceProvider.GetRequiredService<ICurrentUser>();
        await Task.Delay(2500);
        Assert.True(current.Has(Permission.EditEvents), "The page must stay open while the access holds.");

        await (await AdminAsync<RevokeUser>()).ExecuteAsync(user.UserId, CancellationToken.None);
        for (var i = 0; i < 50 && current.Has(Permission.EditEvents); i++)
        {
            await Task.Delay(100);
        }

        Assert.False(current.Has(Permission.EditEvents));
        Assert.Empty(current.Roles);
        Assert.False((await signIn.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    private static Task<ClaimsPrincipal> PrincipalAsync(IServiceProvider services, AppUser user) =>
        services.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync(user);

    private async Task<T> AdminAsync<T>() =>
        ActivatorUtilities.CreateInstance<T>(_portal.Services, await _portal.FixedUserAsync(Role.Administrator));
}
