using Integration.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Web.Tests.Employer;

/// <summary>A portal with a <see cref="CanaryWorld"/> and an ear on its log.</summary>
public sealed class CanaryPortal : IAsyncLifetime
{
    /// <summary>The portal.</summary>
    public TestPortal Portal { get; private set; } = null!;

    /// <summary>What is in it.</summary>
    public CanaryWorld World { get; private set; } = null!;

    /// <summary>What it logs.</summary>
    public LogWatch Log { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync(
            ["--SignIn:AttemptsPerMinute", "1000000", "--SignIn:SheetsPerMinute", "1000000"],
            builder =>
            {
                builder.Logging.AddProvider(Log);
                builder.Logging.AddFilter<LogWatch>(null, LogLevel.Trace);
                // Not asked anew in the middle of what is compared.
                builder.Services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromHours(1));
            });
        World = await CanaryWorld.PlantAsync(Portal);
        Log.Forbidden = World.Canaries.WordIn;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Log.Dispose();
    }
}
