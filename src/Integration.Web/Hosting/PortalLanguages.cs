using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Integration.Web.Hosting;

/// <summary>German and English staff pages: the cookie decides, then the browser, then German.</summary>
public static class PortalLanguages
{
    /// <summary>The languages of staff and account pages; the first is the default.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("de"), CultureInfo.GetCultureInfo("en")];

    /// <summary>Adds localisation.</summary>
    public static void AddPortalLanguages(this WebApplicationBuilder builder) =>
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(All[0]);
            options.SupportedCultures = [.. All];
            options.SupportedUICultures = [.. All];
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });

    /// <summary>Uses it.</summary>
    public static void UsePortalLanguages(this WebApplication app) => app.UseRequestLocalization();

    /// <summary>Remembers the reader's choice for a year.</summary>
    public static void Remember(HttpContext context, string language) =>
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
}
