using Integration.Events;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Programme and buses.</content>
public sealed partial class AppDbContext
{
    /// <summary>That something of an event was saved.</summary>
    public DbSet<EventChange> EventChanges => Set<EventChange>();

    /// <summary>Stages of events.</summary>
    public DbSet<EventStage> EventStages => Set<EventStage>();

    /// <summary>Rooms of events.</summary>
    public DbSet<Room> Rooms => Set<Room>();

    /// <summary>Items of programmes.</summary>
    public DbSet<ProgrammeItem> ProgrammeItems => Set<ProgrammeItem>();

    /// <summary>Bus lines.</summary>
    public DbSet<BusLine> BusLines => Set<BusLine>();

    /// <summary>Seats in them.</summary>
    public DbSet<BusSeat> BusSeats => Set<BusSeat>();
}
