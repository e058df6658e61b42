using Integration.Door;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>The doors of events.</content>
public sealed partial class AppDbContext
{
    /// <summary>Who was there.</summary>
    public DbSet<Attendance> Attendances => Set<Attendance>();

    /// <summary>What was changed by hand about it.</summary>
    public DbSet<AttendanceCorrection> AttendanceCorrections => Set<AttendanceCorrection>();

    /// <summary>What happened at the doors.</summary>
    public DbSet<DoorScan> DoorScans => Set<DoorScan>();

    /// <summary>Guests without a registration.</summary>
    public DbSet<WalkIn> WalkIns => Set<WalkIn>();
}
