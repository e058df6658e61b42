using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.TalkPlans;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelTalkPlans
{
    public static void ConfigureTalkPlans(this ModelBuilder builder)
    {
        builder.Entity<TalkVenue>(venue =>
        {
            venue.Property(v => v.Zone).HasMaxLength(TalkVenue.ZoneMaxLength);
            venue.Property(v => v.Languages).IsJson();
            venue.Property(v => v.Closed).IsJson();
            venue.Property(v => v.Version).IsConcurrencyToken();
            venue.HasIndex(v => new { v.JobEventId, v.EmployerId }).IsUnique();
            venue.HasOne<JobEvent>().WithMany().HasForeignKey(v => v.JobEventId).OnDelete(DeleteBehavior.Cascade);
            venue.HasOne<Organisation>().WithMany().HasForeignKey(v => v.EmployerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<TalkTimes>(times =>
        {
            times.Property(t => t.Version).IsConcurrencyToken();
            times.HasOne<JobEvent>().WithMany().HasForeignKey(t => t.JobEventId).OnDelete(DeleteBehavior.Cascade);
            // SQL Server allows one way only by which deleting an event reaches a row.
            times.HasOne<EventStage>().WithMany().HasForeignKey(t => t.StageId).OnDelete(DeleteBehavior.NoAction);
        });
        builder.Entity<TalkSchedule>(schedule =>
        {
            schedule.Property(s => s.Name).HasMaxLength(TalkSchedule.NameMaxLength);
            schedule.Property(s => s.Settings).IsJson();
            schedule.Property(s => s.Losses).IsJson();
            schedule.Property(s => s.Version).IsConcurrencyToken();
            schedule.HasIndex(s => new { s.JobEventId, s.Number }).IsUnique();
            // What makes "one published plan an event" true, whoever publishes at the same moment.
            schedule.HasIndex(s => s.PublishedFor).IsUnique();
            schedule.HasOne<JobEvent>().WithMany().HasForeignKey(s => s.JobEventId).OnDelete(DeleteBehavior.Restrict);
            schedule.HasMany(s => s.Talks).WithOne().HasForeignKey(t => t.ScheduleId).OnDelete(DeleteBehavior.Cascade);
            schedule.HasMany(s => s.Steps).WithOne().HasForeignKey(t => t.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ScheduledTalk>(talk =>
        {
            talk.HasIndex(t => new { t.ScheduleId, t.RegistrationId, t.EmployerId }).IsUnique();
            talk.HasIndex(t => new { t.JobEventId, t.EmployerId });
            talk.HasIndex(t => t.RegistrationId);
            talk.HasIndex(t => t.InterpreterId);
            talk.HasOne<Registration>().WithMany().HasForeignKey(t => t.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            talk.HasOne<Organisation>().WithMany().HasForeignKey(t => t.EmployerId).OnDelete(DeleteBehavior.Restrict);
            talk.HasOne<Interpreter>().WithMany().HasForeignKey(t => t.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<TalkStep>(step =>
        {
            step.HasKey(s => new { s.ScheduleId, s.Number });
            step.Property(s => s.Before).IsJson();
        });
    }
}
