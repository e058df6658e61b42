using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>Takes the sign-in of one contact of an employer away, or their open invitation: an address was mistyped, somebody has left the company. The
/// company's other contacts keep theirs. A new invitation gives it back.</summary>
public sealed class RevokeEmployerContact(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Takes it away, at every event.</summary>
    /// <param name="jobEvent">An event at which the employer is expected and in which the user's organisation takes part.</param>
    /// <param name="employer">The employer.</param>
    /// <param name="email">The contact's address.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns><c>Forbidden</c>; <c>NotFound</c> for an address that nobody of this employer signs in with; that the organisation has no part in the event.</returns>
    public async Task<Result> ExecuteAsync(JobEventId jobEvent, OrganisationId employer, string email, CancellationToken ct) =>
        user.Has(Permission.InviteEmployerContacts) ? await Persistently.RunAsync(() => OnceAsync(jobEvent, employer, email, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(JobEventId jobEvent, OrganisationId employer, string email, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await AdmissionFile.ReadAsync(db, user, jobEvent, employer, ct);
        if (!file.Done)
        {
            return file.Error;
        }

        var (now, normalized) = (clock.GetUtcNow().UtcDateTime, email.Trim().ToUpperInvariant());
        var invited = (await db.UserInvitations.OpenAt(now).Where(i => i.OrganisationId == employer).ToListAsync(ct))
            .FindAll(i => string.Equals(i.Email, email.Trim(), StringComparison.OrdinalIgnoreCase) && SignInCode.IsFor(i.Roles));
        var known = (await db.Users.Where(u => u.OrganisationId == employer && u.NormalizedEmail == normalized).ToListAsync(ct)).FindAll(SignInCode.IsFor);
        if (invited.Count + known.Count == 0)
        {
            return Errors.NotFound;
        }

        foreach (var invitation in invited)
        {
            invitation.RevokedAt = now;
            db.Note(user, clock, AuditAct.UserChanged, nameof(UserInvitation), invitation.Id.Value);
        }

        foreach (var contact in known)
        {
            contact.RevokedAt = now;
            contact.EndSessions();
            db.Note(user, clock, AuditAct.UserRevoked, nameof(AppUser), contact.Id);
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
