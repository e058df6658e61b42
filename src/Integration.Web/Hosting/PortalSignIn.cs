using Integration.Access;
using Integration.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Hosting;

/// <summary>Sign-in, and who may open what.</summary>
public static class PortalSignIn
{
    /// <summary>How long a taken-away access can still work: cookies and circuits are checked this often.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    /// <summary>Adds Identity, cookies, and one policy a permission; without a policy a page needs a sign-in.</summary>
    public static void AddPortalSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/not-found";
            cookie.Cookie.Name = "portal";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        services.AddIdentityCore<AppUser>(Configure)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<ClaimsFactory>();

        services.AddScoped<CircuitSignIn>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitSignIn>());
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPermissions();
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }

    private static void AddPermissions(this AuthorizationBuilder policies)
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            policies.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => RolePermissions.Allow(PortalClaims.UserOf(context.User).Roles, permission)));
        }
    }
}
