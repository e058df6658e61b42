using Integration.Documents;
using Integration.Messaging;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Integration.Web.Messaging;

/// <summary>Mail: through the configured server, else as files in the data folder.</summary>
public static class PortalMail
{
    /// <summary>Adds the way out and what watches the outbox.</summary>
    public static void AddPortalMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var smtp = builder.Configuration.GetSection("Smtp").Get<SmtpOptions>() ?? new SmtpOptions();
        services.AddSingleton(smtp);
        if (smtp.Host.Length > 0)
        {
            services.AddSingleton<IMailTransport, SmtpTransport>();
        }
        else
        {
            services.AddSingleton<IMailTransport, FolderTransport>();
        }

        services.AddHostedService<OutboxDispatcher>();
        services.AddPortalAddress(builder.Configuration);
    }

    /// <summary>Adds the address that links in mails and on printed sheets begin with: <c>PublicUrl</c>, else the first one the server listens on.</summary>
    internal static void AddPortalAddress(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new DocumentOptions { PublicAddress = provider.GetRequiredService<PortalAddress>().Base() });
        services.AddSingleton(provider => new PortalAddress(() => new Uri(
            configuration["PublicUrl"] is { Length: > 0 } configured
                ? configured
                : provider.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")));
    }
}

/// <summary>The section <c>Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name of the server; empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port: 587 with STARTTLS, 465 with TLS from the start.</summary>
    public int Port { get; set; } = 587;

    /// <summary>User name; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>How many seconds handing over one mail may take.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Whether the server may be spoken to without encryption: only for a server on the same machine.</summary>
    public bool AllowPlain { get; set; }
}
