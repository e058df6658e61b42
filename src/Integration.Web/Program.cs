using Integration.Web.Account;
using Integration.Web.Calendars;
using Integration.Web.Commands;
using Integration.Web.Door;
using Integration.Web.Employer;
using Integration.Web.Events;
using Integration.Web.Hosting;
using Integration.Web.Jobs;
using Integration.Web.Layout;
using Integration.Web.Messaging;
using Integration.Web.Participants.Import;
using Integration.Web.Profiles;

namespace Integration.Web;

/// <summary>The portal: a table of contents. Without a command it serves.</summary>
public static class Program
{
    /// <summary>Runs a command; see <c>--help</c>.</summary>
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args, Console.Out, Console.Error);

    /// <summary>Builds the web application; nothing is started and the database is not touched.</summary>
    /// <param name="args">Configuration as on the command line: <c>--Key value</c>.</param>
    /// <param name="configure">Changes before building: tests set their world here.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // From a build folder, files of packages come from where the packages lie; a published portal has them all in wwwroot.
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);

        builder.AddPortalData();
        builder.AddPortalLanguages();
        builder.AddPortalSignIn();
        builder.AddSignInLimit();
        builder.AddPortalMail();
        builder.AddPortalPages();
        builder.AddPortalShell();
        builder.AddPortalJobs();
        builder.AddPortalProfiles();
        builder.AddEmployerPages();

        var app = builder.Build();

        app.UsePortalErrors();
        app.UsePortalLanguages();
        app.UseEmployerStart();
        app.UseRouting();
        app.UseSecurityHeaders();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapPortalPages();
        app.MapTheme();
        app.MapAccount();
        app.MapJobs();
        app.MapImportErrors();
        app.MapRequestsToReport();
        app.MapDoor();
        app.MapCalendars();
        app.MapStands();
        app.MapLogos();
        app.MapHealth();
        return app;
    }
}
