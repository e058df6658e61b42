using System.Security.Claims;
using Integration.Web.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Hosting;

internal static class OpenIdConnectSetup
{
    /// <summary>Adds the operator's sign-in server where one is configured.</summary>
    public static void AddOpenIdConnect(this IServiceCollection services, AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var settings = configuration.GetSection("OpenIdConnect").Get<OpenIdConnectSettings>() ?? new OpenIdConnectSettings();
        services.AddSingleton(settings);
        services.AddScoped<ExternalSignIn>();
        if (settings.Authority.Length == 0)
        {
            return;
        }

        authentication.AddOpenIdConnect(ExternalSignIn.Scheme, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = settings.Authority;
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.ResponseType = "code";
            // The answer comes back as a plain link: a form posted from another site would come without the portal's cookies.
            options.ResponseMode = "query";
            // Both ends of the way lie below this path.
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.Path = "/account/external";
            }

            options.CallbackPath = "/account/external/callback";
            options.UsePkce = true;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.SaveTokens = false;
            options.Scope.Add("email");
            options.ClaimActions.MapJsonKey(ClaimTypes.Email, "email");
            options.ClaimActions.MapJsonKey("email_verified", "email_verified");
            // Unencrypted only on this machine itself: for trying out and for tests.
            options.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
            options.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect(Links.SignIn + "?failed=true");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }
}
