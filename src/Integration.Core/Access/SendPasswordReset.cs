using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Mails a link with which a password can be set anew. The mail is the proof: nobody is signed in.</summary>
public sealed class SendPasswordReset(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, PortalAddress address)
{
    /// <summary>Writes the mail.</summary>
    /// <param name="id">Whose password.</param>
    /// <param name="token">The secret that the sign-in part made, already safe in an address.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>NotFound for an unknown or revoked user; the page must not show that.</returns>
    public async Task<Result> ExecuteAsync(UserId id, string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id.Value && u.RevokedAt == null, ct);
        if (user?.Email is null)
        {
            return Errors.NotFound;
        }

        db.Send(clock, user.Email, user.Language, "PasswordReset", user.DisplayName, address.Of($"/account/reset-password?user={id}&token={token}"));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
