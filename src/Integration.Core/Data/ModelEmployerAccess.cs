using Integration.Access;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelEmployerAccess
{
    public static void ConfigureEmployerAccess(this ModelBuilder builder)
    {
        builder.Entity<EmployerNote>(note =>
        {
            note.Property(n => n.Text).HasMaxLength(EmployerNote.TextMaxLength);
            note.HasOne<JobEvent>().WithMany().HasForeignKey(n => n.JobEventId).OnDelete(DeleteBehavior.Restrict);
            note.HasOne<Organisation>().WithMany().HasForeignKey(n => n.EmployerId).OnDelete(DeleteBehavior.Restrict);
            note.HasOne<ProfileRelease>().WithMany().HasForeignKey(n => n.ReleaseId).OnDelete(DeleteBehavior.Restrict);
            note.HasIndex(n => new { n.EmployerId, n.ReleaseId }).IsUnique();
            note.HasIndex(n => n.JobEventId);
        });
        builder.Entity<ProfileView>(view =>
        {
            view.HasOne<ProfileRelease>().WithMany().HasForeignKey(v => v.ReleaseId).OnDelete(DeleteBehavior.Restrict);
            view.HasIndex(v => new { v.ReleaseId, v.UserId, v.At });
            view.HasIndex(v => new { v.JobEventId, v.EmployerId });
        });
        builder.Entity<SignInCode>(code =>
        {
            code.HasKey(c => c.AskedHash);
            code.Property(c => c.AskedHash).HasMaxLength(64);
            code.Property(c => c.CodeHash).HasMaxLength(64);
            code.HasIndex(c => new { c.UserId, c.SentAt });
        });
    }
}
