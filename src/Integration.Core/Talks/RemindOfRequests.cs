using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>Reminds the case managers of the caller's organisation of requests that have waited for <see cref="Interval"/>, and again after each further one.
/// Runs in the background with <see cref="FixedUser.PortalFor"/>. It reminds and does nothing else: no request is ever answered by time.</summary>
public sealed class RemindOfRequests(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>How long a request waits before it is reminded of.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(3);

    /// <summary>Reminds.</summary>
    /// <returns>How many requests were reminded of; or <c>Forbidden</c>.</returns>
    public async Task<Result<int>> ExecuteAsync(CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(ct)) : Errors.Forbidden;

    private async Task<Result<int>> OnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Interval;
        var due = await db.Contacts.VisibleTo(user).Waiting(db, clock.Today())
            .Where(contact => contact.RequestedAt <= before && (contact.RemindedAt == null || contact.RemindedAt <= before))
            .Join(db.Participants, contact => contact.ParticipantId, person => person.Id, (contact, person) => new { Contact = contact, person.OwnerId })
            .ToListAsync(ct);
        var reminded = 0;
        foreach (var group in due.GroupBy(row => row.OwnerId))
        {
            if (await db.InChargeAsync(group.Key, user.OrganisationId, ct) is { } to)
            {
                db.Remind(clock, address, to, group.Count());
                foreach (var row in group)
                {
                    row.Contact.RemindedAt = now;
                    reminded++;
                }
            }
        }

        if (reminded > 0)
        {
            await db.SaveChangesAsync(ct);
        }

        return reminded;
    }
}
