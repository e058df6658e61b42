using Integration.Organisations;
using Integration.Participants;
using Integration.Participants.Import;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelParticipants
{
    public static void ConfigureParticipants(this ModelBuilder builder, string? binaryCollation)
    {
        builder.Entity<Participant>(person =>
        {
            person.Property(p => p.FamilyName).HasMaxLength(Participant.NameMaxLength);
            person.Property(p => p.GivenName).HasMaxLength(Participant.NameMaxLength);
            person.Property(p => p.BadgeName).HasMaxLength(Participant.NameMaxLength);
            person.Property(p => p.SortName).HasMaxLength(2 * Participant.NameMaxLength);
            person.Property(p => p.Note).HasMaxLength(Participant.NoteMaxLength);
            person.Property(p => p.CustomerNumber).HasMaxLength(40);
            person.Property(p => p.Version).IsConcurrencyToken();
            person.Property(p => p.Languages).IsJson();
            person.Property(p => p.Experience).IsJson();
            person.Property(p => p.Wishes).IsJson();
            person.Property(p => p.WorkForms).IsJson();
            person.Property(p => p.WorkTimes).IsJson();
            person.Property(p => p.Mobility).IsJson();
            person.Property(p => p.Licences).IsJson();
            person.Property(p => p.Certificates).IsJson();
            person.Property(p => p.Support).IsJson();
            person.Property(p => p.Interpreter).IsJson();
            person.Ignore(p => p.FullName);
            person.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            person.HasIndex(p => new { p.OrganisationId, p.MergedIntoId, p.SortName });
            person.HasIndex(p => new { p.OrganisationId, p.ChangedAt });
            person.HasIndex(p => new { p.OrganisationId, p.CustomerNumber });
            person.HasIndex(p => new { p.OrganisationId, p.BornOn });
        });

        builder.Entity<ParticipantSearchToken>(token =>
        {
            var text = token.Property(t => t.Token).HasMaxLength(80);
            if (binaryCollation is not null)
            {
                text.UseCollation(binaryCollation);
            }

            token.HasOne<Participant>().WithMany().HasForeignKey(t => t.ParticipantId).OnDelete(DeleteBehavior.Cascade);
            token.HasIndex(t => new { t.OrganisationId, t.Token, t.ParticipantId });
        });

        builder.Entity<RememberedHeading>().HasKey(h => new { h.OrganisationId, h.Heading });

        builder.Entity<ImportBatch>(batch =>
        {
            batch.Property(b => b.Headings).IsJson();
            batch.Property(b => b.Fields).IsJson();
            batch.Property(b => b.Version).IsConcurrencyToken();
            batch.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });

        builder.Entity<ImportRow>(row =>
        {
            row.HasKey(r => new { r.BatchId, r.Row });
            row.Property(r => r.Cells).IsJson();
            row.Property(r => r.Findings).IsJson();
            row.Property(r => r.ChangedFields).IsJson();
            row.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => new { r.BatchId, r.State });
        });
    }
}
