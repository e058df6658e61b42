namespace Integration.Web.Hosting;

/// <summary>Whether invented people and known passwords are allowed: in development, or where the operator says so.</summary>
public static class DemoMode
{
    /// <summary>Whether demo mode is on.</summary>
    public static bool IsOn(IConfiguration configuration, string environment) =>
        environment == Environments.Development || configuration.GetValue<bool>("Demo:Enabled");
}
