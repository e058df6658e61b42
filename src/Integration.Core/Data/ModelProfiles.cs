using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelProfiles
{
    public static void ConfigureProfiles(this ModelBuilder builder)
    {
        builder.Entity<ShortProfile>(profile =>
        {
            profile.Property(p => p.Content).IsJson();
            profile.Property(p => p.Overrides).IsJson();
            profile.Property(p => p.Version).IsConcurrencyToken();
            profile.HasOne<Participant>().WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            profile.HasIndex(p => p.ParticipantId).IsUnique();
            profile.HasIndex(p => new { p.OrganisationId, p.State });
        });
        builder.Entity<ProfileRelease>(release =>
        {
            release.Property(r => r.Content).IsJson();
            release.Property(r => r.Chiffre).HasMaxLength(20);
            release.Property(r => r.Token).HasMaxLength(40);
            release.Property(r => r.Version).IsConcurrencyToken();
            release.HasOne<ShortProfile>().WithMany().HasForeignKey(r => r.ShortProfileId).OnDelete(DeleteBehavior.Restrict);
            release.HasOne<JobEvent>().WithMany().HasForeignKey(r => r.JobEventId).OnDelete(DeleteBehavior.Restrict);
            release.HasOne<Consent>().WithMany().HasForeignKey(r => r.ConsentId).OnDelete(DeleteBehavior.Restrict);
            release.HasIndex(r => r.Chiffre).IsUnique();
            release.HasIndex(r => r.Token).IsUnique();
            release.HasIndex(r => new { r.ParticipantId, r.JobEventId, r.Generation }).IsUnique();
            release.HasIndex(r => new { r.JobEventId, r.OrganisationId });
        });
        builder.Entity<ProfileTransition>(step =>
        {
            step.HasOne<ShortProfile>().WithMany().HasForeignKey(t => t.ShortProfileId).OnDelete(DeleteBehavior.Cascade);
            step.HasIndex(t => t.ShortProfileId);
        });
    }
}
