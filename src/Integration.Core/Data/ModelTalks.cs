using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelTalks
{
    // Standard SQL: quoted names and string literals are read alike by SQLite, SQL Server and PostgreSQL.
    private const string NoNameWithoutConsent = "\"State\" <> 'Released' OR (\"ConsentId\" IS NOT NULL AND \"DecidedAt\" IS NOT NULL AND \"DecidedBy\" IS NOT NULL)";

    public static void ConfigureTalks(this ModelBuilder builder)
    {
        builder.Entity<Contact>(contact =>
        {
            contact.ToTable(table => table.HasCheckConstraint("CK_Contacts_NoNameWithoutConsent", NoNameWithoutConsent));
            contact.Property(c => c.Version).IsConcurrencyToken();
            contact.HasOne<JobEvent>().WithMany().HasForeignKey(c => c.JobEventId).OnDelete(DeleteBehavior.Restrict);
            contact.HasOne<Organisation>().WithMany().HasForeignKey(c => c.EmployerId).OnDelete(DeleteBehavior.Restrict);
            contact.HasOne<ProfileRelease>().WithMany().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.Restrict);
            contact.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            contact.HasOne<Consent>().WithMany().HasForeignKey(c => c.ConsentId).OnDelete(DeleteBehavior.Restrict);
            contact.HasIndex(c => new { c.EmployerId, c.ReleaseId }).IsUnique();
            contact.HasIndex(c => new { c.JobEventId, c.EmployerId });
            contact.HasIndex(c => new { c.OrganisationId, c.State });
        });
    }
}
