using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>There will be no contact. No reason is asked, kept or told.</summary>
public sealed class RefuseContact(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>Says no to the request.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c>; <see cref="ContactErrors.Step"/> where nothing is asked.</returns>
    public async Task<Result> ExecuteAsync(ContactId id, CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(ContactId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Contacts.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } contact)
        {
            return Errors.NotFound;
        }

        if (ContactTransitions.After(contact.State, ContactStep.Refuse) is not { } state)
        {
            return ContactErrors.Step(contact.State, ContactStep.Refuse);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        (contact.State, contact.DecidedAt, contact.DecidedBy) = (state, now, user.Id);
        var releaseId = contact.ReleaseId;
        if (await db.ProfileReleases.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == releaseId, ct) is { } release)
        {
            db.Follow(release, ProfileState.Declined, user.Id, now);
        }

        db.Note(user, clock, AuditAct.ContactRefused, contact);
        await db.TellEmployerAsync(clock, address, contact, ct);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
