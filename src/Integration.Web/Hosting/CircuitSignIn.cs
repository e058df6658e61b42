using System.Security.Claims;
using Integration.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integration.Web.Hosting;

/// <summary>The sign-in behind a page. While a circuit is open it is checked against the database again and again,
/// so that the page of a user whose access was taken away stops.</summary>
internal sealed class CircuitSignIn : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly SecurityStampValidatorOptions _options;

    public CircuitSignIn(
        ILoggerFactory logs, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<SecurityStampValidatorOptions> options)
        : base(logs)
    {
        (_scopes, _lifetime, _options) = (scopes, lifetime, options.Value);
        AuthenticationStateChanged += Keep;
    }

    /// <summary>Who is signed in; <see langword="null"/> outside pages.</summary>
    public ClaimsPrincipal? Principal { get; private set; }

    protected override TimeSpan RevalidationInterval => _options.ValidationInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (_lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true; // The portal is closing and its services with it; there is no page left to protect.
        }

        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = await users.GetUserAsync(authenticationState.User);
        return user is { RevokedAt: null }
            && authenticationState.User.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user);
    }

    // The framework hands over finished tasks, so that the principal is there before the first component asks.
    private async void Keep(Task<AuthenticationState> state) => Principal = (await state).User;
}
