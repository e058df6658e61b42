using Integration.Testing;

namespace Integration.Web.Tests;

/// <summary>One portal for the tests of a class.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
