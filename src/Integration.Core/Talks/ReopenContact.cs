using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>The person thinks otherwise after a no: the request is open again. A release then needs a consent recorded since.</summary>
public sealed class ReopenContact(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Opens it again.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c>; <see cref="ContactErrors.Step"/> where nothing was decided.</returns>
    public async Task<Result> ExecuteAsync(ContactId id, CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(ContactId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Contacts.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } contact)
        {
            return Errors.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (contact.State == ContactState.Released && !await db.Contacts.Where(known => known.Id == id).NameReleased(db, clock.Today()).AnyAsync(ct))
        {
            // The consent's last day is over, and the hourly round has not come by yet.
            (contact.State, contact.DecidedAt, contact.DecidedBy) = (ContactTransitions.After(contact.State, ContactStep.Withdraw)!.Value, now, UserId.System);
        }

        if (ContactTransitions.After(contact.State, ContactStep.Reopen) is not { } state)
        {
            return ContactErrors.Step(contact.State, ContactStep.Reopen);
        }

        (contact.State, contact.AskedAt, contact.ConsentId, contact.RemindedAt) = (state, null, null, now);
        var releaseId = contact.ReleaseId;
        if (await db.ProfileReleases.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == releaseId, ct) is { } release)
        {
            db.Follow(release, ProfileState.Requested, user.Id, now);
        }

        db.Note(user, clock, AuditAct.Changed, contact);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
