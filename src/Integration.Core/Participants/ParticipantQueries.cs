using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants;

/// <summary>Reads of single records.</summary>
public sealed class ParticipantQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>A record, untracked; opening it is noted in the audit trail. A merged record leads to the one it went into.</summary>
    public async Task<Result<Participant>> OpenAsync(ParticipantId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = user.OrganisationId;
        var target = await db.Participants.Where(p => p.Id == id && p.OrganisationId == organisation).Select(p => p.MergedIntoId ?? p.Id).FirstOrDefaultAsync(ct);
        var person = await db.Participants.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == target, ct);
        if (person is null)
        {
            return Errors.NotFound;
        }

        db.Note(user, clock, AuditAct.Viewed, nameof(Participant), person.Id.Value);
        await db.SaveChangesAsync(ct);
        return person;
    }

    /// <summary>Records that may be the same person as the one being typed; certain ones first.</summary>
    public async Task<IReadOnlyList<DuplicateCandidate>> DuplicatesOfAsync(PersonKey key, ParticipantId? except, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Duplicates.FindAsync(db, db.Participants.VisibleTo(user), key, except, ct);
    }
}
