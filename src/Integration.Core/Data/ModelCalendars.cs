using Integration.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelCalendars
{
    public static void ConfigureCalendars(this ModelBuilder builder) => builder.Entity<CalendarFeed>(feed =>
    {
        feed.Property(f => f.TokenHash).HasMaxLength(64);
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasIndex(f => f.UserId);
    });
}
