using Integration.Events;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelProgramme
{
    public static void ConfigureProgramme(this ModelBuilder builder)
    {
        builder.Entity<EventStage>(stage => stage.HasOne<JobEvent>().WithMany().HasForeignKey(s => s.JobEventId).OnDelete(DeleteBehavior.Cascade));
        builder.Entity<Room>(room => room.HasOne<JobEvent>().WithMany().HasForeignKey(r => r.JobEventId).OnDelete(DeleteBehavior.Cascade));
        builder.Entity<ProgrammeItem>(item =>
        {
            item.Property(i => i.Version).IsConcurrencyToken();
            item.Property(i => i.Speakers).IsJson();
            item.HasOne<JobEvent>().WithMany().HasForeignKey(i => i.JobEventId).OnDelete(DeleteBehavior.Cascade);
            // SQL Server allows one way only by which deleting an event reaches an item.
            item.HasOne<EventStage>().WithMany().HasForeignKey(i => i.StageId).OnDelete(DeleteBehavior.NoAction);
            item.HasOne<Room>().WithMany().HasForeignKey(i => i.RoomId).OnDelete(DeleteBehavior.NoAction);
        });
    }

    public static void ConfigureTransport(this ModelBuilder builder)
    {
        builder.Entity<BusLine>(line =>
        {
            line.Property(l => l.Version).IsConcurrencyToken();
            line.HasOne<JobEvent>().WithMany().HasForeignKey(l => l.JobEventId).OnDelete(DeleteBehavior.Cascade);
            line.HasMany(l => l.Stops).WithOne().HasForeignKey(s => s.LineId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<BusSeat>(seat =>
        {
            seat.HasKey(s => s.RegistrationId);
            seat.Property(s => s.RegistrationId).ValueGeneratedNever();
            // No two people have the same seat, whoever saves first.
            seat.HasIndex(s => new { s.LineId, s.Number }).IsUnique();
            seat.HasOne<Registration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            seat.HasOne<BusLine>().WithMany().HasForeignKey(s => s.LineId).OnDelete(DeleteBehavior.NoAction);
            seat.HasOne<BusStop>().WithMany().HasForeignKey(s => s.StopId).OnDelete(DeleteBehavior.NoAction);
        });
    }
}
