using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Planning.Talks;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>What everything that makes or changes plans shares.</summary>
internal static class TalkDrafts
{
    /// <summary>An event that the user leads and that is not over, with what planning needs of it.</summary>
    /// <returns>The event; <c>NotFound</c>, <see cref="TalkPlanErrors.EventOver"/>.</returns>
    public static async Task<Result<JobEvent>> LedEventAsync(this AppDbContext db, ICurrentUser user, JobEventId id, CancellationToken ct)
    {
        var jobEvent = await db.EventToPlanAsync(user, id, ct);
        return jobEvent is null ? Errors.NotFound
            : jobEvent.State is JobEventState.Closed or JobEventState.Cancelled ? TalkPlanErrors.EventOver
            : jobEvent;
    }

    /// <summary>An event that the user leads, whatever its state.</summary>
    public static Task<JobEvent?> EventToPlanAsync(this AppDbContext db, ICurrentUser user, JobEventId id, CancellationToken ct) =>
        db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);

    /// <summary>A new draft with the next number, noted and to be saved by the caller.</summary>
    public static async Task<TalkSchedule> NewDraftAsync(this AppDbContext db, ICurrentUser user, TimeProvider clock, JobEventId jobEvent, string name)
    {
        var number = await db.TalkSchedules.Where(s => s.JobEventId == jobEvent).MaxAsync(s => (int?)s.Number) ?? 0;
        var schedule = new TalkSchedule { JobEventId = jobEvent, Number = number + 1, Name = name.Trim(), MadeAt = clock.GetUtcNow().UtcDateTime, MadeBy = user.Id };
        db.Add(schedule);
        db.Note(user, clock, AuditAct.Created, nameof(TalkSchedule), schedule.Id.Value, jobEvent);
        return schedule;
    }

    /// <summary>Nothing is stored that the checker, which shares no code with the planner, finds fault with.</summary>
    /// <exception cref="InvalidOperationException">It does: a bug of the planner.</exception>
    public static void Verify(this TalkProblemOfEvent ground, TalkProblem problem, TalkPlan plan)
    {
        if (TalkChecker.Check(problem, plan) is [var first, ..] breaches)
        {
            throw new InvalidOperationException($"The plan of {ground.Event.Key} breaks {breaches.Count} rules, the first {first}.");
        }
    }
}
