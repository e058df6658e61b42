using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Deletes a draft with its talks and steps. What was published stays as long as the event's other records.</summary>
public sealed class DeleteTalkDraft(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Deletes it.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="TalkPlanErrors.NotADraft"/>.</returns>
    public async Task<Result> ExecuteAsync(TalkScheduleId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var schedule = await db.TalkSchedules.VisibleTo(user, db).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (schedule is null)
        {
            return Errors.NotFound;
        }

        if (schedule.State != TalkScheduleState.Draft)
        {
            return TalkPlanErrors.NotADraft;
        }

        db.Remove(schedule);
        db.Note(user, clock, AuditAct.Changed, nameof(TalkSchedule), id.Value, schedule.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }
}
