using System.Globalization;
using Integration.Web.Resources;
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
    /// <exception cref="WrongSettingException">The machine knows no such zone.</exception>
    public static PortalClock Of(IConfiguration configuration)
    {
        var name = configuration["TimeZone"] is { Length: > 0 } setting ? setting : DefaultZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new PortalClock(zone)
            : throw new WrongSettingException(string.Format(CultureInfo.CurrentCulture, CommandTexts.UnknownTimeZone, name));
    }
}

/// <summary>Registers the clock.</summary>
public static class PortalClockSetup
{
    /// <summary>Adds the clock of the configuration unless there is one already. Before Core, which would add the machine's own.</summary>
    public static void AddPortalClock(this IServiceCollection services, IConfiguration configuration) =>
        services.TryAddSingleton<TimeProvider>(PortalClock.Of(configuration));
}
