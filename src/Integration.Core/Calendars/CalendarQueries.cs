using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Calendars;

/// <summary>Calendars of signed-in users.</summary>
public sealed class CalendarQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>An event as an iCalendar file.</summary>
    /// <returns>The text; or <c>NotFound</c>.</returns>
    public async Task<Result<string>> EventAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var organiser = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == jobEvent.OrganisationId, ct);
        return EventCalendar.Write(address.Entries(clock).Of(jobEvent, organiser), clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>One of the signed-in interpreter's own assignments as an iCalendar file.</summary>
    /// <returns>The text; or <c>NotFound</c>.</returns>
    public async Task<Result<string>> AssignmentAsync(InterpreterAssignmentId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await db.AssignmentEntriesAsync(db.InterpreterAssignments.OfInterpreter(user, db).Where(a => a.Id == id), await codes.GetAsync(ct), address.Entries(clock), clock.Today(), ct);
        return own is [var entry] ? EventCalendar.Write(entry, clock.GetUtcNow().UtcDateTime) : Errors.NotFound;
    }

    /// <summary>Since when the user's calendar can be subscribed to.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public async Task<DateTime?> OpenSinceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var self = user.Id;
        return await db.CalendarFeeds.Where(feed => feed.UserId == self && feed.RevokedAt == null).Select(feed => (DateTime?)feed.CreatedAt).FirstOrDefaultAsync(ct);
    }
}
