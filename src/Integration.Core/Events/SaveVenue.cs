using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Saves the stages and rooms of an event that the caller's organisation leads. What an item of the programme stands in cannot be taken away.</summary>
public sealed class SaveVenue(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Stages and rooms as they are being edited.</summary>
    public sealed class Form
    {
        /// <summary>The stages in their order.</summary>
        public List<Stage> Stages { get; set; } = [];

        /// <summary>The rooms.</summary>
        public List<RoomLine> Rooms { get; set; } = [];
    }

    /// <summary>A stage being edited.</summary>
    public sealed class Stage
    {
        /// <summary>The id; <see langword="null"/> for a new one.</summary>
        public StageId? Id { get; set; }

        /// <summary>What happens there.</summary>
        [MaxLength(ProgrammeItem.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>Begin.</summary>
        public TimeOnly? StartsAt { get; set; }

        /// <summary>End.</summary>
        public TimeOnly? EndsAt { get; set; }

        /// <summary>Building and street.</summary>
        [MaxLength(200)]
        public string Place { get; set; } = "";

        /// <summary>Whether it does not take place.</summary>
        public bool Cancelled { get; set; }
    }

    /// <summary>A room being edited.</summary>
    public sealed class RoomLine
    {
        /// <summary>The id; <see langword="null"/> for a new one.</summary>
        public RoomId? Id { get; set; }

        /// <summary>Name.</summary>
        [MaxLength(100)]
        public string Name { get; set; } = "";

        /// <summary>People it holds.</summary>
        public int? Seats { get; set; }
    }

    /// <summary>Saves.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Required</c>, <see cref="EventErrors.EndsAsItBegins"/>, <see cref="EventErrors.InUse"/>.</returns>
    public async Task<Result> ExecuteAsync(JobEventId id, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        var stages = form.Stages.Where(s => s.Title.Trim().Length > 0 || s.StartsAt is not null || s.Place.Trim().Length > 0).ToList();
        var rooms = form.Rooms.Where(r => r.Name.Trim().Length > 0).ToList();
        if (stages.Exists(s => s.Title.Trim().Length == 0 || s.StartsAt is null || s.EndsAt is null))
        {
            return Errors.Required(nameof(Form.Stages));
        }

        if (stages.Exists(s => s.StartsAt == s.EndsAt))
        {
            return EventErrors.EndsAsItBegins;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == id, ct))
        {
            return Errors.NotFound;
        }

        var knownStages = await db.EventStages.Where(s => s.JobEventId == id).ToListAsync(ct);
        var knownRooms = await db.Rooms.Where(r => r.JobEventId == id).ToListAsync(ct);
        var goneStages = knownStages.Where(s => !stages.Exists(line => line.Id == s.Id)).ToList();
        var goneRooms = knownRooms.Where(r => !rooms.Exists(line => line.Id == r.Id)).ToList();
        var items = await db.ProgrammeItems.Where(i => i.JobEventId == id).Select(i => new { i.StageId, i.RoomId }).ToListAsync(ct);
        if (items.Exists(i => goneStages.Exists(s => s.Id == i.StageId) || goneRooms.Exists(r => r.Id == i.RoomId)))
        {
            return EventErrors.InUse;
        }

        db.RemoveRange(goneStages);
        db.RemoveRange(goneRooms);
        foreach (var (line, number) in stages.Select((line, i) => (line, i + 1)))
        {
            var stage = knownStages.Find(s => s.Id == line.Id) ?? db.Add(new EventStage { JobEventId = id }).Entity;
            (stage.Number, stage.Title, stage.Place, stage.Cancelled) = (number, line.Title.Trim(), line.Place.Trim(), line.Cancelled);
            (stage.StartsAt, stage.EndsAt) = (line.StartsAt!.Value, line.EndsAt!.Value);
        }

        foreach (var line in rooms)
        {
            var room = knownRooms.Find(r => r.Id == line.Id) ?? db.Add(new Room { JobEventId = id }).Entity;
            (room.Name, room.Seats) = (line.Name.Trim(), line.Seats is > 0 ? line.Seats : null);
        }

        db.Note(user, clock, AuditAct.Changed, nameof(JobEvent), id.Value, id);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
