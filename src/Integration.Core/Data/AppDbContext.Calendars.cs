using Integration.Calendars;
using Integration.Events;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Integration.Data;

/// <content>Calendars: what is subscribed to, and the number by which calendar programs tell a newer appointment from an older one.</content>
public sealed partial class AppDbContext
{
    /// <summary>Subscribed calendars.</summary>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    // Here and not in the use cases: whoever moves an event by whatever way, its appointment is a newer one.
    private void RaiseCalendarSequences()
    {
        foreach (var entry in Changed<JobEvent>(
            nameof(JobEvent.Title), nameof(JobEvent.Date), nameof(JobEvent.StartsAt), nameof(JobEvent.EndsAt), nameof(JobEvent.Place), nameof(JobEvent.Street),
            nameof(JobEvent.Town), nameof(JobEvent.State)))
        {
            entry.CalendarSequence++;
        }

        foreach (var entry in Changed<InterpreterAssignment>(
            nameof(InterpreterAssignment.Day), nameof(InterpreterAssignment.StartsAt), nameof(InterpreterAssignment.EndsAt), nameof(InterpreterAssignment.Place),
            nameof(InterpreterAssignment.State)))
        {
            entry.CalendarSequence++;
        }

        foreach (var entry in Changed<Registration>(nameof(Registration.State)))
        {
            entry.CalendarSequence++;
        }
    }

    private List<T> Changed<T>(params string[] properties)
        where T : class =>
        [.. ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Modified && Array.Exists(properties, name => Differs(entry.Property(name))))
            .Select(entry => entry.Entity)];

    // An entry can be marked as changed although no value is.
    private static bool Differs(PropertyEntry property) => !Equals(property.OriginalValue, property.CurrentValue);
}
