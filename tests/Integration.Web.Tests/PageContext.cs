using Bunit;
using Integration.Access;
using Integration.Testing;
using Integration.Web.Layout;
using Integration.Web.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests;

/// <summary>Renders components for one user over a real database.</summary>
public sealed class PageContext : BunitContext
{
    public PageContext(TestDatabase database, ICurrentUser user)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/js/shell.js").Mode = JSRuntimeMode.Loose;
        Services.AddIntegrationCore(database.Options);
        Services.AddSingleton(user);
        Services.AddScoped<Scripts>();
        Services.AddScoped<ChosenEvent>();
    }
}
