using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>Somebody who is noted for an event and not invited yet.</summary>
public sealed record NotedPerson(RegistrationId Id, string Name, bool ByMail);

/// <summary>A person whose mail did not arrive.</summary>
/// <param name="ParticipantId">The person.</param>
/// <param name="Name">Family name, given name.</param>
/// <param name="Refusal">Code of the server's refusal; empty when it was interrupted on its way, and may have arrived.</param>
public sealed record UnreachedPerson(ParticipantId ParticipantId, string Name, string Refusal);

/// <summary>How the own organisation's invitations to an event stand. Requests to report are not among them.</summary>
public sealed record InvitationStanding(IReadOnlyList<NotedPerson> Noted, IReadOnlyList<UnreachedPerson> Unreached);

/// <summary>Reads of invitations.</summary>
public sealed class InvitationQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Who is to be invited, how, and whom the mail did not reach.</summary>
    public async Task<InvitationStanding> StandingAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = db.Registrations.VisibleTo(user).AsNoTracking().Where(r => r.JobEventId == id);
        var noted = await new InvitationReader(db, await codes.GetAsync(ct), clock).ReadAsync(own.Where(r => r.State == RegistrationState.Noted), ct);
        var before = clock.GetUtcNow().UtcDateTime - OutboxQueue.LongestHandover;
        var unreached = await own
            .Join(db.Outbox.Where(m => m.GivenUpAt != null || (m.SentAt < before && m.Body != "")), r => (RegistrationId?)r.Id, m => m.RegistrationId, (r, m) => new { r.ParticipantId, m })
            .Join(db.Participants.Where(p => p.MergedIntoId == null), row => row.ParticipantId, p => p.Id, (row, p) => new { p.Id, p.SortName, p.FamilyName, p.GivenName, row.m.CreatedAt, Refusal = row.m.GivenUpAt != null ? row.m.Refusal : "" })
            .OrderBy(row => row.SortName).ThenByDescending(row => row.CreatedAt).ToListAsync(ct);
        return new InvitationStanding(
            noted.ConvertAll(person => new NotedPerson(person.Registration.Id, person.Person.FullName, person.MayBeMailed)),
            [.. unreached.DistinctBy(row => row.Id).Select(row => new UnreachedPerson(row.Id, row.GivenName.Length == 0 ? row.FamilyName : $"{row.FamilyName}, {row.GivenName}", row.Refusal))]);
    }
}
