using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>Notes for the contacts of the caller's organisation that the consent under a released name has ended. Runs in the background, once for each
/// organisation with <see cref="FixedUser.PortalFor"/>. Nothing depends on its having run: <see cref="ContactScope.NameReleased"/> looks at the consent itself.</summary>
public sealed class WithdrawExpiredNames(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Notes it.</summary>
    /// <returns>How many releases have ended; or <c>Forbidden</c>.</returns>
    public async Task<Result<int>> ExecuteAsync(CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(ct)) : Errors.Forbidden;

    private async Task<Result<int>> OnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var holding = db.Contacts.NameReleased(db, clock.Today());
        var over = await db.Contacts.VisibleTo(user)
            .Where(contact => contact.State == ContactState.Released && !holding.Any(known => known.Id == contact.Id)).ToListAsync(ct);
        foreach (var contact in over)
        {
            (contact.State, contact.DecidedAt, contact.DecidedBy) =
                (ContactTransitions.After(contact.State, ContactStep.Withdraw)!.Value, clock.GetUtcNow().UtcDateTime, user.Id);
            db.Note(user, clock, AuditAct.Changed, contact);
        }

        if (over.Count > 0)
        {
            await db.SaveChangesAsync(ct);
        }

        return over.Count;
    }
}
