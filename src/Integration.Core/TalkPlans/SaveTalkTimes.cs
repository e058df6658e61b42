using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Adds a stretch for talks to an event that the caller's organisation leads, or changes one.</summary>
public sealed class SaveTalkTimes(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The stretch as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The stretch; <see langword="null"/> for a new one.</summary>
        public TalkTimesId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>The stage.</summary>
        public StageId? StageId { get; set; }

        /// <summary>When the first talk begins.</summary>
        [Required]
        public TimeOnly? StartsAt { get; set; }

        /// <summary>When the last one is over at the latest.</summary>
        [Required]
        public TimeOnly? EndsAt { get; set; }

        /// <summary>Minutes of a talk.</summary>
        [Required, Range(TalkTimes.LeastMinutes, TalkTimes.MostMinutes)]
        public int? Minutes { get; set; } = 15;

        /// <summary>Minutes between two talks.</summary>
        [Required, Range(0, TalkTimes.MostBetween)]
        public int? MinutesBetween { get; set; } = 5;

        /// <summary>Reads a stretch.</summary>
        public static Form Of(TalkTimes times) => new()
        {
            Id = times.Id, Version = times.Version, StageId = times.StageId, StartsAt = times.StartsAt, EndsAt = times.EndsAt, Minutes = times.Minutes, MinutesBetween = times.MinutesBetween,
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <see cref="TalkPlanErrors.WrongTimes"/>, <see cref="TalkPlanErrors.TimesOverlap"/>.</returns>
    public async Task<Result<TalkTimesId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (Problem(form) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        var stage = jobEvent is null || form.StageId is null || await db.EventStages.AnyAsync(s => s.Id == form.StageId && s.JobEventId == jobEventId, ct);
        var all = jobEvent is null ? [] : await db.TalkTimes.Where(t => t.JobEventId == jobEventId).ToListAsync(ct);
        var times = form.Id is { } id ? all.Find(t => t.Id == id) : new TalkTimes { JobEventId = jobEventId };
        if (jobEvent is null || !stage || times is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && times.Version != form.Version)
        {
            return Errors.Conflict;
        }

        (times.StageId, times.StartsAt, times.EndsAt) = (form.StageId, form.StartsAt!.Value, form.EndsAt!.Value);
        (times.Minutes, times.MinutesBetween) = (form.Minutes!.Value, form.MinutesBetween!.Value);
        var clockOf = new EventClock(jobEvent);
        var (start, end) = (clockOf.Minute(times.StartsAt), clockOf.End(times.StartsAt, times.EndsAt));
        if (start + times.Minutes > end)
        {
            return TalkPlanErrors.WrongTimes;
        }

        if (all.Exists(other => other.Id != times.Id && start < clockOf.End(other.StartsAt, other.EndsAt) && clockOf.Minute(other.StartsAt) < end))
        {
            return TalkPlanErrors.TimesOverlap;
        }

        if (form.Id is null)
        {
            db.Add(times);
        }

        // Whoever adds times to the event at this moment is refused: two stretches checked side by side could overlap.
        db.Entry(jobEvent).State = EntityState.Modified;
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(TalkTimes), times.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return times.Id;
    }

    private static Error? Problem(Form form) =>
        form.StartsAt is null ? Errors.Required(nameof(Form.StartsAt))
        : form.EndsAt is null ? Errors.Required(nameof(Form.EndsAt))
        : form.Minutes is not (>= TalkTimes.LeastMinutes and <= TalkTimes.MostMinutes) || form.MinutesBetween is not (>= 0 and <= TalkTimes.MostBetween) ? TalkPlanErrors.WrongTimes
        : null;
}
