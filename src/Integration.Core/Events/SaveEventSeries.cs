using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Creates a series of the caller's organisation, or changes one that it leads.</summary>
public sealed class SaveEventSeries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The series as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The series; <see langword="null"/> for a new one.</summary>
        public EventSeriesId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Short name.</summary>
        [Required, MaxLength(Organisation.KeyMaxLength)]
        public string Key { get; set; } = "";

        /// <summary>Title.</summary>
        [Required, MaxLength(EventSeries.TitleMaxLength)]
        public string Title { get; set; } = "";

        /// <summary>What it is about.</summary>
        [MaxLength(EventSeries.DescriptionMaxLength)]
        public string Description { get; set; } = "";

        /// <summary>Patron.</summary>
        [MaxLength(JobEvent.LineMaxLength)]
        public string Patron { get; set; } = "";

        /// <summary>Name of the working group.</summary>
        [MaxLength(JobEvent.LineMaxLength)]
        public string WorkingGroup { get; set; } = "";

        /// <summary>Partner organisations in the working group.</summary>
        public List<OrganisationId> Members { get; set; } = [];

        /// <summary>Those of them that take the chair.</summary>
        public List<OrganisationId> Chairs { get; set; } = [];

        /// <summary>Reads a series.</summary>
        public static Form Of(EventSeries series) => new()
        {
            Id = series.Id, Version = series.Version, Key = series.Key, Title = series.Title, Description = series.Description,
            Patron = series.Patron, WorkingGroup = series.WorkingGroup,
            Members = series.Members.ConvertAll(member => member.OrganisationId),
            Chairs = series.Members.FindAll(member => member.Role == WorkingGroupRole.Chair).ConvertAll(member => member.OrganisationId),
        };
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>Required</c>, <c>TooLong</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="EventErrors.KeyInvalid"/>,
    /// <see cref="EventErrors.SeriesKeyTaken"/>, <see cref="EventErrors.UnknownPartner"/>.</returns>
    public async Task<Result<EventSeriesId>> ExecuteAsync(Form form, CancellationToken ct)
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
        var key = form.Key;
        if (await db.EventSeries.AnyAsync(s => s.Key == key && (form.Id == null || s.Id != form.Id), ct))
        {
            return EventErrors.SeriesKeyTaken;
        }

        var wanted = form.Members.Where(id => id != user.OrganisationId).Distinct().ToList();
        if (await db.Organisations.VisibleTo(user).CountAsync(o => wanted.Contains(o.Id), ct) != wanted.Count)
        {
            return EventErrors.UnknownPartner;
        }

        var series = form.Id is { } id
            ? await db.EventSeries.EditableBy(user).Include(s => s.Members).SingleOrDefaultAsync(s => s.Id == id, ct)
            : db.EventSeries.Add(new EventSeries { OrganisationId = user.OrganisationId }).Entity;
        if (series is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && series.Version != form.Version)
        {
            return Errors.Conflict;
        }

        Apply(form, series, wanted);
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(EventSeries), series.Id.Value);
        // Members are part of the series: a change of theirs alone is a new version of it too.
        if (db.Entry(series).State == EntityState.Unchanged)
        {
            db.Entry(series).State = EntityState.Modified;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return series.Id;
    }

    private static Error? Problem(Form form) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(Form.Title))
        : form.Title.Length > EventSeries.TitleMaxLength ? Errors.TooLong(nameof(Form.Title), EventSeries.TitleMaxLength)
        : form.Description.Length > EventSeries.DescriptionMaxLength ? Errors.TooLong(nameof(Form.Description), EventSeries.DescriptionMaxLength)
        : form.Patron.Length > JobEvent.LineMaxLength ? Errors.TooLong(nameof(Form.Patron), JobEvent.LineMaxLength)
        : form.WorkingGroup.Length > JobEvent.LineMaxLength ? Errors.TooLong(nameof(Form.WorkingGroup), JobEvent.LineMaxLength)
        : !EventKeys.IsKey(form.Key) ? EventErrors.KeyInvalid
        : null;

    private static void Apply(Form form, EventSeries series, List<OrganisationId> members)
    {
        (series.Key, series.Title, series.Description) = (form.Key, form.Title.Trim(), form.Description.Trim());
        (series.Patron, series.WorkingGroup) = (form.Patron.Trim(), form.WorkingGroup.Trim());
        series.Members.RemoveAll(member => !members.Contains(member.OrganisationId));
        series.Members.AddRange(members.Where(id => !series.Members.Exists(known => known.OrganisationId == id))
            .Select(id => new SeriesMember { SeriesId = series.Id, OrganisationId = id }));
        series.Members.ForEach(member => member.Role = form.Chairs.Contains(member.OrganisationId) ? WorkingGroupRole.Chair : WorkingGroupRole.Member);
    }
}
