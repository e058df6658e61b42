using Integration.Invitations;
using Integration.Web.Hosting;

namespace Integration.Web.Events;

/// <summary>Sends the reminders that are due.</summary>
public sealed class ReminderKeeper(Reminders reminders, TimeProvider clock, ILogger<ReminderKeeper> log) : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override Task RunOnceAsync(CancellationToken ct) => reminders.SendDueAsync(ct);
}
