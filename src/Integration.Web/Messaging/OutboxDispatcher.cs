using Integration.Messaging;

namespace Integration.Web.Messaging;

/// <summary>Watches the outbox and hands over what is due. What it logs names neither receiver nor content.</summary>
internal sealed partial class OutboxDispatcher(OutboxQueue queue, IMailTransport transport, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await queue.ClaimAsync(stoppingToken) is { } message)
                {
                    await HandOverAsync(message, stoppingToken);
                }

                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database may be away for a while; the outbox is still there afterwards.
                LogStopped(failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HandOverAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            await transport.SendAsync(message, ct);
        }
        catch (Exception refusal)
        {
            LogRefused(message.Id.Value, message.Attempts, refusal.GetType().Name);
            var reason = refusal is MailRefusedException refused ? refused.Code : refusal.GetType().Name;
            await queue.RefusedAsync(message, reason[..Math.Min(reason.Length, 20)], refusal is MailRefusedException { ForGood: true });
            return;
        }

        await queue.SentAsync(message.Id);
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not taken at attempt {Attempt}: {Reason}")]
    private partial void LogRefused(Guid id, int attempt, string reason);

    [LoggerMessage(LogLevel.Warning, "The outbox could not be read: {Reason}")]
    private partial void LogStopped(string reason);
}
