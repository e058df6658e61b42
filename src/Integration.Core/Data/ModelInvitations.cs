using Integration.Events;
using Integration.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelInvitations
{
    public static void ConfigureInvitations(this ModelBuilder builder)
    {
        builder.Entity<ReminderRule>(rule =>
        {
            rule.Property(r => r.Version).IsConcurrencyToken();
            rule.HasOne<JobEvent>().WithMany().HasForeignKey(r => r.JobEventId).OnDelete(DeleteBehavior.Restrict);
            rule.HasIndex(r => new { r.JobEventId, r.Kind, r.State, r.DaysBefore }).IsUnique();
        });
        builder.Entity<Reminder>(reminder =>
        {
            reminder.HasKey(r => new { r.RuleId, r.RegistrationId });
            reminder.HasOne<ReminderRule>().WithMany().HasForeignKey(r => r.RuleId).OnDelete(DeleteBehavior.Restrict);
            reminder.HasOne<Registration>().WithMany().HasForeignKey(r => r.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
