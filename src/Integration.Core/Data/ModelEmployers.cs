using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelEmployers
{
    public static void ConfigureEmployers(this ModelBuilder builder)
    {
        builder.Entity<EmployerFile>(file =>
        {
            file.HasKey(f => f.OrganisationId);
            file.Property(f => f.TeamLanguages).IsJson();
            file.Property(f => f.Contacts).IsJson();
            file.Property(f => f.Version).IsConcurrencyToken();
            file.HasOne<Organisation>().WithOne().HasForeignKey<EmployerFile>(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            file.HasOne<Organisation>().WithMany().HasForeignKey(f => f.KeeperId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<JobOffer>(offer =>
        {
            offer.Property(o => o.Title).HasMaxLength(JobOffer.TitleMaxLength);
            offer.Property(o => o.WorkTimes).IsJson();
            offer.Property(o => o.LicenceClasses).IsJson();
            offer.Property(o => o.Evidence).IsJson();
            offer.Property(o => o.Version).IsConcurrencyToken();
            offer.HasOne<Organisation>().WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
            offer.HasOne<JobEvent>().WithMany().HasForeignKey(o => o.JobEventId).OnDelete(DeleteBehavior.Restrict);
            offer.HasIndex(o => new { o.EmployerId, o.State });
            offer.HasIndex(o => new { o.JobEventId, o.CopiedFromId }).IsUnique();
        });
    }
}
