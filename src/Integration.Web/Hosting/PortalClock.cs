using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.Web.Hosting;

/// <summary>The machine's clock in the district's time zone: days begin where people are, whatever zone the machine is set to.</summary>
public sealed class PortalClock(TimeZoneInfo zone) : TimeProvider
{
    /// <summary>The zone when the setting <c>TimeZone</c> is missing.</summary>
    public const string DefaultZone = "Europe/Berlin";

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <summary>The clock of the setting <c>TimeZone</c>, an IANA name.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine knows no such zone.</exception>
    public static PortalClock Of(IConfiguration configuration) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(configuration["TimeZone"] is { Length: > 0 } zone ? zone : DefaultZone));
}

/// <summary>Registers the clock.</summary>
public static class PortalClockSetup
{
    /// <summary>Adds the clock of the configuration unless there is one already. Before Core, which would add the machine's own.</summary>
    public static void AddPortalClock(this IServiceCollection services, IConfiguration configuration) =>
        services.TryAddSingleton<TimeProvider>(PortalClock.Of(configuration));
}
