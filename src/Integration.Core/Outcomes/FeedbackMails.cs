using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Asks employers for feedback on the day after an event; the portal does this by itself. Each company that somebody vouched for and that has an
/// address is asked once: the unique index lets one of two portals ask.</summary>
public sealed class FeedbackMails(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, PortalAddress address)
{
    /// <summary>How many days late a question still makes sense, after the portal was away.</summary>
    public const int DaysLate = 10;

    /// <summary>Sends what is due.</summary>
    /// <returns>How many companies were asked.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        await using var read = await contexts.CreateDbContextAsync(ct);
        var (from, to) = (clock.Today().AddDays(-1 - DaysLate), clock.Today().AddDays(-1));
        var due = await read.JobEvents.AsNoTracking()
            .Where(e => e.Date >= from && e.Date <= to && e.State != JobEventState.Idea && e.State != JobEventState.Cancelled)
            .SelectMany(e => e.Employers.Where(employer => employer.VouchedAt != null), (e, employer) => new { e.Id, e.Title, e.Date, employer.OrganisationId })
            .Where(row => !read.FeedbackRequests.Any(request => request.JobEventId == row.Id && request.EmployerId == row.OrganisationId))
            .Join(read.Organisations.Where(o => o.ContactEmail != ""), row => row.OrganisationId, o => o.Id, (row, o) => new { row.Id, row.Title, row.Date, Employer = o.Id, o.ContactEmail })
            .ToListAsync(ct);
        foreach (var row in due)
        {
            await Persistently.RunAsync(async () =>
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                if (await db.FeedbackRequests.AnyAsync(request => request.JobEventId == row.Id && request.EmployerId == row.Employer, ct))
                {
                    return false;
                }

                var token = InvitationToken.New();
                db.Add(new FeedbackRequest { JobEventId = row.Id, EmployerId = row.Employer, TokenHash = InvitationToken.HashOf(token), SentAt = clock.GetUtcNow().UtcDateTime });
                db.Send(clock, row.ContactEmail, "de", "EmployerFeedback", row.Title, row.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), address.Of(AnswerFeedback.Path + token));
                await db.SaveChangesAsync(ct);
                return true;
            });
        }

        return due.Count;
    }
}
