using System.Security.Claims;
using Integration.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>Signing in by a code that comes by mail. The browser that asked keeps a secret in a cookie; code and secret only hold together.</summary>
public sealed class MailCodes(SendSignInCode send, CheckSignInCode check, UserManager<AppUser> users, SignInManager<AppUser> signIns)
{
    private const string Cookie = "portal-code";

    /// <summary>Whether this browser asked for a code a short time ago.</summary>
    public static bool Asked(HttpContext context) => context.Request.Cookies.ContainsKey(Cookie);

    /// <summary>Sends a code; the answer is the same for every address.</summary>
    public async Task SendAsync(HttpContext context, string email)
    {
        var secret = await send.ExecuteAsync(email, context.RequestAborted);
        context.Response.Cookies.Append(Cookie, secret.Value!, new CookieOptions
        {
            MaxAge = SignInCode.Lifetime, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = Links.Account,
        });
    }

    /// <summary>Checks what was typed and signs in. A lock after wrong passwords does not count: it would let anybody shut a contact out of the hall who
    /// has no password at all.</summary>
    public async Task<SignInResult> SignInAsync(HttpContext context, string code)
    {
        var found = await check.ExecuteAsync(context.Request.Cookies[Cookie] ?? "", code, context.RequestAborted);
        var user = found.Done ? await users.FindByIdAsync(found.Value.ToString()) : null;
        if (user is null || !SignInCode.IsFor(user) || !await signIns.CanSignInAsync(user))
        {
            return SignInResult.Failed;
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Links.Account });
        if (user.TwoFactorEnabled)
        {
            // Whoever has set up an app is asked for its code too, on the page that follows every first step.
            var first = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
            first.AddClaim(new Claim(ClaimTypes.Name, user.UserId.ToString()));
            await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(first));
            return SignInResult.TwoFactorRequired;
        }

        // A telephone closes its browser whenever it likes; the sign-in still ends after the cookie's hours.
        await signIns.SignInAsync(user, isPersistent: true);
        return SignInResult.Success;
    }
}
