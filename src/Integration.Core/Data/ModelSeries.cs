using Integration.Events;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelSeries
{
    public static void ConfigureSeries(this ModelBuilder builder)
    {
        builder.Entity<JobEvent>(jobEvent =>
        {
            jobEvent.Property(e => e.Audiences).IsJson();
            jobEvent.Property(e => e.Patron).HasMaxLength(JobEvent.LineMaxLength);
            jobEvent.Property(e => e.FundingNote).HasMaxLength(JobEvent.LineMaxLength);
            jobEvent.HasOne<EventSeries>().WithMany().HasForeignKey(e => e.SeriesId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<EventSeries>(series =>
        {
            series.Property(s => s.Key).HasMaxLength(Organisation.KeyMaxLength);
            series.Property(s => s.Title).HasMaxLength(EventSeries.TitleMaxLength);
            series.Property(s => s.Description).HasMaxLength(EventSeries.DescriptionMaxLength);
            series.Property(s => s.Patron).HasMaxLength(JobEvent.LineMaxLength);
            series.Property(s => s.WorkingGroup).HasMaxLength(JobEvent.LineMaxLength);
            series.HasIndex(s => s.Key).IsUnique();
            series.Property(s => s.Version).IsConcurrencyToken();
            series.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            series.HasMany(s => s.Members).WithOne().HasForeignKey(m => m.SeriesId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SeriesMember>(member =>
        {
            member.HasKey(m => new { m.SeriesId, m.OrganisationId });
            member.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<EventTask>(task =>
        {
            task.Property(t => t.Title).HasMaxLength(EventTask.TitleMaxLength);
            task.Property(t => t.SourceKey).HasMaxLength(40);
            task.Property(t => t.Version).IsConcurrencyToken();
            task.HasOne<JobEvent>().WithMany().HasForeignKey(t => t.JobEventId).OnDelete(DeleteBehavior.Cascade);
            // A line of the plan is there once, whoever makes the plan at the same moment.
            task.HasIndex(t => new { t.JobEventId, t.SourceKey }).IsUnique();
            task.HasIndex(t => new { t.JobEventId, t.DueOn });
        });
    }
}
