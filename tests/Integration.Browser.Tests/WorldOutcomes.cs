using Integration.Access;
using Integration.Common;
using Integration.Outcomes;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Browser.Tests;

/// <summary>An open request for an employer's feedback.</summary>
public static class WorldOutcomes
{
    /// <summary>The secret of its link.</summary>
    public const string FeedbackToken = "feedback-of-the-browser-tests";

    /// <summary>Makes it: a company of the demo's event is asked about another event.</summary>
    public static async Task MakeAsync(TestPortal portal, JobEventId demo, JobEventId about)
    {
        await using var db = await portal.Database.CreateDbContextAsync();
        var employer = await db.JobEvents.Where(e => e.Id == demo).SelectMany(e => e.Employers).Select(e => e.OrganisationId).FirstAsync();
        db.Add(new FeedbackRequest { JobEventId = about, EmployerId = employer, TokenHash = InvitationToken.HashOf(FeedbackToken), SentAt = Given.Start });
        await db.SaveChangesAsync();
    }
}
