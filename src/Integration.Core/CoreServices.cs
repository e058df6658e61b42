using Integration.Data;
using Integration.Documents;
using Integration.Printing;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration;

/// <summary>Registers the use cases and queries of Core. The host adds <c>ICurrentUser</c> and what is configured.</summary>
public static class CoreServices
{
    /// <summary>Adds the database, the clock, and every use case (a sealed class with <c>ExecuteAsync</c>) and query class
    /// (name ends in <c>Queries</c>).</summary>
    public static IServiceCollection AddIntegrationCore(this IServiceCollection services, DatabaseOptions database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddIdentitySchema();
        services.AddDbContextFactory<AppDbContext>(database.Apply);
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<Messaging.OutboxQueue>();
        services.AddSingleton<CodeCatalogSource>();
        services.AddSingleton<Door.CheckInDesk>();
        services.AddSingleton<Invitations.Reminders>();
        services.AddSingleton<Invitations.TalkLetters>();
        services.AddSingleton<EmployerAccess.ReleasedContents>();
        services.AddSingleton<Outcomes.FeedbackMails>();
        services.AddSingleton<Data.Demo.DemoSeed>();
        services.AddSingleton<Data.Demo.LoadRegion>();
        services.TryAddSingleton<IPdfEngine>(HarfBuzzPdfEngine.Shared);
        services.TryAddSingleton(new DocumentOptions());
        services.TryAddSingleton(new RetentionOptions());
        services.TryAddSingleton(new Interpreters.NeedSettings());
        foreach (var type in typeof(CoreServices).Assembly.GetTypes().Where(IsUseCaseOrQueries))
        {
            services.AddTransient(type);
        }

        return services;
    }

    private static bool IsUseCaseOrQueries(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsPublic: true }
        && (type.GetMethod("ExecuteAsync") is not null || type.Name.EndsWith("Queries", StringComparison.Ordinal));
}
