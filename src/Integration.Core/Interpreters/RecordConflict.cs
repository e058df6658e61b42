using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Notes that an interpreter of the own organisation's pool must not interpret for a person (R1, R2), or takes it back. The case
/// manager notes it; the pool's organiser learns of it only as "not for this person".</summary>
public sealed class RecordConflict(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Notes or takes back.</summary>
    /// <param name="participantId">The person.</param>
    /// <param name="interpreterId">The interpreter.</param>
    /// <param name="kind">Why; <see langword="null"/> takes it back.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; or Forbidden, NotFound for a foreign person or interpreter.</returns>
    public async Task<Result> ExecuteAsync(ParticipantId participantId, InterpreterId interpreterId, ConflictKind? kind, CancellationToken ct) =>
        user.Has(Permission.EditParticipants)
            ? await Persistently.RunAsync(() => RecordAsync(participantId, interpreterId, kind, ct))
            : Errors.Forbidden;

    private async Task<Result> RecordAsync(ParticipantId participantId, InterpreterId interpreterId, ConflictKind? kind, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.OrganisationId;
        if (!await db.Participants.VisibleTo(user).AnyAsync(p => p.Id == participantId, ct)
            || !await db.Interpreters.AnyAsync(i => i.Id == interpreterId && i.OrganisationId == own, ct))
        {
            return Errors.NotFound;
        }

        var known = await db.InterpreterConflicts.SingleOrDefaultAsync(c => c.ParticipantId == participantId && c.InterpreterId == interpreterId, ct);
        if (kind is not { } why)
        {
            if (known is null)
            {
                return Result.Ok;
            }

            db.Remove(known);
        }
        else if (known is null)
        {
            db.Add(new InterpreterConflict { ParticipantId = participantId, InterpreterId = interpreterId, Kind = why });
        }
        else
        {
            known.Kind = why;
        }

        db.Note(user, clock, AuditAct.Changed, nameof(Participant), participantId.Value);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
