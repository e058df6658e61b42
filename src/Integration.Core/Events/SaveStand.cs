using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Adds a stand to an event that the caller's organisation leads, or changes one. A new stand gets a free place on its plan.</summary>
public sealed class SaveStand(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Most of anything that a stand can ask for.</summary>
    public const int Most = 1000;

    /// <summary>The stand as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The stand; <see langword="null"/> for a new one.</summary>
        public StandId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Number.</summary>
        [Required, MaxLength(Stand.NumberMaxLength)]
        public string Number { get; set; } = "";

        /// <summary>Whose it is.</summary>
        public OrganisationId? OrganisationId { get; set; }

        /// <summary>The plan it is drawn on.</summary>
        public FloorPlanId? FloorPlanId { get; set; }

        /// <summary>Languages spoken there.</summary>
        public List<string> Languages { get; set; } = [];

        /// <summary>German from which work there is possible.</summary>
        public LanguageLevel? GermanFrom { get; set; }

        /// <summary>Power.</summary>
        public bool Power { get; set; }

        /// <summary>Square metres.</summary>
        [Range(0, Most)]
        public int? AreaM2 { get; set; }

        /// <summary>Tables.</summary>
        [Range(0, Most)]
        public int? Tables { get; set; }

        /// <summary>Pin boards.</summary>
        [Range(0, Most)]
        public int? PinBoards { get; set; }

        /// <summary>People.</summary>
        [Range(0, Most)]
        public int? People { get; set; }

        /// <summary>Width in per cent of the plan's; <see langword="null"/> to leave it.</summary>
        [Range(2, 100)]
        public int? Width { get; set; }

        /// <summary>Height in per cent of the plan's; <see langword="null"/> to leave it.</summary>
        [Range(2, 100)]
        public int? Height { get; set; }

        /// <summary>Number plate.</summary>
        [MaxLength(20)]
        public string VehiclePlate { get; set; } = "";

        /// <summary>When they set up.</summary>
        public TimeOnly? SetUpAt { get; set; }

        /// <summary>What else is to be known.</summary>
        [MaxLength(Stand.NoteMaxLength)]
        public string Note { get; set; } = "";

        /// <summary>Reads a stand.</summary>
        public static Form Of(Stand stand) => new()
        {
            Id = stand.Id, Version = stand.Version, Number = stand.Number, OrganisationId = stand.OrganisationId, FloorPlanId = stand.FloorPlanId,
            Languages = [.. stand.Languages], GermanFrom = stand.GermanFrom, Power = stand.Power, AreaM2 = stand.AreaM2, Tables = stand.Tables, PinBoards = stand.PinBoards,
            People = stand.People, Width = stand.Width / 10, Height = stand.Height / 10, VehiclePlate = stand.VehiclePlate, SetUpAt = stand.SetUpAt, Note = stand.Note,
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, <see cref="EventErrors.StandNumberTaken"/>,
    /// <see cref="EventErrors.WrongStandNeeds"/>, <see cref="EventErrors.UnknownLanguage"/>, <see cref="EventErrors.UnknownEmployer"/>.</returns>
    public async Task<Result<StandId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (Problem(form, await codes.GetAsync(ct)) is { } problem)
        {
            return problem;
        }

        return await Persistently.RunAsync(() => OnceAsync(jobEventId, form, ct));
    }

    private async Task<Result<StandId>> OnceAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        var plan = jobEvent is null || form.FloorPlanId is null || await db.FloorPlans.AnyAsync(p => p.Id == form.FloorPlanId && p.JobEventId == jobEventId, ct);
        var stands = jobEvent is null ? [] : await db.Stands.Where(s => s.JobEventId == jobEventId).ToListAsync(ct);
        var stand = form.Id is { } id ? stands.Find(s => s.Id == id) : new Stand { JobEventId = jobEventId };
        if (jobEvent is null || !plan || stand is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && stand.Version != form.Version)
        {
            return Errors.Conflict;
        }

        if (form.OrganisationId is { } owner && owner != stand.OrganisationId && !MayStand(jobEvent, owner))
        {
            return EventErrors.UnknownEmployer;
        }

        var number = form.Number.Trim();
        if (stands.Exists(other => other.Id != stand.Id && string.Equals(other.Number, number, StringComparison.OrdinalIgnoreCase)))
        {
            return EventErrors.StandNumberTaken;
        }

        if (form.Id is null || stand.FloorPlanId != form.FloorPlanId)
        {
            var place = StandPlace.NextFree([.. stands.Where(other => other.Id != stand.Id && other.FloorPlanId == form.FloorPlanId).Select(other => other.Place)]);
            (stand.X, stand.Y, stand.Width, stand.Height) = (place.X, place.Y, form.Id is null ? place.Width : stand.Width, form.Id is null ? place.Height : stand.Height);
        }

        var sized = (stand.Place with { Width = Sized(form.Width, stand.Width), Height = Sized(form.Height, stand.Height) }).OnPlan();
        (stand.X, stand.Y, stand.Width, stand.Height) = (sized.X, sized.Y, sized.Width, sized.Height);
        (stand.Number, stand.OrganisationId, stand.FloorPlanId, stand.Languages) = (number, form.OrganisationId, form.FloorPlanId, [.. form.Languages.Distinct(StringComparer.Ordinal)]);
        (stand.GermanFrom, stand.Power, stand.AreaM2, stand.Tables, stand.PinBoards, stand.People) = (form.GermanFrom, form.Power, form.AreaM2, form.Tables, form.PinBoards, form.People);
        (stand.VehiclePlate, stand.SetUpAt, stand.Note) = (form.VehiclePlate.Trim(), form.SetUpAt, form.Note.Trim());
        if (form.Id is null)
        {
            db.Add(stand);
        }

        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(Stand), stand.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return stand.Id;
    }

    // Only a changed percentage: a size of 155 thousandths reads as 15 per cent and stays what it is.
    private static int Sized(int? percent, int now) => percent is { } wanted && wanted != now / 10 ? wanted * 10 : now;

    // Employers that are expected, and those who make the event.
    private static bool MayStand(JobEvent jobEvent, OrganisationId owner) =>
        jobEvent.OrganisationId == owner || jobEvent.Hosts.Exists(host => host.OrganisationId == owner) || jobEvent.Employers.Exists(employer => employer.OrganisationId == owner);

    private static Error? Problem(Form form, CodeCatalog catalog) =>
        form.Number.Trim().Length == 0 ? Errors.Required(nameof(Form.Number))
        : form.Number.Trim().Length > Stand.NumberMaxLength ? Errors.TooLong(nameof(Form.Number), Stand.NumberMaxLength)
        : form.VehiclePlate.Trim().Length > 20 ? Errors.TooLong(nameof(Form.VehiclePlate), 20)
        : form.Note.Trim().Length > Stand.NoteMaxLength ? Errors.TooLong(nameof(Form.Note), Stand.NoteMaxLength)
        : new[] { form.AreaM2, form.Tables, form.PinBoards, form.People }.Any(number => number is < 0 or > Most) ? EventErrors.WrongStandNeeds
        : form.Languages.TrueForAll(code => catalog.Has("Languages", code)) ? null
        : EventErrors.UnknownLanguage;
}
