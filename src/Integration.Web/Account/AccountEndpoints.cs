using Integration.Access;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>What belongs to the account and is no page.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps sign-out and the choice of language.</summary>
    public static void MapAccount(this WebApplication app)
    {
        app.MapPost("/account/sign-out", SignOutAsync).AllowAnonymous();
        app.MapGet("/language/{language}", Language).AllowAnonymous();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<AppUser> signIns)
    {
        await antiforgery.ValidateRequestAsync(context);
        await signIns.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }

    private static IResult Language(HttpContext context, string language, string? returnUrl)
    {
        if (PortalLanguages.All.Any(known => known.Name == language))
        {
            PortalLanguages.Remember(context, language);
        }

        return Results.LocalRedirect(AccountLinks.Local(returnUrl));
    }
}
