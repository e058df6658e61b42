using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Registers people of the caller's organisation for an event. Those already registered stay as they are;
/// registering says nothing about their consent to a profile.</summary>
public sealed class RegisterForEvent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Registers and returns how many were new.</summary>
    public async Task<Result<int>> ExecuteAsync(
        JobEventId jobEventId, IReadOnlyCollection<ParticipantId> people, InvitationKind invitation, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.WhyNobodyCanBeRegisteredAsync(jobEventId, user, ct) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var registered = 0;
        foreach (var some in people.Distinct().Chunk(500))
        {
            var fresh = await db.Participants.VisibleTo(user)
                .Where(p => some.Contains(p.Id) && !db.Registrations.Any(r => r.JobEventId == jobEventId && r.ParticipantId == p.Id))
                .Select(p => p.Id)
                .ToListAsync(ct);
            db.Registrations.AddRange(fresh.Select(id => new Registration
            {
                JobEventId = jobEventId,
                ParticipantId = id,
                OrganisationId = user.OrganisationId,
                Invitation = invitation,
                State = RegistrationState.Noted,
                RegisteredAt = now,
                ChangedAt = now,
            }));
            foreach (var id in fresh)
            {
                db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), id.Value, jobEventId);
            }

            registered += fresh.Count;
        }

        await db.SaveChangesAsync(ct);
        return registered;
    }
}
