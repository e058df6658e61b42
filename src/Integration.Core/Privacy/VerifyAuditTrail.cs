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
    /// <param name="Entries">Entries walked.</param>
    /// <param name="FirstBreak">Number of the first entry that does not fit; <see langword="null"/> when all do.</param>
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
        var entries = await db.AuditEntries.AsNoTracking().VisibleTo(user).Where(e => e.Sequence <= upTo).OrderBy(e => e.Sequence).ToListAsync(ct);
        var broken = AuditChain.FirstBreak(entries);
        if (broken is null && head is not null && (entries.Count != upTo || (entries.Count > 0 && entries[^1].Hash != head.Hash)))
        {
            broken = entries.Count + 1;
        }

        db.Note(user, clock, AuditAct.AuditRead, nameof(AuditHead), count: entries.Count);
        await db.SaveChangesAsync(ct);
        return new Finding(entries.Count, broken);
    }
}
