using Integration.Interpreters;
using Integration.Web.Door;
using Integration.Web.Events;
using Integration.Web.Participants;
using Integration.Web.Shared;
using Integration.Web.TalkPlans;
using Integration.Web.Talks;
using Integration.Web.Tours;
using Integration.Web.Transport;

namespace Integration.Web.Layout;

/// <summary>What the frame of the pages needs.</summary>
public static class PortalShell
{
    /// <summary>Adds the chosen event, the script modules of a page, and what the pages of participants read and do together.</summary>
    public static void AddPortalShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ChosenEvent>();
        builder.Services.AddScoped<Scripts>();
        builder.Services.AddTransient<ParticipantListReads>();
        builder.Services.AddTransient<Registering>();
        builder.Services.AddTransient<ProgrammeActs>();
        builder.Services.AddTransient<TaskActs>();
        builder.Services.AddTransient<EditionDesk>();
        builder.Services.AddTransient<BusActs>();
        builder.Services.AddTransient<DoorActs>();
        builder.Services.AddTransient<StandActs>();
        builder.Services.AddTransient<Employers.EmployerActs>();
        builder.Services.AddTransient<TourActs>();
        builder.Services.AddTransient<ContactActs>();
        builder.Services.AddTransient<ServiceActs>();
        builder.Services.AddTransient<EventFormReads>();
        builder.Services.AddTransient<TalkActs>();
        builder.Services.AddTransient<PlanDesk>();
        builder.Services.AddSingleton<PlanRuns>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PlanRuns>());
        builder.Services.AddSingleton(builder.Configuration.GetSection("Interpreters").Get<NeedSettings>() ?? new NeedSettings());
    }

    /// <summary>Maps <c>/theme.css</c>: the operator's accent (setting <c>Appearance:Accent</c>, #rrggbb), moved as far as contrast asks.
    /// A setting that is no colour stops the start, so that nobody wonders why it has no effect.</summary>
    public static void MapTheme(this WebApplication app)
    {
        var setting = app.Configuration["Appearance:Accent"];
        var accent = AccentColour.From(setting);
        if (!string.IsNullOrEmpty(setting) && accent is null)
        {
            throw new InvalidOperationException($"Appearance:Accent: '{setting}' is no colour of the form #rrggbb.");
        }

        var css = accent?.Css ?? "";
        app.MapGet("/theme.css", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(css, "text/css");
        }).AllowAnonymous();
    }
}
