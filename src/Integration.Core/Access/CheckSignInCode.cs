using System.Security.Cryptography;
using System.Text;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Checks a code that came by mail. Each guess is counted before it is looked at, so that guesses at the same moment cannot share one, and a
/// code holds once.</summary>
public sealed class CheckSignInCode(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Checks.</summary>
    /// <param name="secret">What <see cref="SendSignInCode"/> gave the browser.</param>
    /// <param name="code">What was typed; other signs than digits do not count.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whose code it is; <see cref="AccessErrors.CodeVoid"/> for a wrong, old, used or too often guessed one alike.</returns>
    public async Task<Result<UserId>> ExecuteAsync(string secret, string code, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, hash) = (clock.GetUtcNow().UtcDateTime, InvitationToken.HashOf(secret));
        var earliest = now - SignInCode.Lifetime;
        var open = db.SignInCodes.Where(c => c.AskedHash == hash && c.UsedAt == null && c.SentAt > earliest);
        var counted = await open.Where(c => c.Attempts < SignInCode.MaxAttempts).ExecuteUpdateAsync(set => set.SetProperty(c => c.Attempts, c => c.Attempts + 1), ct);
        var asked = counted == 0 ? null : await open.AsNoTracking().SingleOrDefaultAsync(ct);
        var typed = SignInCode.HashOf(secret, new string([.. code.Where(char.IsAsciiDigit)]));
        if (asked is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(typed), Encoding.ASCII.GetBytes(asked.CodeHash)) || asked.UserId is not { } user)
        {
            return AccessErrors.CodeVoid;
        }

        return await open.ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct) == 1 ? user : AccessErrors.CodeVoid;
    }
}
