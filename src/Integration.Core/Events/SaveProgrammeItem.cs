using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Adds an item to the programme of an event that the caller's organisation leads, or changes one.</summary>
public sealed class SaveProgrammeItem(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The item as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The item; <see langword="null"/> for a new one.</summary>
        public ProgrammeItemId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>What it is.</summary>
        [Required, MaxLength(ProgrammeItem.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>Its kind.</summary>
        public ProgrammeKind Kind { get; set; } = ProgrammeKind.Talk;

        /// <summary>Begin.</summary>
        [Required]
        public TimeOnly? StartsAt { get; set; }

        /// <summary>End.</summary>
        [Required]
        public TimeOnly? EndsAt { get; set; }

        /// <summary>The stage.</summary>
        public StageId? StageId { get; set; }

        /// <summary>The room.</summary>
        public RoomId? RoomId { get; set; }

        /// <summary>People who can take part.</summary>
        [Range(1, JobEvent.MostPlaces)]
        public int? Capacity { get; set; }

        /// <summary>Language.</summary>
        public string Language { get; set; } = "";

        /// <summary>Who speaks, by name.</summary>
        public List<string> Speakers { get; set; } = [];

        /// <summary>Reads an item.</summary>
        public static Form Of(ProgrammeItem item) => new()
        {
            Id = item.Id, Version = item.Version, Title = item.Title, Kind = item.Kind, StartsAt = item.StartsAt, EndsAt = item.EndsAt,
            StageId = item.StageId, RoomId = item.RoomId, Capacity = item.Capacity, Language = item.Language, Speakers = [.. item.Speakers],
        };

        /// <summary>The same item at another time, as long as before, and perhaps in another room.</summary>
        public static Form Moved(ProgrammeItem item, TimeOnly startsAt, RoomId? room)
        {
            var form = Of(item);
            (form.StartsAt, form.EndsAt, form.RoomId) = (startsAt, startsAt.Add(item.EndsAt - item.StartsAt), room);
            return form;
        }
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, <see cref="EventErrors.EndsAsItBegins"/>.</returns>
    public async Task<Result<ProgrammeItemId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
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
        var known = await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == jobEventId, ct)
            && (form.RoomId is null || await db.Rooms.AnyAsync(r => r.Id == form.RoomId && r.JobEventId == jobEventId, ct))
            && (form.StageId is null || await db.EventStages.AnyAsync(s => s.Id == form.StageId && s.JobEventId == jobEventId, ct));
        var item = !known ? null
            : form.Id is { } id ? await db.ProgrammeItems.SingleOrDefaultAsync(i => i.Id == id && i.JobEventId == jobEventId, ct)
            : db.ProgrammeItems.Add(new ProgrammeItem { JobEventId = jobEventId }).Entity;
        if (item is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && item.Version != form.Version)
        {
            return Errors.Conflict;
        }

        (item.Title, item.Kind, item.Language, item.Capacity) = (form.Title.Trim(), form.Kind, form.Language, form.Capacity);
        (item.StartsAt, item.EndsAt, item.StageId, item.RoomId) = (form.StartsAt!.Value, form.EndsAt!.Value, form.StageId, form.RoomId);
        item.Speakers = [.. form.Speakers.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.CurrentCultureIgnoreCase)];
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(ProgrammeItem), item.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return item.Id;
    }

    private static Error? Problem(Form form) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(Form.Title))
        : form.Title.Length > ProgrammeItem.TitleMaxLength ? Errors.TooLong(nameof(Form.Title), ProgrammeItem.TitleMaxLength)
        : form.StartsAt is null ? Errors.Required(nameof(Form.StartsAt))
        : form.EndsAt is null ? Errors.Required(nameof(Form.EndsAt))
        : form.EndsAt == form.StartsAt ? EventErrors.EndsAsItBegins
        : null;
}
