using Integration.Access;
using Integration.Data;
using Integration.Web.Account;
using Integration.Web.Employer;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Hosting;

/// <summary>Sign-in, and who may open what.</summary>
public static class PortalSignIn
{
    /// <summary>Policy of pages that every signed-in user may open.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>How long a taken-away access can still work: cookies and circuits are checked this often.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    /// <summary>Adds Identity, cookies, and one policy a permission; without a policy a page needs a sign-in.</summary>
    public static void AddPortalSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        services.AddOpenIdConnect(authentication, builder.Configuration);
        services.ConfigureApplicationCookie(Configure);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        services.AddIdentityCore<AppUser>(Configure)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordValidator>()
            .AddClaimsPrincipalFactory<ClaimsFactory>();
        services.AddScoped<IUserConfirmation<AppUser>, NotRevoked>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(1));
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey stands for password and second step, so the device has to check who holds it.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<SetupLink>();
        services.AddTransient<MailCodes>();

        services.AddScoped<CircuitSignIn>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitSignIn>());
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPermissions();
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = Links.SignIn;
        cookie.AccessDeniedPath = "/not-found";
        cookie.Cookie.Name = "portal";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        cookie.SlidingExpiration = true;
        // Contacts of employers have no password: from their own pages they come to the code.
        cookie.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;
            context.Response.Redirect(EmployerLinks.IsEmployers(request.Path) ? AccountLinks.MailCode(request.PathBase + request.Path + request.QueryString) : context.RedirectUri);
            return Task.CompletedTask;
        };
        cookie.Events.OnSignedIn = async context =>
        {
            var user = PortalClaims.UserOf(context.Principal!);
            await context.HttpContext.RequestServices.GetRequiredService<RecordSignIn>().ExecuteAsync(user, context.HttpContext.RequestAborted);
        };
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.SignIn.RequireConfirmedAccount = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        // PasswordRules says what a password needs; Identity's own rules would ask for digits and signs.
        options.Password = new PasswordOptions
        {
            RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
        };
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

    /// <summary>Whoever's access was taken away cannot sign in, by whatever way.</summary>
    private sealed class NotRevoked : IUserConfirmation<AppUser>
    {
        public Task<bool> IsConfirmedAsync(UserManager<AppUser> manager, AppUser user) => Task.FromResult(user.RevokedAt is null);
    }
}
