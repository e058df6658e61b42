namespace Integration.Web.Hosting;

/// <summary>Something the portal does by itself, once an hour where nothing else is said, first when it starts. A round that fails is logged; the next one
/// makes up for it.</summary>
public abstract partial class HourlyRound(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>How long it rests between two rounds.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromHours(1);

    /// <summary>The portal's clock.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>One round.</summary>
    public abstract Task RunOnceAsync(CancellationToken ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away for a while.
                LogFailed(log, GetType().Name, failure.GetType().Name);
            }

            await Task.Delay(Pause, Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Round} failed and is tried again: {Reason}")]
    private static partial void LogFailed(ILogger log, string round, string reason);
}
