using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Says with how many tables an expected employer takes part in planned talks, or that it does not.</summary>
public sealed class SaveTalkVenue(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The tables as they are being edited.</summary>
    public sealed class Form
    {
        /// <summary>The employer.</summary>
        [Required]
        public OrganisationId? EmployerId { get; set; }

        /// <summary>Version that was read; empty where nothing was entered yet.</summary>
        public Guid Version { get; set; }

        /// <summary>Tables.</summary>
        [Required, Range(1, TalkVenue.MostTables)]
        public int? Tables { get; set; } = 1;

        /// <summary>Most people at one table.</summary>
        [Required, Range(1, TalkVenue.MostAtTable)]
        public int? GroupSize { get; set; } = 1;

        /// <summary>Room or part of the hall.</summary>
        [MaxLength(TalkVenue.ZoneMaxLength)]
        public string Zone { get; set; } = "";

        /// <summary>Languages spoken there.</summary>
        public List<string> Languages { get; set; } = [];

        /// <summary>When nobody is received.</summary>
        public List<ClockSpan> Closed { get; set; } = [];

        /// <summary>Whether the employer takes part.</summary>
        public bool Open { get; set; } = true;

        /// <summary>Reads the tables of a row; the stand's languages where nothing was entered yet.</summary>
        public static Form Of(TalkVenueRow row) => row.Venue is not { } venue ? new Form { EmployerId = row.EmployerId } : new()
        {
            EmployerId = row.EmployerId, Version = venue.Version, Tables = venue.Tables, GroupSize = venue.GroupSize, Zone = venue.Zone, Languages = [.. venue.Languages],
            Closed = [.. venue.Closed], Open = venue.Open,
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, <see cref="TalkPlanErrors.WrongTables"/>,
    /// <see cref="TalkPlanErrors.UnknownLanguage"/>, <see cref="TalkPlanErrors.UnknownEmployer"/>.</returns>
    public async Task<Result<TalkVenueId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        return Problem(form, await codes.GetAsync(ct)) is { } problem ? problem : await Persistently.RunAsync(() => OnceAsync(jobEventId, form, ct));
    }

    private async Task<Result<TalkVenueId>> OnceAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var employer = form.EmployerId!.Value;
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Employers).SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        if (!jobEvent.Employers.Exists(expected => expected.OrganisationId == employer))
        {
            return TalkPlanErrors.UnknownEmployer;
        }

        var venue = await db.TalkVenues.SingleOrDefaultAsync(v => v.JobEventId == jobEventId && v.EmployerId == employer, ct);
        if (form.Version != (venue?.Version ?? Guid.Empty))
        {
            return Errors.Conflict;
        }

        var act = venue is null ? AuditAct.Created : AuditAct.Changed;
        venue ??= db.Add(new TalkVenue { JobEventId = jobEventId, EmployerId = employer }).Entity;
        (venue.Tables, venue.GroupSize, venue.Zone, venue.Open) = (form.Tables!.Value, form.GroupSize!.Value, form.Zone.Trim(), form.Open);
        (venue.Languages, venue.Closed) = ([.. form.Languages.Distinct(StringComparer.Ordinal)], [.. form.Closed.Distinct().OrderBy(span => span.From)]);
        db.Note(user, clock, act, nameof(TalkVenue), venue.Id.Value, jobEventId);
        await db.SaveChangesAsync(ct);
        return venue.Id;
    }

    private static Error? Problem(Form form, CodeCatalog catalog) =>
        form.EmployerId is null ? Errors.Required(nameof(Form.EmployerId))
        : form.Tables is not (>= 1 and <= TalkVenue.MostTables) || form.GroupSize is not (>= 1 and <= TalkVenue.MostAtTable) ? TalkPlanErrors.WrongTables
        : form.Zone.Trim().Length > TalkVenue.ZoneMaxLength ? Errors.TooLong(nameof(Form.Zone), TalkVenue.ZoneMaxLength)
        : !form.Languages.TrueForAll(code => catalog.Has("Languages", code)) ? TalkPlanErrors.UnknownLanguage
        : null;
}
