using Bunit;
using Integration.Access;
using Integration.Messaging;
using Integration.Testing;
using Integration.Web.Employer;
using Integration.Web.Events;
using Integration.Web.Jobs;
using Integration.Web.Layout;
using Integration.Web.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests;

/// <summary>Renders components for one user over a real database.</summary>
public sealed class PageContext : BunitContext
{
    public PageContext(TestDatabase database, ICurrentUser user)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        foreach (var module in new[] { "shell", "stands", "talks" })
        {
            JSInterop.SetupModule($"/js/{module}.js").Mode = JSRuntimeMode.Loose;
        }

        Services.AddIntegrationCore(database.Options);
        Services.AddSingleton(user);
        foreach (var service in PortalServices)
        {
            Services.Add(service);
        }

        Services.AddSingleton<EventWatch>();
        Services.AddSingleton(new PortalAddress(() => new Uri("https://portal.example/")));
        Services.AddLogging();
        Services.AddSingleton<Integration.Web.Events.EventWatch>();
        Services.AddSupplyValueFromQueryProvider();
    }

    // What the pages share, as the portal itself adds it.
    private static IReadOnlyList<ServiceDescriptor> PortalServices { get; } = Collect();

    private static IReadOnlyList<ServiceDescriptor> Collect()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var before = builder.Services.ToHashSet();
        builder.AddPortalShell();
        builder.AddPortalJobs();
        builder.AddPortalProfiles();
        builder.AddEmployerPages();
        return builder.Services.Where(service => !before.Contains(service)).ToList();
    }

    /// <summary>Opens a page at an address, so that what stands in its query reaches it.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address)
        where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>();
    }
}
