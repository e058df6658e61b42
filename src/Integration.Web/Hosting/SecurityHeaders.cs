using Integration.Web.Employer;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;

namespace Integration.Web.Hosting;

/// <summary>Headers of every answer: nothing may come from, or go to, a third party.</summary>
public static class SecurityHeaders
{
    /// <summary>Adds the headers. Must stand after routing: what a page may do depends on how it is rendered.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var signInServer = app.Configuration["OpenIdConnect:Authority"] is { Length: > 0 } authority
            ? " " + new Uri(authority).GetLeftPart(UriPartial.Authority)
            : "";
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context, signInServer);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(HttpContext context, string signInServer)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var circuit = page && context.AcceptsInteractiveRouting();
        // MudBlazor positions popovers with style attributes and writes its theme as a style element; scripts stay strict.
        // Account and public pages, which do without it, allow no inline style either.
        var styles = circuit ? "'self' 'unsafe-inline'" : "'self'";
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self' data: blob:; font-src 'self'; " +
            "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self' blob:; object-src 'none'; " +
            $"base-uri 'self'; form-action 'self'{signInServer}; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        // The address of a profile carries its token: not even another page of the portal learns it from the browser.
        headers["Referrer-Policy"] = EmployerLinks.IsEmployers(context.Request.Path) ? "no-referrer" : "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (page)
        {
            // Pages show personal data: neither the browser's disk nor a proxy keeps them.
            headers.CacheControl = "no-store";
        }
    }

}
