using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>A person's consents.</summary>
public sealed class ConsentQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>A consent as the case manager reads it.</summary>
    public sealed record Row(
        ConsentId Id, ConsentPurpose Purpose, JobEventId? JobEventId, string EventTitle, string Recipient, int? ProfileRevision, string TextVersion, string Language,
        string ExplainedBy, ConsentMedium Medium, DateOnly GivenOn, DateOnly ValidUntil, DateTime RecordedAt, string RecordedBy, DateTime? WithdrawnAt, bool InForce);

    /// <summary>All consents of a person, the latest first.</summary>
    public async Task<Result<IReadOnlyList<Row>>> ForParticipantAsync(ParticipantId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Participants.VisibleTo(user).AnyAsync(person => person.Id == id, ct))
        {
            return Errors.NotFound;
        }

        var rows = await (
            from consent in db.Consents.VisibleTo(user).AsNoTracking()
            where consent.ParticipantId == id
            orderby consent.RecordedAt descending
            select new
            {
                Consent = consent,
                Title = db.JobEvents.Where(e => e.Id == consent.JobEventId).Select(e => e.Title).FirstOrDefault(),
                Recipient = db.Organisations.Where(o => o.Id == consent.RecipientId).Select(o => o.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        var users = rows.Select(row => row.Consent.RecordedBy.Value).Distinct().ToList();
        var names = await db.Users.Where(known => users.Contains(known.Id)).ToDictionaryAsync(known => known.Id, known => known.DisplayName, ct);
        var today = clock.Today();
        return rows.ConvertAll(row => new Row(
            row.Consent.Id, row.Consent.Purpose, row.Consent.JobEventId, row.Title ?? "", row.Recipient ?? "", row.Consent.ProfileRevision, row.Consent.TextVersion,
            row.Consent.Language, row.Consent.ExplainedBy, row.Consent.Medium, row.Consent.GivenOn, row.Consent.ValidUntil, row.Consent.RecordedAt,
            names.GetValueOrDefault(row.Consent.RecordedBy.Value, ""), row.Consent.WithdrawnAt, row.Consent.WithdrawnAt is null && row.Consent.ValidUntil >= today));
    }
}
