using Integration.Access;
using Integration.Common;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>An event at whose door somebody may stand now.</summary>
internal sealed record OpenDoor(JobEvent Event, DoorTimes Times);

/// <summary>Whose doors a user may stand at, and when.</summary>
internal static class DoorScope
{
    /// <summary>Events that the user's organisation leads or hosts, for those who receive people. Which day it is, is not asked here.</summary>
    public static IQueryable<JobEvent> AtTheDoorOf(this IQueryable<JobEvent> events, ICurrentUser user)
    {
        var mayReceive = user.Has(Permission.ViewTodaysArrivals);
        var organisation = user.OrganisationId;
        return events.Where(e => mayReceive && e.State != JobEventState.Idea && e.State != JobEventState.Cancelled
            && (e.OrganisationId == organisation || e.Hosts.Any(host => host.OrganisationId == organisation)));
    }

    /// <summary>The event if the user may stand at its door and its doors are open now.</summary>
    /// <param name="events">The events.</param>
    /// <param name="user">Who stands there.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="id">The event.</param>
    /// <param name="reports">Whether devices that tell afterwards count too.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns><see langword="null"/> for an event that does not exist, is somebody else's, or is not today: all look alike.</returns>
    public static async Task<OpenDoor?> OpenAsync(
        this IQueryable<JobEvent> events, ICurrentUser user, TimeProvider clock, JobEventId id, bool reports, CancellationToken ct)
    {
        if (await events.AtTheDoorOf(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } jobEvent)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var times = DoorTimes.Of(jobEvent, clock.LocalTimeZone);
        return times.IsOpenAt(now) || (reports && times.TakesReportsAt(now)) ? new OpenDoor(jobEvent, times) : null;
    }

    /// <summary>A scan ready for the desk.</summary>
    public static DeskScan OnDesk(this OpenDoor door, Scan scan, ScanDirection direction, ICurrentUser user, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var device = scan.Device.Trim();
        return new DeskScan(
            scan.Nonce == Guid.Empty ? Guid.CreateVersion7() : scan.Nonce, door.Event.Id, door.Event.Date, door.Times, door.Event.State == JobEventState.Closed,
            DoorNames.Ticket(scan.Ticket), scan.Registration, direction, scan.Group, scan.Undoes, scan.ScannedAt is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : now, now,
            device.Length <= Attendance.DoorMaxLength ? device : device[..Attendance.DoorMaxLength], user.Id);
    }
}
