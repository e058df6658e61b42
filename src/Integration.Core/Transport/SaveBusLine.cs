using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Transport;

/// <summary>Adds a bus line to an event that the caller's organisation leads, or changes one.</summary>
public sealed class SaveBusLine(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The line as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The line; <see langword="null"/> for a new one.</summary>
        public BusLineId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Name or number.</summary>
        [Required, MaxLength(60)]
        public string Name { get; set; } = "";

        /// <summary>Bus company.</summary>
        [MaxLength(100)]
        public string Company { get; set; } = "";

        /// <summary>Telephone number for the day.</summary>
        [MaxLength(40)]
        public string Phone { get; set; } = "";

        /// <summary>Seats.</summary>
        [Required, Range(1, 200)]
        public int? Seats { get; set; }

        /// <summary>Places for a wheelchair.</summary>
        [Range(0, 200)]
        public int? WheelchairPlaces { get; set; }

        /// <summary>Arrival at the event.</summary>
        [Required]
        public TimeOnly? ArrivesAt { get; set; }

        /// <summary>Departure from the event.</summary>
        public TimeOnly? LeavesAt { get; set; }

        /// <summary>The stops in their order.</summary>
        public List<Stop> Stops { get; set; } = [];
    }

    /// <summary>A stop being edited.</summary>
    public sealed class Stop
    {
        /// <summary>The stop; <see langword="null"/> for a new one.</summary>
        public BusStopId? Id { get; set; }

        /// <summary>Name.</summary>
        [MaxLength(100)]
        public string Name { get; set; } = "";

        /// <summary>Municipality.</summary>
        [MaxLength(100)]
        public string Municipality { get; set; } = "";

        /// <summary>Departure.</summary>
        public TimeOnly? LeavesAt { get; set; }

        /// <summary>Back at.</summary>
        public TimeOnly? BackAt { get; set; }
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, or an error of <see cref="TransportErrors"/>.</returns>
    public async Task<Result<BusLineId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        var stops = form.Stops.Where(s => s.Name.Trim().Length > 0 || s.LeavesAt is not null).ToList();
        if (Problem(form, stops) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == jobEventId, ct);
        var line = !known ? null
            : form.Id is { } id ? await db.BusLines.Include(l => l.Stops).SingleOrDefaultAsync(l => l.Id == id && l.JobEventId == jobEventId, ct)
            : db.BusLines.Add(new BusLine { JobEventId = jobEventId }).Entity;
        if (line is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && line.Version != form.Version)
        {
            return Errors.Conflict;
        }

        var seats = await db.BusSeats.Where(s => s.LineId == line.Id).Select(s => new { s.Number, s.StopId, s.Wheelchair }).ToListAsync(ct);
        if (seats.Exists(s => s.Number > form.Seats || (s.Wheelchair && s.Number > (form.WheelchairPlaces ?? 0))))
        {
            return TransportErrors.TooFewSeats;
        }

        if (seats.Exists(s => !stops.Exists(stop => stop.Id == s.StopId)))
        {
            return TransportErrors.StopInUse;
        }

        Apply(db, form, stops, line);
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(BusLine), line.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return line.Id;
    }

    private static Error? Problem(Form form, List<Stop> stops) =>
        form.Name.Trim().Length == 0 ? Errors.Required(nameof(Form.Name))
        : form.Seats is not > 0 ? Errors.Required(nameof(Form.Seats))
        : form.ArrivesAt is null ? Errors.Required(nameof(Form.ArrivesAt))
        : form.WheelchairPlaces > form.Seats ? TransportErrors.TooFewSeats
        : stops.Exists(s => s.Name.Trim().Length == 0 || s.LeavesAt is null) ? Errors.Required(nameof(Form.Stops))
        : stops.Zip(stops.Skip(1)).Any(pair => pair.Second.LeavesAt < pair.First.LeavesAt) || stops.Exists(s => s.LeavesAt > form.ArrivesAt) ? TransportErrors.StopsNotInOrder
        : null;

    private static void Apply(AppDbContext db, Form form, List<Stop> stops, BusLine line)
    {
        (line.Name, line.Company, line.Phone) = (form.Name.Trim(), form.Company.Trim(), form.Phone.Trim());
        (line.Seats, line.WheelchairPlaces, line.ArrivesAt, line.LeavesAt) = (form.Seats!.Value, form.WheelchairPlaces ?? 0, form.ArrivesAt!.Value, form.LeavesAt);
        db.RemoveRange(line.Stops.Where(known => !stops.Exists(s => s.Id == known.Id)));
        foreach (var (stop, number) in stops.Select((stop, i) => (stop, i + 1)))
        {
            var known = line.Stops.Find(s => s.Id == stop.Id) ?? db.Add(new BusStop { LineId = line.Id }).Entity;
            (known.Number, known.Name, known.Municipality) = (number, stop.Name.Trim(), stop.Municipality.Trim());
            (known.LeavesAt, known.BackAt) = (stop.LeavesAt!.Value, stop.BackAt);
        }
    }
}
