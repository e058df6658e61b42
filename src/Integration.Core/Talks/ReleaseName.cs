using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Messaging;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>Releases a person's name and telephone number to the one company that asked, resting on the consent that the person gave for this company and
/// event. It makes up no consent, and nothing else in the portal releases a name.</summary>
public sealed class ReleaseName(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>Releases it; releasing twice changes nothing.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c>; or what is missing: <see cref="ContactErrors.NoConsent"/>, <see cref="ContactErrors.ProfileOver"/>,
    /// <see cref="ContactErrors.AccessClosed"/>, <see cref="ContactErrors.Step"/>.</returns>
    public async Task<Result> ExecuteAsync(ContactId id, CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(ContactId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var contact = await db.Contacts.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct);
        if (contact is null || !await db.Participants.VisibleTo(user).AnyAsync(known => known.Id == contact.ParticipantId, ct))
        {
            return Errors.NotFound;
        }

        if (await db.Contacts.Where(known => known.Id == id).NameReleased(db, today).AnyAsync(ct))
        {
            return Result.Ok;
        }

        if (ContactTransitions.After(contact.State, ContactStep.Release) is not { } state)
        {
            return ContactErrors.Step(contact.State, ContactStep.Release);
        }

        var no = await db.NoesBeside(contact).MaxAsync(known => known.DecidedAt, ct);
        var given = await db.Consents.VisibleTo(user).For(contact, db, today).OrderByDescending(consent => consent.ValidUntil).ToListAsync(ct);
        if (given.Find(consent => no is not { } at || consent.GivenOn >= clock.DayOf(at)) is not { } consent)
        {
            return ContactErrors.NoConsent;
        }

        // The profile that holds today: it may have been corrected and released anew since the company asked.
        var (person, jobEvent) = (contact.ParticipantId, contact.JobEventId);
        if (await db.ProfileReleases.VisibleTo(user).Where(known => known.ParticipantId == person && known.JobEventId == jobEvent)
            .InForce(db.Consents, today).SingleOrDefaultAsync(ct) is not { } release)
        {
            return ContactErrors.ProfileOver;
        }

        if (!await db.AdmissionIsOpenAsync(contact.JobEventId, contact.EmployerId, today, ct))
        {
            return ContactErrors.AccessClosed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        (contact.State, contact.ConsentId, contact.DecidedAt, contact.DecidedBy) = (state, consent.Id, now, user.Id);
        // Saved again, so that a withdrawal at the same moment and this release cannot both succeed unseen by each other.
        db.Entry(consent).State = EntityState.Modified;
        db.Follow(release, ProfileState.NameReleased, user.Id, now);
        db.Note(user, clock, AuditAct.NameReleased, contact);
        await db.TellEmployerAsync(clock, address, contact, ct);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
