using Integration.Web.Layout;
using MudBlazor.Services;

namespace Integration.Web.Hosting;

/// <summary>Pages: staff pages run in a circuit, account and public pages are plain HTML.</summary>
public static class PortalPages
{
    /// <summary>Adds the components.</summary>
    public static void AddPortalPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options =>
            options.DetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddMudServices();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>What a reader sees instead of an exception, and HTTPS outside development.</summary>
    public static void UsePortalErrors(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }

    /// <summary>Maps the pages and the files they need.</summary>
    public static void MapPortalPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        // The framework's own frame-ancestors header is left out because SecurityHeaders sends one for every answer.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
