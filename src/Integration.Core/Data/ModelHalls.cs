using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Tours;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelHalls
{
    public static void ConfigureHalls(this ModelBuilder builder)
    {
        builder.Entity<FloorPlan>(plan =>
        {
            plan.Property(p => p.Name).HasMaxLength(FloorPlan.NameMaxLength);
            plan.Property(p => p.Version).IsConcurrencyToken();
            plan.HasOne<JobEvent>().WithMany().HasForeignKey(p => p.JobEventId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Stand>(stand =>
        {
            stand.Ignore(s => s.Place);
            stand.Property(s => s.Number).HasMaxLength(Stand.NumberMaxLength);
            stand.Property(s => s.Note).HasMaxLength(Stand.NoteMaxLength);
            stand.Property(s => s.Languages).IsJson();
            stand.Property(s => s.Version).IsConcurrencyToken();
            stand.HasIndex(s => new { s.JobEventId, s.Number }).IsUnique();
            stand.HasOne<JobEvent>().WithMany(e => e.Stands).HasForeignKey(s => s.JobEventId).OnDelete(DeleteBehavior.Cascade);
            stand.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            // SQL Server allows one way only by which deleting an event reaches a stand.
            stand.HasOne<FloorPlan>().WithMany().HasForeignKey(s => s.FloorPlanId).OnDelete(DeleteBehavior.NoAction);
        });
        builder.Entity<Tour>(tour =>
        {
            tour.Property(t => t.Title).HasMaxLength(Tour.TitleMaxLength);
            tour.Property(t => t.Confidentiality).HasMaxLength(Tour.ConfidentialityMaxLength);
            tour.Property(t => t.Equipment).IsJson();
            tour.Property(t => t.Version).IsConcurrencyToken();
            tour.HasOne<JobEvent>().WithMany().HasForeignKey(t => t.JobEventId).OnDelete(DeleteBehavior.Restrict);
            tour.HasOne<Organisation>().WithMany().HasForeignKey(t => t.HostId).OnDelete(DeleteBehavior.Restrict);
            tour.HasOne<ProgrammeItem>().WithMany().HasForeignKey(t => t.ProgrammeItemId).OnDelete(DeleteBehavior.SetNull);
            tour.HasMany(t => t.Groups).WithOne().HasForeignKey(g => g.TourId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<TourGroup>(group =>
        {
            group.Property(g => g.Guide).HasMaxLength(TourGroup.GuideMaxLength);
            group.HasIndex(g => new { g.TourId, g.Number }).IsUnique();
            group.HasOne<InterpreterAssignment>().WithMany().HasForeignKey(g => g.InterpreterAssignmentId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<TourSeat>(seat =>
        {
            // The key is what makes "in one group" true, whoever writes at the same moment.
            seat.HasKey(s => new { s.TourId, s.RegistrationId });
            seat.HasOne<Registration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            seat.HasOne<Tour>().WithMany().HasForeignKey(s => s.TourId).OnDelete(DeleteBehavior.NoAction);
            seat.HasOne<TourGroup>().WithMany().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.NoAction);
        });
    }
}
