using Integration.Outcomes;
using Integration.Web.Hosting;

namespace Integration.Web.Outcomes;

/// <summary>Asks employers for feedback on the day after an event.</summary>
public sealed class FeedbackKeeper(FeedbackMails mails, TimeProvider clock, ILogger<FeedbackKeeper> log) : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override Task RunOnceAsync(CancellationToken ct) => mails.SendDueAsync(ct);
}
