using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Printing;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Adds a logo to an event that the caller's organisation leads, or changes one. A file is what its bytes say, not its name.</summary>
public sealed class SaveEventLogo(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The logo as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The logo; <see langword="null"/> for a new one.</summary>
        public EventLogoId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Why it is there.</summary>
        public LogoKind Kind { get; set; }

        /// <summary>Its place among those of its kind; a new one without a place comes last.</summary>
        [Range(1, EventLogo.Most)]
        public int? Number { get; set; }

        /// <summary>What it says to somebody who cannot see it.</summary>
        [Required, MaxLength(EventLogo.AltMaxLength)]
        public string AlternativeText { get; set; } = "";

        /// <summary>A picture; <see langword="null"/> to keep the one that is there.</summary>
        public byte[]? Image { get; set; }
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, <see cref="EventErrors.LogoTooLarge"/>,
    /// <see cref="EventErrors.NoPicture"/>, <see cref="EventErrors.TooManyLogos"/>.</returns>
    public async Task<Result<EventLogoId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        var picture = form.Image is { Length: <= EventLogo.MaxBytes } bytes ? Picture.Read(bytes) : null;
        if (WhyWrong(form, picture) is { } wrong)
        {
            return wrong;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == jobEventId, ct))
        {
            return Errors.NotFound;
        }

        var others = await db.EventLogos.Where(l => l.JobEventId == jobEventId).Select(l => new { l.Kind, l.Number }).ToListAsync(ct);
        if (form.Id is null && others.Count >= EventLogo.Most)
        {
            return EventErrors.TooManyLogos;
        }

        var logo = form.Id is { } id ? await db.EventLogos.SingleOrDefaultAsync(l => l.Id == id && l.JobEventId == jobEventId, ct)
            : db.EventLogos.Add(new EventLogo { JobEventId = jobEventId, Number = others.Count(l => l.Kind == form.Kind) + 1 }).Entity;
        if (logo is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && logo.Version != form.Version)
        {
            return Errors.Conflict;
        }

        (logo.Kind, logo.AlternativeText, logo.Number) = (form.Kind, form.AlternativeText.Trim(), form.Number ?? logo.Number);
        if (picture is not null)
        {
            (logo.Image, logo.MediaType, logo.PixelWidth, logo.PixelHeight) = (form.Image!, picture.MediaType, picture.Width, picture.Height);
        }

        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(EventLogo), logo.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return logo.Id;
    }

    private static Error? WhyWrong(Form form, Picture? picture) => form.AlternativeText.Trim().Length switch
    {
        0 => Errors.Required(nameof(Form.AlternativeText)),
        > EventLogo.AltMaxLength => Errors.TooLong(nameof(Form.AlternativeText), EventLogo.AltMaxLength),
        _ => form.Image is { Length: > EventLogo.MaxBytes } ? EventErrors.LogoTooLarge
            : picture is null && (form.Image is not null || form.Id is null) ? EventErrors.NoPicture
            : null,
    };
}
