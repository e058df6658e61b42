using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>Adds a tour to an event that the caller's organisation leads, or changes one.</summary>
public sealed class SaveTour(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Most people in a group, and longest tour in minutes.</summary>
    public const int MostPeople = 60, MostMinutes = 600;

    /// <summary>The tour as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The tour; <see langword="null"/> for a new one.</summary>
        public TourId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>What is seen.</summary>
        [Required, MaxLength(Tour.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>Who shows their company.</summary>
        [Required]
        public OrganisationId? HostId { get; set; }

        /// <summary>The item of the programme.</summary>
        public ProgrammeItemId? ProgrammeItemId { get; set; }

        /// <summary>Where people gather.</summary>
        [MaxLength(200)]
        public string MeetingPoint { get; set; } = "";

        /// <summary>When they gather.</summary>
        [Required]
        public TimeOnly? MeetsAt { get; set; }

        /// <summary>When it begins.</summary>
        [Required]
        public TimeOnly? StartsAt { get; set; }

        /// <summary>Minutes it takes.</summary>
        [Required, Range(1, MostMinutes)]
        public int? Minutes { get; set; } = 60;

        /// <summary>Most people in a group.</summary>
        [Required, Range(1, MostPeople)]
        public int? Capacity { get; set; } = Tour.UsualCapacity;

        /// <summary>What everybody wears.</summary>
        public List<ProtectiveEquipment> Equipment { get; set; } = [];

        /// <summary>Whether photographs are forbidden.</summary>
        public bool PhotoBan { get; set; }

        /// <summary>What has to stay among those who were there.</summary>
        [MaxLength(Tour.ConfidentialityMaxLength)]
        public string Confidentiality { get; set; } = "";

        /// <summary>Reads a tour.</summary>
        public static Form Of(Tour tour) => new()
        {
            Id = tour.Id, Version = tour.Version, Title = tour.Title, HostId = tour.HostId, ProgrammeItemId = tour.ProgrammeItemId, MeetingPoint = tour.MeetingPoint,
            MeetsAt = tour.MeetsAt, StartsAt = tour.StartsAt, Minutes = tour.Minutes, Capacity = tour.Capacity, Equipment = [.. tour.Equipment],
            PhotoBan = tour.PhotoBan, Confidentiality = tour.Confidentiality,
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, or an error of <see cref="TourErrors"/>.</returns>
    public async Task<Result<TourId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
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
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        var item = jobEvent is null || form.ProgrammeItemId is null || await db.ProgrammeItems.AnyAsync(i => i.Id == form.ProgrammeItemId && i.JobEventId == jobEventId, ct);
        var tour = jobEvent is null || !item ? null
            : form.Id is { } id ? await db.Tours.SingleOrDefaultAsync(t => t.Id == id && t.JobEventId == jobEventId, ct)
            : db.Tours.Add(new Tour { JobEventId = jobEventId }).Entity;
        if (jobEvent is null || tour is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && tour.Version != form.Version)
        {
            return Errors.Conflict;
        }

        var host = form.HostId!.Value;
        if (host != tour.HostId && host != jobEvent.OrganisationId && !jobEvent.Hosts.Exists(h => h.OrganisationId == host) && !jobEvent.Employers.Exists(e => e.OrganisationId == host))
        {
            return TourErrors.UnknownHost;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await TourSeats.HoldAsync(db, tour.Id, ct);
        var fullest = await db.TourSeats.Where(s => s.TourId == tour.Id).GroupBy(s => s.GroupId).Select(group => group.Count()).OrderByDescending(count => count).FirstOrDefaultAsync(ct);
        if (fullest > form.Capacity)
        {
            return TourErrors.TooSmall;
        }

        (tour.Title, tour.HostId, tour.ProgrammeItemId, tour.MeetingPoint) = (form.Title.Trim(), host, form.ProgrammeItemId, form.MeetingPoint.Trim());
        (tour.MeetsAt, tour.StartsAt, tour.Minutes, tour.Capacity) = (form.MeetsAt!.Value, form.StartsAt!.Value, form.Minutes!.Value, form.Capacity!.Value);
        (tour.Equipment, tour.PhotoBan, tour.Confidentiality) = ([.. form.Equipment.Distinct().Order()], form.PhotoBan, form.Confidentiality.Trim());
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(Tour), tour.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return tour.Id;
    }

    private static Error? Problem(Form form) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(Form.Title))
        : form.Title.Trim().Length > Tour.TitleMaxLength ? Errors.TooLong(nameof(Form.Title), Tour.TitleMaxLength)
        : form.Confidentiality.Trim().Length > Tour.ConfidentialityMaxLength ? Errors.TooLong(nameof(Form.Confidentiality), Tour.ConfidentialityMaxLength)
        : form.HostId is null ? Errors.Required(nameof(Form.HostId))
        : form.MeetsAt is null ? Errors.Required(nameof(Form.MeetsAt))
        : form.StartsAt is null ? Errors.Required(nameof(Form.StartsAt))
        : form.MeetsAt > form.StartsAt ? TourErrors.MeetsAfterStart
        : form.Capacity is not (>= 1 and <= MostPeople) || form.Minutes is not (>= 1 and <= MostMinutes) ? TourErrors.WrongNumbers
        : null;
}
