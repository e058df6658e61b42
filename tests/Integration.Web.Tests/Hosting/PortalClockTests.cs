using Integration.Testing;
using Integration.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Hosting;

public sealed class PortalClockTests
{
    [Theory]
    [InlineData(null, "Europe/Berlin")]
    [InlineData("", "Europe/Berlin")]
    [InlineData("Europe/Lisbon", "Europe/Lisbon")]
    public void Zone_IsTheConfiguredOneNotTheMachines(string? setting, string zone)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("TimeZone", setting)]).Build();

        Assert.Equal(zone, PortalClock.Of(configuration).LocalTimeZone.Id);
    }

    [Fact]
    public void UnknownZone_IsNamedWithAnExample()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("TimeZone", "Europa/Meppen")]).Build();

        var wrong = Assert.Throws<WrongSettingException>(() => PortalClock.Of(configuration));

        Assert.Contains("Europa/Meppen", wrong.Message);
        Assert.Contains("Europe/Berlin", wrong.Message);
    }

    [Fact]
    public async Task Portal_RunsOnTheClockOfItsSettings()
    {
        await using var portal = await TestPortal.StartAsync(["--TimeZone", "Asia/Tokyo"], demo: false);

        Assert.Equal("Asia/Tokyo", portal.Services.GetRequiredService<TimeProvider>().LocalTimeZone.Id);
    }
}
