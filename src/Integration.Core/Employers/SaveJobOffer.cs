using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>Enters an offer of a company, or changes one: the employer service for the companies it looks after, a company's contact for the own one.</summary>
public sealed class SaveJobOffer(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The offer as it is being edited; the properties are those of <see cref="JobOffer"/>.</summary>
    public sealed class Form
    {
        /// <summary>The offer; <see langword="null"/> for a new one.</summary>
        public JobOfferId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>The company; fixed once the offer exists.</summary>
        public OrganisationId EmployerId { get; set; }

        /// <summary>The event it is made for.</summary>
        public JobEventId? JobEventId { get; set; }

        /// <summary>The work in plain words.</summary>
        [Required, MaxLength(JobOffer.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>Occupation.</summary>
        [Required]
        public string OccupationGroup { get; set; } = "";

        /// <summary>Form of work.</summary>
        [Required]
        public string WorkForm { get; set; } = "";

        /// <summary>Places.</summary>
        [Required, Range(1, JobOffer.MostPlaces)]
        public int? Places { get; set; } = 1;

        /// <summary>Least German.</summary>
        public LanguageLevel LeastGerman { get; set; }

        /// <summary>Working times.</summary>
        public List<string> WorkTimes { get; set; } = [];

        /// <summary>Hours a week.</summary>
        [Range(1, 48)]
        public int? WeeklyHours { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? StartsOn { get; set; }

        /// <summary>When work begins.</summary>
        public TimeOnly? BeginsAt { get; set; }

        /// <summary>Postal code.</summary>
        public string PostalCode { get; set; } = "";

        /// <summary>Town.</summary>
        [Required, MaxLength(100)]
        public string Town { get; set; } = "";

        /// <summary>By bus or train from.</summary>
        public TimeOnly? ByBusFrom { get; set; }

        /// <summary>Licences.</summary>
        public List<string> LicenceClasses { get; set; } = [];

        /// <summary>Papers.</summary>
        public List<string> Evidence { get; set; } = [];

        /// <summary>Reads an offer.</summary>
        public static Form Of(JobOffer offer) => new()
        {
            Id = offer.Id, Version = offer.Version, EmployerId = offer.EmployerId, JobEventId = offer.JobEventId, Title = offer.Title, OccupationGroup = offer.OccupationGroup,
            WorkForm = offer.WorkForm, Places = offer.Places, LeastGerman = offer.LeastGerman, WorkTimes = [.. offer.WorkTimes], WeeklyHours = offer.WeeklyHours,
            StartsOn = offer.StartsOn, BeginsAt = offer.BeginsAt, PostalCode = offer.PostalCode, Town = offer.Town, ByBusFrom = offer.ByBusFrom,
            LicenceClasses = [.. offer.LicenceClasses], Evidence = [.. offer.Evidence],
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, or an error of <see cref="EmployerErrors"/>.</returns>
    public async Task<Result<JobOfferId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditOffers))
        {
            return Errors.Forbidden;
        }

        if (OfferRules.Problem(form, await codes.GetAsync(ct), clock.Today()) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var employer = await db.Organisations.EmployersKeptBy(user, db).AsNoTracking().SingleOrDefaultAsync(o => o.Id == form.EmployerId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var offer = employer is null ? null : form.Id is { } id
            ? await db.JobOffers.SingleOrDefaultAsync(o => o.Id == id && o.EmployerId == form.EmployerId, ct)
            : db.Add(new JobOffer { EmployerId = form.EmployerId, CreatedAt = now }).Entity;
        if (employer is null || offer is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && offer.Version != form.Version)
        {
            return Errors.Conflict;
        }

        if (form.WorkForm == OfferRules.TemporaryWork && employer.Kind != OrganisationKind.TemporaryWorkAgency)
        {
            return EmployerErrors.AgencyOnly;
        }

        if (form.JobEventId is { } at && at != offer.JobEventId && !await db.JobEvents.TakingOffers(form.EmployerId).AnyAsync(e => e.Id == at, ct))
        {
            return EmployerErrors.NotExpected;
        }

        OfferRules.Apply(form, offer);
        offer.ChangedAt = now;
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(JobOffer), offer.Id.Value, offer.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return offer.Id;
    }
}
