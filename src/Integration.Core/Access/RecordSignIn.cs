using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Notes in the audit trail that somebody signed in.</summary>
public sealed class RecordSignIn(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Notes it.</summary>
    /// <param name="signedIn">Who; handed over because the request that signs in is not yet theirs.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> ExecuteAsync(ICurrentUser signedIn, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Note(signedIn, clock, AuditAct.SignedIn, nameof(AppUser), signedIn.Id.Value);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
