using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Logos.</content>
public sealed partial class AppDbContext
{
    /// <summary>Logos of events.</summary>
    public DbSet<EventLogo> EventLogos => Set<EventLogo>();
}
