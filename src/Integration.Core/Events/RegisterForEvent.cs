using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>What came of registering people.</summary>
/// <param name="WithPlace">How many have a place.</param>
/// <param name="Waiting">How many wait for one.</param>
/// <param name="Known">How many were registered before.</param>
public sealed record RegisteredPeople(int WithPlace, int Waiting, int Known);

/// <summary>Registers people of the caller's organisation for an event, in the order given: as long as there are places each gets one, the others wait.
/// Those already registered stay as they are; registering says nothing about their consent to a profile.</summary>
public sealed class RegisterForEvent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    private const int IdsInOneQuery = 500;

    /// <summary>Registers.</summary>
    /// <param name="jobEventId">The event.</param>
    /// <param name="people">Who; people of other organisations are left out.</param>
    /// <param name="invitation">How they are asked to come; a request to report is made person by person with <see cref="ChangeRegistration"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many of them have a place, or <c>Forbidden</c>, <c>NotFound</c>, <see cref="EventErrors.Over"/>,
    /// <see cref="EventErrors.NotTakingPart"/>, <see cref="EventErrors.OwnerOnly"/>.</returns>
    public async Task<Result<RegisteredPeople>> ExecuteAsync(
        JobEventId jobEventId, IReadOnlyCollection<ParticipantId> people, InvitationKind invitation, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        // Somebody else may register the same person at this moment.
        return invitation == InvitationKind.RequestToReport
            ? EventErrors.OwnerOnly
            : await Persistently.RunAsync(() => OnceAsync(jobEventId, people, invitation, ct));
    }

    private async Task<Result<RegisteredPeople>> OnceAsync(
        JobEventId jobEventId, IReadOnlyCollection<ParticipantId> people, InvitationKind invitation, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.WhyNobodyCanBeRegisteredAsync(jobEventId, user, ct) is { } refused)
        {
            return refused;
        }

        await using var places = await EventPlaces.LockAsync(db, clock, jobEventId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var (withPlace, waiting, known) = (0, 0, 0);
        foreach (var some in people.Distinct().Chunk(IdsInOneQuery))
        {
            var own = await db.Participants.VisibleTo(user).Where(p => some.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct);
            var present = await db.Registrations.Where(r => r.JobEventId == jobEventId && some.Contains(r.ParticipantId)).Select(r => r.ParticipantId).ToHashSetAsync(ct);
            known += present.Count;
            foreach (var id in some.Where(id => own.Contains(id) && !present.Contains(id)))
            {
                var placed = places.TryTake(user.OrganisationId);
                db.Registrations.Add(Registration.New(jobEventId, id, user.OrganisationId, invitation, placed, now));
                db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), id.Value, jobEventId);
                (withPlace, waiting) = placed ? (withPlace + 1, waiting) : (withPlace, waiting + 1);
            }
        }

        await places.CommitAsync(ct);
        return new RegisteredPeople(withPlace, waiting, known);
    }
}
