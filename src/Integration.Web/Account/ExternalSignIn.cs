using System.Security.Claims;
using Integration.Access;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>The section <c>OpenIdConnect</c>: the operator's own sign-in server.</summary>
public sealed class OpenIdConnectSettings
{
    /// <summary>Address of the server; empty for none.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Name of the portal there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says; a general word when empty.</summary>
    public string Label { get; set; } = "";

    /// <summary>Whether the server has to say that it verified the e-mail address. Some never say so; then its administrators'
    /// word has to be enough, and this is turned off knowingly.</summary>
    public bool RequireVerifiedEmail { get; set; } = true;
}

/// <summary>Sign-in at the operator's own server. It never makes users: the first time, the verified e-mail address finds the
/// user that an administrator invited, from then on the server's own id does.</summary>
public sealed class ExternalSignIn(OpenIdConnectSettings settings, IServiceProvider services)
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "oidc";

    /// <summary>Whether there is one.</summary>
    public bool Configured => settings.Authority.Length > 0;

    /// <summary>What its button says.</summary>
    public string Label => settings.Label.Length > 0 ? settings.Label : AccountTexts.ExternalSignIn;

    /// <summary>Signs in whom the server has named.</summary>
    internal async Task<Microsoft.AspNetCore.Identity.SignInResult> FinishAsync(HttpContext context)
    {
        var (signIns, users) = (services.GetRequiredService<SignInManager<AppUser>>(), services.GetRequiredService<UserManager<AppUser>>());
        if (!Configured || await signIns.GetExternalLoginInfoAsync() is not { } login)
        {
            return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        }

        if (await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey) is null && !await LinkAsync(users, login))
        {
            await context.SignOutAsync(IdentityConstants.ExternalScheme);
            return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        }

        return await signIns.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: false, bypassTwoFactor: false);
    }

    private async Task<bool> LinkAsync(UserManager<AppUser> users, ExternalLoginInfo login)
    {
        var email = login.Principal.FindFirstValue(ClaimTypes.Email) ?? login.Principal.FindFirstValue("email");
        var verified = !settings.RequireVerifiedEmail || login.Principal.FindFirstValue("email_verified") is "true" or "True";
        return verified
            && email is not null
            && await users.FindByEmailAsync(email) is { RevokedAt: null } user
            && (await users.AddLoginAsync(user, login)).Succeeded;
    }
}
