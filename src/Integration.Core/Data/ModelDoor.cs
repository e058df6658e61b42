using Integration.Door;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelDoor
{
    public static void ConfigureDoor(this ModelBuilder builder)
    {
        builder.Entity<Attendance>(attendance =>
        {
            // The key is what makes "in, once" true, whoever writes at the same moment.
            attendance.HasKey(a => a.RegistrationId);
            attendance.Property(a => a.Door).HasMaxLength(Attendance.DoorMaxLength);
            attendance.Property(a => a.Version).IsConcurrencyToken();
            attendance.Ignore(a => a.IsInside);
            attendance.HasOne<Registration>().WithOne().HasForeignKey<Attendance>(a => a.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            attendance.HasIndex(a => a.JobEventId);
        });
        builder.Entity<AttendanceCorrection>(correction =>
        {
            correction.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DoorScan>(scan =>
        {
            scan.HasKey(s => new { s.Nonce, s.JobEventId });
            scan.Property(s => s.Device).HasMaxLength(Attendance.DoorMaxLength);
            scan.Property(s => s.Ticket).HasMaxLength(DoorScan.TicketMaxLength);
            scan.HasOne<JobEvent>().WithMany().HasForeignKey(s => s.JobEventId).OnDelete(DeleteBehavior.Restrict);
            scan.HasOne<Registration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<WalkIn>(guest =>
        {
            guest.Property(g => g.DisplayName).HasMaxLength(WalkIn.NameMaxLength);
            guest.HasOne<JobEvent>().WithMany().HasForeignKey(g => g.JobEventId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
