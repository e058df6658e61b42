using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Privacy;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>Makes the next edition of an event that the caller's organisation leads: planned, with the chosen parts, and without any person. Conflicts
/// do not hinder it; only interpreters who cannot are left out.</summary>
public sealed class CopyEvent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Copies.</summary>
    /// <returns>The new event; or <c>Forbidden</c>, <c>NotFound</c>, <c>Required</c>, <c>TooLong</c>, <see cref="EventErrors.KeyInvalid"/>, <see cref="EventErrors.KeyTaken"/>.</returns>
    public async Task<Result<JobEventId>> ExecuteAsync(JobEventId id, CopyForm form, CancellationToken ct) =>
        !user.Has(Permission.EditEvents) || form.Parts.Contains(CopyPart.Interpreters) && !user.Has(Permission.ManageInterpreters) ? Errors.Forbidden
        : Problem(form) is { } problem ? problem
        : await Persistently.RunAsync(() => CopyAsync(id, form, ct));

    private static Error? Problem(CopyForm form) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(CopyForm.Title))
        : form.Title.Length > JobEvent.TitleMaxLength ? Errors.TooLong(nameof(CopyForm.Title), JobEvent.TitleMaxLength)
        : form.Town.Trim().Length == 0 ? Errors.Required(nameof(CopyForm.Town))
        : form.Date is null ? Errors.Required(nameof(CopyForm.Date))
        : !EventKeys.IsKey(form.Key) ? EventErrors.KeyInvalid
        : null;

    private async Task<Result<JobEventId>> CopyAsync(JobEventId id, CopyForm form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var old = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (old is null)
        {
            return Errors.NotFound;
        }

        if (await db.JobEvents.AnyAsync(e => e.Key == form.Key, ct))
        {
            return EventErrors.KeyTaken;
        }

        var copy = new JobEvent
        {
            OrganisationId = user.OrganisationId, Key = form.Key, Kind = old.Kind, Title = form.Title.Trim(), Date = form.Date!.Value, StartsAt = old.StartsAt, EndsAt = old.EndsAt,
            Place = form.Place.Trim(), Street = form.Street.Trim(), Town = form.Town.Trim(), RegionName = old.RegionName,
            Audiences = [.. old.Audiences], Patron = old.Patron, FundingNote = old.FundingNote, SeriesId = old.SeriesId,
            Places = form.Parts.Contains(CopyPart.Places) ? old.Places : null, Agencies = old.Agencies, MostAgencies = old.MostAgencies,
        };
        db.Add(copy);
        if (form.Parts.Contains(CopyPart.Hosts))
        {
            copy.Hosts.AddRange(old.Hosts.Select(h => new JobEventHost { JobEventId = copy.Id, OrganisationId = h.OrganisationId }));
        }

        if (form.Parts.Contains(CopyPart.Employers))
        {
            copy.Employers.AddRange(old.Employers.Select(e => new ExpectedEmployer { JobEventId = copy.Id, OrganisationId = e.OrganisationId }));
        }

        if (form.Parts.Contains(CopyPart.Places))
        {
            var quotas = await db.PlaceQuotas.AsNoTracking().Where(q => q.JobEventId == id).ToListAsync(ct);
            // Whoever does not take part has no places.
            db.AddRange(quotas.Where(q => q.OrganisationId == copy.OrganisationId || copy.Hosts.Exists(h => h.OrganisationId == q.OrganisationId))
                .Select(q => new PlaceQuota { JobEventId = copy.Id, OrganisationId = q.OrganisationId, Guaranteed = q.Guaranteed, AtMost = q.AtMost }));
        }

        await CopyProgrammeAsync(db, id, copy, form.Parts, ct);
        if (form.Parts.Contains(CopyPart.Rooms))
        {
            await CopiedHalls.AddAsync(db, id, copy, ct);
        }

        await CopiedLogos.AddAsync(db, id, copy, form.Parts.Contains(CopyPart.Hosts), ct);
        await CopyBusesAndTasksAsync(db, old, copy, form.Parts, ct);
        if (form.Parts.Contains(CopyPart.Interpreters))
        {
            await CopyInterpretersAsync(db, old, copy, ct);
        }

        db.Note(user, clock, AuditAct.Created, nameof(JobEvent), copy.Id.Value, copy.Id);
        await db.SaveChangesAsync(ct);
        return copy.Id;
    }

    private static async Task CopyProgrammeAsync(AppDbContext db, JobEventId id, JobEvent copy, HashSet<CopyPart> parts, CancellationToken ct)
    {
        var stages = new Dictionary<StageId, StageId>();
        foreach (var stage in parts.Contains(CopyPart.Stages) ? await db.EventStages.AsNoTracking().Where(s => s.JobEventId == id).ToListAsync(ct) : [])
        {
            stages[stage.Id] = db.Add(new EventStage { JobEventId = copy.Id, Number = stage.Number, Title = stage.Title, StartsAt = stage.StartsAt, EndsAt = stage.EndsAt, Place = stage.Place }).Entity.Id;
        }

        var rooms = new Dictionary<RoomId, RoomId>();
        foreach (var room in parts.Contains(CopyPart.Rooms) ? await db.Rooms.AsNoTracking().Where(r => r.JobEventId == id).ToListAsync(ct) : [])
        {
            rooms[room.Id] = db.Add(new Room { JobEventId = copy.Id, Name = room.Name, Seats = room.Seats }).Entity.Id;
        }

        foreach (var item in parts.Contains(CopyPart.Programme) ? await db.ProgrammeItems.AsNoTracking().Where(i => i.JobEventId == id).ToListAsync(ct) : [])
        {
            db.Add(new ProgrammeItem
            {
                JobEventId = copy.Id, Title = item.Title, Kind = item.Kind, StartsAt = item.StartsAt, EndsAt = item.EndsAt, Capacity = item.Capacity, Language = item.Language,
                Speakers = [.. item.Speakers],
                StageId = item.StageId is { } stage && stages.TryGetValue(stage, out var newStage) ? newStage : null,
                RoomId = item.RoomId is { } room && rooms.TryGetValue(room, out var newRoom) ? newRoom : null,
            });
        }
    }

    private static async Task CopyBusesAndTasksAsync(AppDbContext db, JobEvent old, JobEvent copy, HashSet<CopyPart> parts, CancellationToken ct)
    {
        var id = old.Id;
        foreach (var line in parts.Contains(CopyPart.Buses) ? await db.BusLines.AsNoTracking().Include(l => l.Stops).Where(l => l.JobEventId == id).ToListAsync(ct) : [])
        {
            var made = new BusLine
            {
                JobEventId = copy.Id, Name = line.Name, Company = line.Company, Phone = line.Phone, Seats = line.Seats, WheelchairPlaces = line.WheelchairPlaces,
                ArrivesAt = line.ArrivesAt, LeavesAt = line.LeavesAt,
            };
            made.Stops.AddRange(line.Stops.Select(s => new BusStop { LineId = made.Id, Number = s.Number, Name = s.Name, Municipality = s.Municipality, LeavesAt = s.LeavesAt, BackAt = s.BackAt }));
            db.Add(made);
        }

        var days = copy.Date.DayNumber - old.Date.DayNumber;
        foreach (var task in parts.Contains(CopyPart.Tasks) ? await db.EventTasks.AsNoTracking().Where(t => t.JobEventId == id).ToListAsync(ct) : [])
        {
            // A host that does not come along does nothing either.
            var owner = task.OwnerOrganisationId is { } house && (house == copy.OrganisationId || copy.Hosts.Exists(h => h.OrganisationId == house)) ? task.OwnerOrganisationId : null;
            db.Add(new EventTask
            {
                JobEventId = copy.Id, Title = task.Title, DueOn = task.DueOn.AddDays(days), SourceKey = task.SourceKey, OwnerOrganisationId = owner, OwnerUserId = task.OwnerUserId,
            });
        }
    }

    private async Task CopyInterpretersAsync(AppDbContext db, JobEvent old, JobEvent copy, CancellationToken ct)
    {
        foreach (var (assignment, interpreter, conflict) in await CopiedInterpreters.ReadAsync(db, user, old, copy.Date, ct))
        {
            if (conflict is not null)
            {
                continue;
            }

            db.Add(new InterpreterAssignment
            {
                OrganisationId = copy.OrganisationId, JobEventId = copy.Id, InterpreterId = interpreter.Id, Kind = assignment.Kind, Task = assignment.Task, Language = assignment.Language,
                LegallyBinding = assignment.LegallyBinding, Day = copy.Date.AddDays(assignment.Day.DayNumber - old.Date.DayNumber), StartsAt = assignment.StartsAt, EndsAt = assignment.EndsAt,
                // The meeting point is one of the old place.
                Place = string.Equals(copy.Place, old.Place, StringComparison.Ordinal) ? assignment.Place : copy.Place,
            });
            // Whoever assigns the same interpreter meanwhile is refused, or this is.
            db.Entry(interpreter).State = EntityState.Modified;
        }
    }
}
