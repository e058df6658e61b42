using Integration.Common;
using Integration.Documents;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelEvents
{
    public static void ConfigureEvents(this ModelBuilder builder)
    {
        builder.Entity<EventChange>(change => change.HasIndex(c => new { c.JobEventId, c.Id }));
        builder.Entity<JobEvent>(e =>
        {
            e.Property(x => x.Key).HasMaxLength(Organisation.KeyMaxLength);
            e.Property(x => x.Title).HasMaxLength(JobEvent.TitleMaxLength);
            e.HasIndex(x => x.Key).IsUnique();
            e.HasIndex(x => x.Date);
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(x => x.Hosts).WithOne().HasForeignKey(h => h.JobEventId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(x => x.Employers).WithOne().HasForeignKey(h => h.JobEventId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<JobEventHost>(host =>
        {
            host.HasKey(h => new { h.JobEventId, h.OrganisationId });
            host.HasOne<Organisation>().WithMany().HasForeignKey(h => h.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ExpectedEmployer>(employer =>
        {
            employer.HasKey(h => new { h.JobEventId, h.OrganisationId });
            employer.HasOne<Organisation>().WithMany().HasForeignKey(h => h.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PlaceQuota>(quota =>
        {
            quota.HasKey(q => new { q.JobEventId, q.OrganisationId });
            quota.HasOne<JobEvent>().WithMany().HasForeignKey(q => q.JobEventId).OnDelete(DeleteBehavior.Cascade);
            quota.HasOne<Organisation>().WithMany().HasForeignKey(q => q.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Registration>(registration =>
        {
            registration.Property(r => r.TicketCode).HasMaxLength(OpaqueToken.Length);
            registration.HasIndex(r => r.TicketCode).IsUnique();
            registration.Property(r => r.Version).IsConcurrencyToken();
            registration.HasOne<JobEvent>().WithMany().HasForeignKey(r => r.JobEventId).OnDelete(DeleteBehavior.Restrict);
            registration.HasOne<Participant>().WithMany().HasForeignKey(r => r.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            registration.HasIndex(r => new { r.JobEventId, r.ParticipantId }).IsUnique();
            registration.HasIndex(r => new { r.OrganisationId, r.JobEventId });
        });
        builder.Entity<PrintRun>(run =>
        {
            run.HasOne<JobEvent>().WithMany().HasForeignKey(r => r.JobEventId).OnDelete(DeleteBehavior.Restrict);
            run.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.PrintRunId).OnDelete(DeleteBehavior.Cascade);
            run.HasIndex(r => new { r.OrganisationId, r.PrintedAt });
            run.HasIndex(r => new { r.JobEventId, r.FolderNumber }).IsUnique();
        });
        builder.Entity<PrintRunItem>(item =>
        {
            item.Property(i => i.HandedTo).HasMaxLength(PrintRunItem.HandedToMaxLength);
            item.HasIndex(i => new { i.ReleaseId, i.CopyNumber }).IsUnique();
            item.HasIndex(i => i.ParticipantId);
        });
    }
}
