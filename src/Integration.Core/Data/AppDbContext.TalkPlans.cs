using Integration.TalkPlans;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Plans of talks.</content>
public sealed partial class AppDbContext
{
    /// <summary>Employers' tables at events.</summary>
    public DbSet<TalkVenue> TalkVenues => Set<TalkVenue>();

    /// <summary>When talks take place.</summary>
    public DbSet<TalkTimes> TalkTimes => Set<TalkTimes>();

    /// <summary>Plans.</summary>
    public DbSet<TalkSchedule> TalkSchedules => Set<TalkSchedule>();

    /// <summary>Their talks, one row a person.</summary>
    public DbSet<ScheduledTalk> ScheduledTalks => Set<ScheduledTalk>();

    /// <summary>What was changed in them by hand.</summary>
    public DbSet<TalkStep> TalkSteps => Set<TalkStep>();
}
