using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Deletes the drafts of the caller's organisation, and the plans that were replaced, that nobody needs any more: who would have talked with whom is
/// nobody's business for longer than the planning takes. Runs in the background; what is published stays.</summary>
public sealed class DeleteOldTalkPlans(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, RetentionOptions retention)
{
    /// <summary>Deletes them.</summary>
    /// <returns>How many; <c>Forbidden</c>.</returns>
    public async Task<Result<int>> ExecuteAsync(CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => OnceAsync(ct)) : Errors.Forbidden;

    private async Task<Result<int>> OnceAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-retention.TalkDraftDays);
        // A draft that somebody still works on has a step of these days.
        var old = await db.TalkSchedules.VisibleTo(user, db)
            .Where(s => (s.State == TalkScheduleState.Draft && s.MadeAt < before && !s.Steps.Any(step => step.At >= before)) || (s.State == TalkScheduleState.Replaced && s.ReplacedAt < before))
            .ToListAsync(ct);
        if (old.Count == 0)
        {
            return 0;
        }

        db.RemoveRange(old);
        db.Note(user, clock, AuditAct.Changed, nameof(TalkSchedule), count: old.Count);
        await db.SaveChangesAsync(ct);
        return old.Count;
    }
}
