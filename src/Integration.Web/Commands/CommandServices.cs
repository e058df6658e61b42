using Integration.Data;
using Integration.Web.Hosting;

namespace Integration.Web.Commands;

/// <summary>The parts that a command needs beside the web host.</summary>
internal static class CommandServices
{
    /// <summary>Core on the configured database. The data folder is made when it is missing.</summary>
    public static ServiceProvider Services(this CommandInput input, Action<IServiceCollection>? more = null)
    {
        var configuration = input.Configuration();
        Directory.CreateDirectory(DataFolder.Of(configuration).Folder);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(DataFolder.Of(configuration));
        services.AddIntegrationCore(PortalData.DatabaseOf(configuration));
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
