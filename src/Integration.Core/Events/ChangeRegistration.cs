using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Moves a registration of the caller's organisation to another state, along <see cref="RegistrationTransitions"/>,
/// or changes how the person was asked to come.</summary>
public sealed class ChangeRegistration(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Changes state and invitation; either may stay as it is.</summary>
    public async Task<Result> ExecuteAsync(RegistrationId id, RegistrationState state, InvitationKind invitation, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var registration = await db.Registrations.VisibleTo(user).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (registration is null)
        {
            return Errors.NotFound;
        }

        if (registration.State != state && !RegistrationTransitions.Allows(registration.State, state))
        {
            return EventErrors.Transition(registration.State, state);
        }

        (registration.State, registration.Invitation) = (state, invitation);
        registration.ChangedAt = clock.GetUtcNow().UtcDateTime;
        db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), registration.ParticipantId.Value, registration.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }
}
