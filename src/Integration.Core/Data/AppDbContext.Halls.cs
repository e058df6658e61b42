using Integration.Events;
using Integration.Tours;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Stands and tours.</content>
public sealed partial class AppDbContext
{
    /// <summary>Stands at events.</summary>
    public DbSet<Stand> Stands => Set<Stand>();

    /// <summary>Plans of halls.</summary>
    public DbSet<FloorPlan> FloorPlans => Set<FloorPlan>();

    /// <summary>Tours.</summary>
    public DbSet<Tour> Tours => Set<Tour>();

    /// <summary>Their groups.</summary>
    public DbSet<TourGroup> TourGroups => Set<TourGroup>();

    /// <summary>Places in them.</summary>
    public DbSet<TourSeat> TourSeats => Set<TourSeat>();
}
