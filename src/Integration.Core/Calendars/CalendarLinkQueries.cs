using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Messaging;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Calendars;

/// <summary>Calendars by their address alone: nobody is signed in, the secret in the address is the right. Telephones and mail programs ask like
/// this.</summary>
public sealed class CalendarLinkQueries(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>An interpreter's assignment by the link of its request. It stays readable when the answer was no or the event is off, so that
    /// the appointment can leave the calendar again.</summary>
    /// <returns>The text; or <c>NotFound</c> for an unknown, replaced or old link.</returns>
    public async Task<Result<string>> AssignmentAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = InvitationToken.HashOf(token);
        var since = Since();
        var found = await db.AssignmentEntriesAsync(
            db.InterpreterAssignments.Where(a => a.AnswerTokenHash == hash && a.Day >= since), await codes.GetAsync(ct), address.Entries(clock), clock.Today(), ct);
        return found is [var entry] ? EventCalendar.Write(entry, Now) : Errors.NotFound;
    }

    /// <summary>A person's appointment by the code of their ticket.</summary>
    /// <returns>The text; or <c>NotFound</c> for an unknown or old code.</returns>
    public async Task<Result<string>> TicketAsync(string ticket, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = Since();
        var row = await db.Registrations.AsNoTracking().Where(r => r.TicketCode == ticket)
            .Join(db.JobEvents.Where(e => e.Date >= since), r => r.JobEventId, e => e.Id, (r, e) => new { r, e })
            .Join(db.Organisations, row => row.e.OrganisationId, o => o.Id, (row, o) => new { row.r, row.e, o })
            .SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return Errors.NotFound;
        }

        var (line, stop) = await db.BusOfAsync(row.r.Id, ct);
        return EventCalendar.Write(address.Entries(clock).Of(row.r, row.e, row.o, line, stop, [.. (await db.TalksOfAsync(row.e, row.r.Id, clock.Today(), ct))[row.r.Id]]), Now);
    }

    /// <summary>A user's subscribed calendar: the events they can see and their own assignments as an interpreter, from
    /// <see cref="CalendarFeed.DaysBack"/> days ago on.</summary>
    /// <returns>The text; or <c>NotFound</c> for an unknown or revoked address, and when the user's access was taken away.</returns>
    public async Task<Result<string>> FeedAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = InvitationToken.HashOf(token);
        var owner = await db.CalendarFeeds.Where(feed => feed.TokenHash == hash && feed.RevokedAt == null).Select(feed => (UserId?)feed.UserId).SingleOrDefaultAsync(ct);
        var ownerId = owner?.Value;
        if (ownerId is null || await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == ownerId && u.RevokedAt == null, ct) is not { } user)
        {
            return Errors.NotFound;
        }

        var self = new FixedUser(user.UserId, user.OrganisationId, user.Roles.ToHashSet(), user.DisplayName);
        var since = Since();
        var entries = address.Entries(clock);
        var events = await db.JobEvents.VisibleTo(self).AsNoTracking().Where(e => e.Date >= since)
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => new { e, o }).OrderBy(row => row.e.Date).ThenBy(row => row.e.Id).ToListAsync(ct);
        var assignments = await db.AssignmentEntriesAsync(
            db.InterpreterAssignments.OfInterpreter(self, db).Where(a => a.Day >= since), await codes.GetAsync(ct), entries, clock.Today(), ct);
        return EventCalendar.WriteFeed([.. events.Select(row => entries.Of(row.e, row.o)), .. assignments], Now, CalendarTexts.FeedName);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Since() => clock.Today().AddDays(-CalendarFeed.DaysBack);
}
