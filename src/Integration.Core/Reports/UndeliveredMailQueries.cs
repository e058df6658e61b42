using Integration.Access;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>A mail that did not reach a colleague or interpreter.</summary>
/// <param name="To">Receiver's address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Refusal">Code of the server's refusal; empty when it was interrupted on its way, and may have arrived.</param>
public sealed record UndeliveredMail(string To, string Subject, DateTime CreatedAt, string Refusal);

/// <summary>Mails that did not arrive, for whoever manages the users.</summary>
public sealed class UndeliveredMailQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Most that are listed.</summary>
    public const int Most = 100;

    /// <summary>Mails to users, invited people and interpreters of the own organisation, the newest first. What was written to participants
    /// is their case managers' to see, not the administrator's.</summary>
    public async Task<IReadOnlyList<UndeliveredMail>> ListAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.OrganisationId;
        var before = clock.GetUtcNow().UtcDateTime - OutboxQueue.LongestHandover;
        return await db.Outbox.AsNoTracking()
            .Where(m => m.RegistrationId == null && (m.GivenUpAt != null || (m.SentAt < before && m.Body != ""))
                && (db.Users.Any(u => u.OrganisationId == own && u.Email == m.To) || db.UserInvitations.Any(i => i.OrganisationId == own && i.Email == m.To)
                    || db.Interpreters.Any(i => i.OrganisationId == own && i.Email == m.To)))
            .OrderByDescending(m => m.CreatedAt).Take(Most)
            .Select(m => new UndeliveredMail(m.To, m.Subject, m.CreatedAt, m.GivenUpAt != null ? m.Refusal : "")).ToListAsync(ct);
    }
}
