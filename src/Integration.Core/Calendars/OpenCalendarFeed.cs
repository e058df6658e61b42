using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Calendars;

/// <summary>Makes the address by which the user's own calendar is subscribed to; the one before is void from then on. Everybody who signs in may:
/// the calendar shows what they see anyway.</summary>
public sealed class OpenCalendarFeed(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Makes it.</summary>
    /// <returns>The token, which is nowhere kept and shown this once; or <c>Forbidden</c> for the portal itself.</returns>
    public async Task<Result<string>> ExecuteAsync(CancellationToken ct)
    {
        if (user.Id == UserId.System)
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.RevokeFeedsAsync(user.Id, now, ct);
        var token = InvitationToken.New();
        var feed = new CalendarFeed { UserId = user.Id, TokenHash = InvitationToken.HashOf(token), CreatedAt = now };
        db.Add(feed);
        db.Note(user, clock, AuditAct.Created, nameof(CalendarFeed), feed.Id.Value);
        await db.SaveChangesAsync(ct);
        return token;
    }
}

/// <summary>Takes the address of the user's own calendar back: whoever has it reads nothing more.</summary>
public sealed class RevokeCalendarFeed(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Takes it back; done as well when there is none.</summary>
    public async Task<Result> ExecuteAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var feed in await db.RevokeFeedsAsync(user.Id, clock.GetUtcNow().UtcDateTime, ct))
        {
            db.Note(user, clock, AuditAct.Changed, nameof(CalendarFeed), feed.Id.Value);
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}

internal static class CalendarFeeds
{
    public static async Task<List<CalendarFeed>> RevokeFeedsAsync(this AppDbContext db, UserId owner, DateTime now, CancellationToken ct)
    {
        var open = await db.CalendarFeeds.Where(feed => feed.UserId == owner && feed.RevokedAt == null).ToListAsync(ct);
        open.ForEach(feed => feed.RevokedAt = now);
        return open;
    }
}
