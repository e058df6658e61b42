using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Privacy;

/// <summary>Counts of the audit trail. Counts name nobody, so asking for them is no entry of its own.</summary>
public sealed class AuditQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>How far back the overview reaches, in days.</summary>
    public const int Days = 7;

    /// <summary>The last days at a glance.</summary>
    /// <param name="From">First day that is counted, in the portal's time zone.</param>
    /// <param name="Acts">What was done and how often, the most frequent first; reading the trail itself is left out.</param>
    /// <param name="VerifiedAt">When the chain was last verified (UTC); <see langword="null"/> when never.</param>
    public sealed record Overview(DateOnly From, IReadOnlyList<(AuditAct Act, int Count)> Acts, DateTime? VerifiedAt);

    /// <summary>Counts what was done in the own organisation in the last <see cref="Days"/> days.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<Overview>> OverviewAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ReadAuditTrail))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var first = DateOnly.FromDateTime(clock.GetLocalNow().DateTime).AddDays(1 - Days);
        var midnight = first.ToDateTime(TimeOnly.MinValue);
        var since = DateTime.SpecifyKind(midnight - clock.LocalTimeZone.GetUtcOffset(midnight), DateTimeKind.Utc);
        var acts = await db.AuditEntries.VisibleTo(user).Where(e => e.At >= since && e.Act != AuditAct.AuditRead)
            .GroupBy(e => e.Act).Select(g => new { Act = g.Key, Count = g.Count() }).ToListAsync(ct);
        var verified = await db.AuditEntries.VisibleTo(user).Where(e => e.Act == AuditAct.AuditRead && e.SubjectKind == nameof(AuditHead))
            .OrderByDescending(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(ct);
        return new Overview(first, acts.OrderByDescending(a => a.Count).ThenBy(a => a.Act).Select(a => (a.Act, a.Count)).ToList(), verified);
    }
}
