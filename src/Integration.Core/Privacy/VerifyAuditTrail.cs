using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Privacy;

/// <summary>Walks the whole chain of the own organisation's audit trail: a changed, removed or inserted entry breaks it, and so does
/// a missing end.</summary>
public sealed class VerifyAuditTrail(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What was found.</summary>
    /// <param name="Entries">Entries walked: all, or those up to the break.</param>
    /// <param name="FirstBreak">Number that the first entry that does not fit, or is missing, should have; <see langword="null"/> when all fit.</param>
    public sealed record Finding(long Entries, long? FirstBreak);

    /// <summary>Verifies, and notes that it was done.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<Finding>> ExecuteAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ReadAuditTrail))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        // The head first: entries that come in while the chain is walked are not missed at its end.
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.OrganisationId == user.OrganisationId, ct);
        var upTo = head?.Sequence ?? 0;
        var (walked, hash, broken) = (0L, AuditChain.Origin, (long?)null);
        await foreach (var entry in db.AuditEntries.AsNoTracking().VisibleTo(user).Where(e => e.Sequence <= upTo).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            walked++;
            if (!AuditChain.Follows(entry, walked, hash))
            {
                broken = walked;
                break;
            }

            hash = entry.Hash;
        }

        if (broken is null && head is not null && (walked != upTo || hash != head.Hash))
        {
            broken = walked + 1;
        }

        db.Note(user, clock, AuditAct.AuditRead, nameof(AuditHead), count: (int)Math.Min(walked, int.MaxValue));
        await db.SaveChangesAsync(ct);
        return new Finding(walked, broken);
    }
}
