using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Moves a registration of the caller's organisation to another state, along <see cref="RegistrationTransitions"/>,
/// or changes how the person was asked to come. A state that keeps a place needs one that is free; a place given back goes to who waits.</summary>
public sealed class ChangeRegistration(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What a registration becomes; what is the same stays.</summary>
    /// <param name="State">The state.</param>
    /// <param name="Invitation">How the person is asked to come; <see langword="null"/> to leave that as it is.</param>
    /// <param name="Purpose">What a request to report is about; only and always with one.</param>
    public sealed record Change(RegistrationState State, InvitationKind? Invitation = null, ReportingPurpose? Purpose = null);

    /// <summary>Changes.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="EventErrors.Full"/>, <see cref="EventErrors.Transition"/>,
    /// and for requests to report <see cref="EventErrors.OwnerOnly"/>, <see cref="EventErrors.PurposeMissing"/>, <see cref="EventErrors.Minor"/>.</returns>
    public async Task<Result> ExecuteAsync(RegistrationId id, Change change, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.Registrations.VisibleTo(user).Where(r => r.Id == id).Select(r => (JobEventId?)r.JobEventId).SingleOrDefaultAsync(ct);
        if (jobEvent is not { } jobEventId)
        {
            return Errors.NotFound;
        }

        await using var places = await EventPlaces.LockAsync(db, clock, jobEventId, ct);
        var registration = await db.Registrations.VisibleTo(user).SingleAsync(r => r.Id == id, ct);
        if (await ProblemAsync(db, registration, change, ct) is { } problem)
        {
            return problem;
        }

        var (held, holds) = (RegistrationTransitions.HoldsPlace(registration.State), RegistrationTransitions.HoldsPlace(change.State));
        if (!held && holds && !places.TryTake(registration.OrganisationId))
        {
            return EventErrors.Full;
        }

        if (held && !holds)
        {
            places.Release(registration.OrganisationId);
        }

        Apply(registration, change, clock.GetUtcNow().UtcDateTime);
        db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), registration.ParticipantId.Value, registration.JobEventId);
        try
        {
            await places.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }

    private static void Apply(Registration registration, Change change, DateTime now)
    {
        if (registration.State != change.State)
        {
            registration.OfferedUntil = null;
            registration.WaitingSince = change.State == RegistrationState.Waiting ? now : registration.WaitingSince;
        }

        (registration.State, registration.ChangedAt) = (change.State, now);
        if (change.Invitation is { } invitation)
        {
            (registration.Invitation, registration.Purpose) = (invitation, change.Purpose);
        }
    }

    private async Task<Error?> ProblemAsync(AppDbContext db, Registration registration, Change change, CancellationToken ct)
    {
        if (registration.State != change.State && !RegistrationTransitions.Allows(registration.State, change.State))
        {
            return EventErrors.Transition(registration.State, change.State);
        }

        if (change.Invitation is null || (registration.Invitation != InvitationKind.RequestToReport && change.Invitation != InvitationKind.RequestToReport))
        {
            return change.Purpose is null ? null : EventErrors.PurposeMissing;
        }

        // A request to report tells of a duty and what follows from it: only who is in charge of the person makes, sees and ends it.
        var person = await db.Participants.Where(p => p.Id == registration.ParticipantId).Select(p => new { p.OwnerId, p.BornOn }).SingleAsync(ct);
        var day = await db.JobEvents.Where(e => e.Id == registration.JobEventId).Select(e => e.Date).SingleAsync(ct);
        var same = change.Invitation == registration.Invitation && change.Purpose == registration.Purpose;
        return same ? null
            : person.OwnerId != user.Id ? EventErrors.OwnerOnly
            : (change.Invitation == InvitationKind.RequestToReport) != (change.Purpose is not null) ? EventErrors.PurposeMissing
            : change.Invitation == InvitationKind.RequestToReport && (person.BornOn is not { } born || born.AddYears(18) > day) ? EventErrors.Minor
            : null;
    }
}
