using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Mails a code to sign in with. The answer and the work are the same for every address: nobody learns who has access.</summary>
public sealed class SendSignInCode(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Sends.</summary>
    /// <param name="email">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The secret that the asking browser keeps; also where no mail was sent.</returns>
    public Task<Result<string>> ExecuteAsync(string email, CancellationToken ct) => Persistently.RunAsync(() => OnceAsync(email, ct));

    private async Task<Result<string>> OnceAsync(string email, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (now, normalized) = (clock.GetUtcNow().UtcDateTime, email.Trim().ToUpperInvariant());
        // Whoever asks for the same address waits here, so that many at once do not get more codes than one after the other.
        await db.Users.Where(u => u.NormalizedEmail == normalized).ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnabled, u => u.LockoutEnabled), ct);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct);
        var (id, earliest) = (user?.UserId, now - SignInCode.Lifetime);
        var sent = await db.SignInCodes.CountAsync(c => c.UserId == id && c.SentAt > earliest, ct);
        var receiver = user is not null && SignInCode.IsFor(user) && sent < SignInCode.MostAtOnce ? user : null;
        var (secret, code) = (InvitationToken.New(), SignInCode.Draw());
        db.Add(new SignInCode
        {
            AskedHash = InvitationToken.HashOf(secret),
            CodeHash = SignInCode.HashOf(secret, code),
            UserId = receiver?.UserId,
            SentAt = now,
        });
        if (receiver is not null)
        {
            db.Send(clock, receiver.Email!, receiver.Language, "SignInCode", receiver.DisplayName, SignInCode.Written(code), (int)SignInCode.Lifetime.TotalMinutes);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return secret;
    }
}
