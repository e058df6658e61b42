using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Sends an invitation again. The old link ends, because only its hash is known and nobody can tell where the first mail went;
/// the new one holds for the whole time again.</summary>
public sealed class ResendInvitation(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>Sends again.</summary>
    /// <param name="id">The invitation; one that has run out can be sent again too.</param>
    /// <param name="language">Language of the mail: de or en.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Forbidden, also for another organisation that has users by now; NotFound when it is not the organisation's, was accepted or taken back; EmailTaken when the person has got access meanwhile.</returns>
    public async Task<Result> ExecuteAsync(InvitationId id, string language, CancellationToken ct)
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

        if (invitation.OrganisationId != user.OrganisationId
            && (!user.Has(Permission.EditOrganisations) || await db.Users.AnyAsync(u => u.OrganisationId == invitation.OrganisationId, ct)))
        {
            return Errors.Forbidden;
        }

        var normalized = invitation.Email.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct))
        {
            return AccessErrors.EmailTaken;
        }

        var organisation = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var token = InvitationToken.New();
        (invitation.TokenHash, invitation.InvitedAt, invitation.InvitedBy) = (InvitationToken.HashOf(token), clock.GetUtcNow().UtcDateTime, user.Id);
        db.Send(clock, invitation.Email, language == "en" ? "en" : "de", "Invitation", user.DisplayName, organisation, address.Of($"/account/invitation?token={token}"));
        db.Note(user, clock, AuditAct.UserInvited, nameof(UserInvitation), invitation.Id.Value);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
