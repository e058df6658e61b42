using Integration.Access;
using Integration.Calendars;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Messaging;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>What became of invitations.</summary>
/// <param name="Mailed">Invited by mail.</param>
/// <param name="NeedLetter">Still noted: they have no address, or have not agreed to be written to.</param>
public sealed record SentInvitations(int Mailed, int NeedLetter);

/// <summary>Invites people of the own organisation who are noted for an event, by mail: those with an address who have agreed to be written to
/// (<see cref="ConsentPurpose.ContactByMessage"/>). The others stay noted and get a letter. A request to report (§ 309 SGB III) is never sent.</summary>
public sealed class SendInvitations(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>Sends.</summary>
    /// <param name="id">The event.</param>
    /// <param name="registrations">Which of its noted people; <see langword="null"/> for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of them; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="EventErrors.Over"/>, <see cref="EventErrors.NotTakingPart"/>,
    /// <c>Conflict</c> when somebody changed one of the registrations meanwhile: then nothing was sent.</returns>
    public async Task<Result<SentInvitations>> ExecuteAsync(JobEventId id, IReadOnlyCollection<RegistrationId>? registrations, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.WhyNobodyCanBeRegisteredAsync(id, user, ct) is { } problem)
        {
            return problem;
        }

        var noted = db.Registrations.VisibleTo(user)
            .Where(r => r.JobEventId == id && r.State == RegistrationState.Noted && (registrations == null || registrations.Contains(r.Id)));
        var people = await new InvitationReader(db, await codes.GetAsync(ct), clock).ReadAsync(noted, ct);
        var writer = await PersonWriter.ReadAsync(db, clock, address, id, user.OrganisationId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var person in people.Where(person => person.MayBeMailed))
        {
            (person.Registration.State, person.Registration.ChangedAt) = (RegistrationState.Invited, now);
            writer.Write(person, "invitation.subject", ["invitation.text"], [PersonMail.Freedom(person.Registration.Invitation), "invitation.answer"]);
            db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), person.Person.Id.Value, id);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        var mailed = people.Count(person => person.MayBeMailed);
        return new SentInvitations(mailed, people.Count - mailed);
    }
}
