using Integration.Messaging;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelPrivacy
{
    public static void ConfigurePrivacy(this ModelBuilder builder)
    {
        builder.Entity<Consent>(consent =>
        {
            consent.Property(c => c.Version).IsConcurrencyToken();
            consent.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            consent.HasIndex(c => new { c.ParticipantId, c.Purpose, c.JobEventId });
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(e => new { e.OrganisationId, e.Sequence });
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.Property(e => e.PreviousHash).HasMaxLength(64);
            entry.HasIndex(e => new { e.OrganisationId, e.SubjectId });
            entry.HasIndex(e => new { e.OrganisationId, e.At });
        });
        builder.Entity<AuditHead>(head =>
        {
            head.HasKey(h => h.OrganisationId);
            head.Property(h => h.Hash).HasMaxLength(64);
        });
        builder.Entity<OutboxMessage>(message =>
        {
            message.Property(m => m.Body).Metadata.SetMaxLength(null);
            message.Property(m => m.CalendarText).Metadata.SetMaxLength(null);
            message.Property(m => m.Refusal).HasMaxLength(20);
            message.HasIndex(m => m.RegistrationId);
            message.HasIndex(m => new { m.SentAt, m.DueAt });
        });
    }
}
