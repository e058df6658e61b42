using Integration.Access;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelAccess
{
    public static void ConfigureAccess(this ModelBuilder builder)
    {
        builder.Entity<AppUser>(user =>
        {
            user.ToTable("Users");
            user.Property(u => u.DisplayName).HasMaxLength(AppUser.NameMaxLength);
            user.Property(u => u.Roles).IsJson();
            user.Property(u => u.PasswordHash).HasMaxLength(1000);
            user.Property(u => u.Language).HasMaxLength(10);
            user.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            user.Ignore(u => u.UserId);
        });
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().Property(t => t.Value).HasMaxLength(4000);
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().Property(t => t.ClaimValue).HasMaxLength(2000);
        builder.Entity<Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey>().Property(k => k.Xml).Metadata.SetMaxLength(null);

        builder.Entity<UserInvitation>(invitation =>
        {
            invitation.Property(i => i.Roles).IsJson();
            invitation.Property(i => i.TokenHash).HasMaxLength(64);
            invitation.HasIndex(i => i.TokenHash).IsUnique();
            invitation.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });

        builder.Entity<Organisation>(organisation =>
        {
            organisation.Property(o => o.Key).HasMaxLength(Organisation.KeyMaxLength);
            organisation.Property(o => o.Name).HasMaxLength(Organisation.NameMaxLength);
            organisation.Property(o => o.RegionKey).HasMaxLength(3);
            organisation.HasIndex(o => o.Key).IsUnique();
            organisation.Property(o => o.Version).IsConcurrencyToken();
            organisation.HasMany(o => o.Sites).WithOne().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
