using Integration.Access;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>What belongs to the account and is no page.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps sign-out, the choice of language, passkey challenges and the way to the operator's sign-in server.</summary>
    public static void MapAccount(this WebApplication app)
    {
        app.MapPost(Links.SignOut, SignOutAsync).AllowAnonymous();
        app.MapGet("/language/{language}", Language).AllowAnonymous();
        app.MapPost("/account/passkey-options/create", CreationOptionsAsync).RequireAuthorization();
        app.MapPost("/account/passkey-options/get", RequestOptionsAsync).AllowAnonymous();
        app.MapPost("/account/external", ExternalAsync).AllowAnonymous();
        app.MapGet("/account/external/return", ExternalReturnAsync).AllowAnonymous();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<AppUser> signIns)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await signIns.SignOutAsync();
        return Results.LocalRedirect(Links.SignInAfter("SignedOut"));
    }

    private static IResult Language(HttpContext context, string language, string? returnUrl)
    {
        if (PortalLanguages.All.Any(known => known.Name == language))
        {
            PortalLanguages.Remember(context, language);
        }

        return Results.LocalRedirect(AccountLinks.Local(returnUrl));
    }

    private static async Task<IResult> CreationOptionsAsync(
        HttpContext context, IAntiforgery antiforgery, UserManager<AppUser> users, SignInManager<AppUser> signIns)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || await users.GetUserAsync(context.User) is not { } user)
        {
            return Results.BadRequest();
        }

        var entity = new PasskeyUserEntity { Id = user.UserId.ToString(), Name = user.Email!, DisplayName = user.DisplayName };
        return Results.Content(await signIns.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    // No user is named: the device offers whatever passkeys it has for this portal, and nobody learns who has one.
    private static async Task<IResult> RequestOptionsAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<AppUser> signIns) =>
        await antiforgery.IsRequestValidAsync(context)
            ? Results.Content(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json")
            : Results.BadRequest();

    private static async Task<IResult> ExternalAsync(HttpContext context, IAntiforgery antiforgery, ExternalSignIn external, SignInManager<AppUser> signIns, string? returnUrl)
    {
        if (!external.Configured)
        {
            return Results.NotFound();
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var back = "/account/external/return?returnUrl=" + Uri.EscapeDataString(AccountLinks.Local(returnUrl));
        return Results.Challenge(signIns.ConfigureExternalAuthenticationProperties(ExternalSignIn.Scheme, back), [ExternalSignIn.Scheme]);
    }

    private static async Task<IResult> ExternalReturnAsync(HttpContext context, ExternalSignIn external, string? returnUrl)
    {
        var result = await external.FinishAsync(context);
        return Results.LocalRedirect(
            result.Succeeded ? AccountLinks.Local(returnUrl)
            : result.RequiresTwoFactor ? Links.SecondStep(AccountLinks.Local(returnUrl))
            : Links.SignIn + "?failed=true");
    }
}
