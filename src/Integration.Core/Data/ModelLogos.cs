using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelLogos
{
    public static void ConfigureLogos(this ModelBuilder builder) => builder.Entity<EventLogo>(logo =>
    {
        logo.Property(l => l.AlternativeText).HasMaxLength(EventLogo.AltMaxLength);
        logo.Property(l => l.Version).IsConcurrencyToken();
        logo.HasOne<JobEvent>().WithMany().HasForeignKey(l => l.JobEventId).OnDelete(DeleteBehavior.Cascade);
    });
}
