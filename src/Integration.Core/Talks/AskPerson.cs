using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>A case manager notes that the person has been asked and has not answered yet.</summary>
public sealed class AskPerson(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Notes it.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c>; <see cref="ContactErrors.Step"/> where nothing was asked.</returns>
    public async Task<Result> ExecuteAsync(ContactId id, CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(ContactId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Contacts.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } contact)
        {
            return Errors.NotFound;
        }

        if (ContactTransitions.After(contact.State, ContactStep.Ask) is not { } state)
        {
            return ContactErrors.Step(contact.State, ContactStep.Ask);
        }

        (contact.State, contact.AskedAt) = (state, clock.GetUtcNow().UtcDateTime);
        db.Note(user, clock, AuditAct.Changed, contact);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
