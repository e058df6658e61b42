using Integration.Invitations;
using Integration.Web.Hosting;

namespace Integration.Web.Events;

/// <summary>Writes to people whose talks were published or changed. On the day itself an hour would be too long.</summary>
public sealed class TalkLetterKeeper(TalkLetters letters, TimeProvider clock, ILogger<TalkLetterKeeper> log) : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override Task RunOnceAsync(CancellationToken ct) => letters.SendDueAsync(ct);
}
