using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Adds a task to an event that the caller's organisation leads, or changes one. A day that is set here stays when the event moves.</summary>
public sealed class SaveEventTask(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The task as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The task; <see langword="null"/> for a new one.</summary>
        public EventTaskId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>What is to be done.</summary>
        [Required, MaxLength(EventTask.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>By when.</summary>
        [Required]
        public DateOnly? DueOn { get; set; }

        /// <summary>The organisation that does it: the leading one or a host.</summary>
        public OrganisationId? OwnerOrganisationId { get; set; }

        /// <summary>Or the colleague who does it.</summary>
        public UserId? OwnerUserId { get; set; }

        /// <summary>For a task that is put back: the line of the plan it came from.</summary>
        public string? SourceKey { get; set; }

        /// <summary>For a task that is put back: whether its day was set by hand.</summary>
        public bool SetByHand { get; set; } = true;

        /// <summary>Reads a task.</summary>
        public static Form Of(EventTask task) => new()
        {
            Id = task.Id, Version = task.Version, Title = task.Title, DueOn = task.DueOn, OwnerOrganisationId = task.OwnerOrganisationId, OwnerUserId = task.OwnerUserId,
            SourceKey = task.SourceKey, SetByHand = task.SetByHand,
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, <see cref="EventErrors.UnknownOwner"/>.</returns>
    public async Task<Result<EventTaskId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
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
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Hosts).SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        var task = jobEvent is null ? null
            : form.Id is { } id ? await db.EventTasks.SingleOrDefaultAsync(t => t.Id == id && t.JobEventId == jobEventId, ct)
            : db.EventTasks.Add(new EventTask { JobEventId = jobEventId, DueOn = form.DueOn!.Value, SetByHand = form.SetByHand, SourceKey = await FreeLineAsync(db, jobEventId, form.SourceKey, ct) }).Entity;
        if (task is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && task.Version != form.Version)
        {
            return Errors.Conflict;
        }

        if (form.OwnerOrganisationId is { } organisation && organisation != jobEvent!.OrganisationId && !jobEvent.Hosts.Exists(h => h.OrganisationId == organisation)
            || form.OwnerUserId is { } owner && owner != task.OwnerUserId && !await IsColleagueAsync(db, owner, ct))
        {
            return EventErrors.UnknownOwner;
        }

        task.SetByHand |= task.DueOn != form.DueOn;
        (task.Title, task.DueOn) = (form.Title.Trim(), form.DueOn!.Value);
        (task.OwnerUserId, task.OwnerOrganisationId) = (form.OwnerUserId, form.OwnerUserId is null ? form.OwnerOrganisationId : null);
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(EventTask), task.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return task.Id;
    }

    private static Error? Problem(Form form) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(Form.Title))
        : form.Title.Length > EventTask.TitleMaxLength ? Errors.TooLong(nameof(Form.Title), EventTask.TitleMaxLength)
        : form.DueOn is null ? Errors.Required(nameof(Form.DueOn))
        : null;

    // Somebody may have filled the plan again meanwhile.
    private static async Task<string?> FreeLineAsync(AppDbContext db, JobEventId id, string? key, CancellationToken ct) =>
        PreparationPlan.Steps.Any(step => step.Key == key) && !await db.EventTasks.AnyAsync(t => t.JobEventId == id && t.SourceKey == key, ct) ? key : null;

    private Task<bool> IsColleagueAsync(AppDbContext db, UserId owner, CancellationToken ct) =>
        db.Users.AnyAsync(u => u.Id == owner.Value && u.OrganisationId == user.OrganisationId && u.RevokedAt == null, ct);
}
