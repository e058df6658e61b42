using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Series of events and their preparation.</content>
public sealed partial class AppDbContext
{
    /// <summary>Series.</summary>
    public DbSet<EventSeries> EventSeries => Set<EventSeries>();

    /// <summary>Tasks of the preparation of events.</summary>
    public DbSet<EventTask> EventTasks => Set<EventTask>();
}
