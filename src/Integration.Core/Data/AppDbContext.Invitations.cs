using Integration.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Reminders.</content>
public sealed partial class AppDbContext
{
    /// <summary>By which rules people are reminded.</summary>
    public DbSet<ReminderRule> ReminderRules => Set<ReminderRule>();

    /// <summary>Who was reminded.</summary>
    public DbSet<Reminder> Reminders => Set<Reminder>();
}
