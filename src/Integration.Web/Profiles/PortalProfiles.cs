using Integration.Privacy;
using Integration.Web.Documents;

namespace Integration.Web.Profiles;

/// <summary>What the pages about short profiles, consents and printing share.</summary>
public static class PortalProfiles
{
    /// <summary>Adds it.</summary>
    public static void AddPortalProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddTransient<ProfileActs>();
        builder.Services.AddTransient<ProfileSession>();
        builder.Services.AddTransient<ConsentDesk>();
        builder.Services.AddTransient<PrintDesk>();
        builder.Services.AddTransient<PaperDesk>();
        builder.Services.AddTransient<LetterDesk>();
        builder.Services.AddTransient<Outcomes.AgreementDesk>();
        builder.Services.AddTransient<Outcomes.OutcomeActs>();
        builder.Services.AddTransient<Outcomes.OutcomeReads>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("Retention").Get<RetentionOptions>() ?? new RetentionOptions());
        builder.Services.AddHostedService<ReleaseKeeper>();
        builder.Services.AddHostedService<TalkPlans.TalkPlanKeeper>();
    }
}
