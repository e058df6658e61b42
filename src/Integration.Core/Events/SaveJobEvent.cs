using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Creates an event of the caller's organisation, or changes one that it leads.</summary>
public sealed class SaveJobEvent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The event as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The event; <see langword="null"/> for a new one.</summary>
        public JobEventId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Short name.</summary>
        [Required, MaxLength(Organisation.KeyMaxLength)]
        public string Key { get; set; } = "";

        /// <summary>Type.</summary>
        [Required]
        public string Kind { get; set; } = "";

        /// <summary>Title.</summary>
        [Required, MaxLength(JobEvent.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>Day.</summary>
        [Required]
        public DateOnly? Date { get; set; }

        /// <summary>Begin.</summary>
        [Required]
        public TimeOnly? StartsAt { get; set; }

        /// <summary>End.</summary>
        [Required]
        public TimeOnly? EndsAt { get; set; }

        /// <summary>Building.</summary>
        [MaxLength(160)]
        public string Place { get; set; } = "";

        /// <summary>Street and number.</summary>
        [MaxLength(160)]
        public string Street { get; set; } = "";

        /// <summary>Town.</summary>
        [Required, MaxLength(100)]
        public string Town { get; set; } = "";

        /// <summary>Region on the neutral heading of profiles.</summary>
        [MaxLength(100)]
        public string RegionName { get; set; } = "";

        /// <summary>State: of a new event one of <see cref="EventStates.First"/>, of one that is there the one it has. Steps are made on their own,
        /// because everyone concerned is told.</summary>
        public JobEventState State { get; set; } = JobEventState.Planned;

        /// <summary>Whom it is for.</summary>
        public List<Audience> Audiences { get; set; } = [];

        /// <summary>Patron.</summary>
        [MaxLength(JobEvent.LineMaxLength)]
        public string Patron { get; set; } = "";

        /// <summary>Funding line.</summary>
        [MaxLength(JobEvent.LineMaxLength)]
        public string FundingNote { get; set; } = "";

        /// <summary>The series: one that is open to the caller's organisation, or the one it is in.</summary>
        public EventSeriesId? SeriesId { get; set; }

        /// <summary>Places for participants; <see langword="null"/> for no limit.</summary>
        [Range(0, JobEvent.MostPlaces)]
        public int? Places { get; set; }

        /// <summary>Places guaranteed or limited.</summary>
        public List<Quota> Quotas { get; set; } = [];

        /// <summary>Organisations that take part.</summary>
        public List<OrganisationId> Hosts { get; set; } = [];

        /// <summary>Whether temporary-work agencies may come.</summary>
        public AgencyRule Agencies { get; set; } = AgencyRule.Allowed;

        /// <summary>Most agencies, where they are limited.</summary>
        [Range(1, 999)]
        public int? MostAgencies { get; set; }

        /// <summary>Employers expected.</summary>
        public List<OrganisationId> Employers { get; set; } = [];
    }

    /// <summary>The places of one organisation.</summary>
    public sealed class Quota
    {
        /// <summary>The organisation: the own one or a host.</summary>
        public OrganisationId OrganisationId { get; set; }

        /// <summary>Kept for its people; 0 for none.</summary>
        public int Guaranteed { get; set; }

        /// <summary>Most it can have; <see langword="null"/> for as many as are free.</summary>
        public int? AtMost { get; set; }
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>Required</c>, <c>TooLong</c>, <c>NotFound</c>, <c>Conflict</c> when somebody else saved the event
    /// or vouched for one of its employers since it was read, or an error of <see cref="EventErrors"/>.</returns>
    public async Task<Result<JobEventId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (Problem(form, await codes.GetAsync(ct)) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var key = form.Key;
        if (await db.JobEvents.AnyAsync(e => e.Key == key && (form.Id == null || e.Id != form.Id), ct))
        {
            return EventErrors.KeyTaken;
        }

        var wanted = form.Employers.Distinct().ToList();
        var kinds = await db.Organisations.Where(o => wanted.Contains(o.Id)
            && (o.Kind == OrganisationKind.Employer || o.Kind == OrganisationKind.TemporaryWorkAgency)).Select(o => o.Kind).ToListAsync(ct);
        if (kinds.Count != wanted.Count)
        {
            return EventErrors.UnknownEmployer;
        }

        var most = form.Agencies switch { AgencyRule.Excluded => 0, AgencyRule.Limited => form.MostAgencies ?? 0, _ => int.MaxValue };
        if (kinds.Count(kind => kind == OrganisationKind.TemporaryWorkAgency) > most)
        {
            return most == 0 ? EventErrors.NoAgencies : EventErrors.TooManyAgencies(most);
        }

        var jobEvent = form.Id is { } id
            ? await db.JobEvents.EditableBy(user).Include(e => e.Hosts).Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct)
            : db.JobEvents.Add(new JobEvent { OrganisationId = user.OrganisationId }).Entity;
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && jobEvent.Version != form.Version)
        {
            return Errors.Conflict;
        }

        if (form.Id is null ? !EventStates.First.Contains(form.State) : form.State != jobEvent.State)
        {
            return EventErrors.StateByStep;
        }

        if (form.SeriesId is { } series && series != jobEvent.SeriesId && !await db.EventSeries.OpenTo(user).AnyAsync(s => s.Id == series, ct))
        {
            return EventErrors.UnknownSeries;
        }

        if (form.Id is not null && form.Date != jobEvent.Date)
        {
            await MoveTasksAsync(db, jobEvent, form.Date!.Value, ct);
        }

        Apply(form, jobEvent);
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(JobEvent), jobEvent.Id.Value, jobEvent.Id);
        // Hosts and employers are part of the event: a change of theirs alone is a new version of it too.
        if (db.Entry(jobEvent).State == EntityState.Unchanged)
        {
            db.Entry(jobEvent).State = EntityState.Modified;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await SaveQuotasAsync(db, form, jobEvent, ct);
            await db.SaveChangesAsync(ct);
            // More places than before may be free now for those who wait.
            await using var places = await EventPlaces.LockAsync(db, clock, jobEvent.Id, ct);
            await places.CommitAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return jobEvent.Id;
    }

    private static Error? Problem(Form form, CodeCatalog catalog) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(Form.Title))
        : form.Town.Trim().Length == 0 ? Errors.Required(nameof(Form.Town))
        : form.Date is null ? Errors.Required(nameof(Form.Date))
        : form.StartsAt is null ? Errors.Required(nameof(Form.StartsAt))
        : form.EndsAt is null ? Errors.Required(nameof(Form.EndsAt))
        : form.EndsAt == form.StartsAt ? EventErrors.EndsAsItBegins
        : !PlacesFit(form) ? EventErrors.WrongPlaces
        : !EventKeys.IsKey(form.Key) ? EventErrors.KeyInvalid
        : form.Title.Length > JobEvent.TitleMaxLength ? Errors.TooLong(nameof(Form.Title), JobEvent.TitleMaxLength)
        : form.Patron.Length > JobEvent.LineMaxLength ? Errors.TooLong(nameof(Form.Patron), JobEvent.LineMaxLength)
        : form.FundingNote.Length > JobEvent.LineMaxLength ? Errors.TooLong(nameof(Form.FundingNote), JobEvent.LineMaxLength)
        : form is { Agencies: AgencyRule.Limited, MostAgencies: null or < 1 or > 999 } ? Errors.Required(nameof(Form.MostAgencies))
        : !catalog.Has("EventKinds", form.Kind) ? EventErrors.UnknownKind
        : null;

    private static bool PlacesFit(Form form) =>
        form.Places is null or (>= 0 and <= JobEvent.MostPlaces)
        && form.Quotas.TrueForAll(q => q.Guaranteed >= 0 && (q.AtMost is not { } most || most >= q.Guaranteed))
        && (form.Places is not { } places || form.Quotas.Sum(q => q.Guaranteed) <= places);

    // What is open and was dated by the plan keeps its distance to the event; a day that somebody set stays.
    private static async Task MoveTasksAsync(AppDbContext db, JobEvent jobEvent, DateOnly date, CancellationToken ct)
    {
        var days = date.DayNumber - jobEvent.Date.DayNumber;
        foreach (var task in await db.EventTasks.Where(t => t.JobEventId == jobEvent.Id && t.DoneAt == null && !t.SetByHand).ToListAsync(ct))
        {
            task.DueOn = task.DueOn.AddDays(days);
        }
    }

    // Organisations that no longer take part keep no places.
    private static async Task SaveQuotasAsync(AppDbContext db, Form form, JobEvent jobEvent, CancellationToken ct)
    {
        var wanted = form.Quotas.Where(q => (q.Guaranteed > 0 || q.AtMost is not null)
            && (q.OrganisationId == jobEvent.OrganisationId || form.Hosts.Contains(q.OrganisationId))).ToDictionary(q => q.OrganisationId);
        var known = await db.PlaceQuotas.Where(q => q.JobEventId == jobEvent.Id).ToListAsync(ct);
        foreach (var quota in known)
        {
            if (wanted.Remove(quota.OrganisationId, out var now))
            {
                (quota.Guaranteed, quota.AtMost) = (now.Guaranteed, now.AtMost);
            }
            else
            {
                db.Remove(quota);
            }
        }

        db.AddRange(wanted.Values.Select(q => new PlaceQuota { JobEventId = jobEvent.Id, OrganisationId = q.OrganisationId, Guaranteed = q.Guaranteed, AtMost = q.AtMost }));
    }

    private static void Apply(Form form, JobEvent jobEvent)
    {
        (jobEvent.Places, jobEvent.SeriesId) = (form.Places, form.SeriesId);
        (jobEvent.Agencies, jobEvent.MostAgencies) = (form.Agencies, form.Agencies == AgencyRule.Limited ? form.MostAgencies : null);
        (jobEvent.Audiences, jobEvent.Patron, jobEvent.FundingNote) = ([.. form.Audiences.Distinct().Order()], form.Patron.Trim(), form.FundingNote.Trim());
        (jobEvent.Key, jobEvent.Kind, jobEvent.Title, jobEvent.State) = (form.Key, form.Kind, form.Title.Trim(), form.State);
        (jobEvent.Date, jobEvent.StartsAt, jobEvent.EndsAt) = (form.Date!.Value, form.StartsAt!.Value, form.EndsAt!.Value);
        (jobEvent.Place, jobEvent.Street, jobEvent.Town, jobEvent.RegionName) = (form.Place.Trim(), form.Street.Trim(), form.Town.Trim(), form.RegionName.Trim());
        jobEvent.Hosts.RemoveAll(host => !form.Hosts.Contains(host.OrganisationId));
        jobEvent.Hosts.AddRange(form.Hosts.Distinct().Where(host => !jobEvent.Hosts.Exists(known => known.OrganisationId == host))
            .Select(host => new JobEventHost { JobEventId = jobEvent.Id, OrganisationId = host }));
        // Who no longer comes leaves the stand in the hall, for somebody else.
        var gone = jobEvent.Employers.Where(employer => !form.Employers.Contains(employer.OrganisationId)).Select(employer => employer.OrganisationId).ToHashSet();
        foreach (var stand in jobEvent.Stands.Where(stand => stand.OrganisationId is { } owner && gone.Contains(owner)))
        {
            stand.OrganisationId = null;
        }

        jobEvent.Employers.RemoveAll(employer => !form.Employers.Contains(employer.OrganisationId));
        jobEvent.Employers.AddRange(form.Employers.Distinct().Where(employer => !jobEvent.Employers.Exists(known => known.OrganisationId == employer))
            .Select(employer => new ExpectedEmployer { JobEventId = jobEvent.Id, OrganisationId = employer }));
    }
}
