using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Takes an open invitation back.</summary>
public sealed class RevokeInvitation(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Takes back.</summary>
    /// <returns>Forbidden, or NotFound when it is not the organisation's or not open any more.</returns>
    public async Task<Result> ExecuteAsync(InvitationId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageUsers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var invitation = await db.UserInvitations.VisibleTo(user)
            .SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.RevokedAt == null, ct);
        if (invitation is null)
        {
            return Errors.NotFound;
        }

        invitation.RevokedAt = clock.GetUtcNow().UtcDateTime;
        db.Note(user, clock, AuditAct.UserChanged, nameof(UserInvitation), invitation.Id.Value);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
