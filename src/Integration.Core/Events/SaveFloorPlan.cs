using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Printing;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Adds the picture of a hall to an event that the caller's organisation leads, or changes one. A file is what its bytes say, not its name.</summary>
public sealed class SaveFloorPlan(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The plan as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The plan; <see langword="null"/> for a new one.</summary>
        public FloorPlanId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Name of the hall.</summary>
        [Required, MaxLength(FloorPlan.NameMaxLength)]
        public string Name { get; set; } = "";

        /// <summary>A picture; <see langword="null"/> to keep the one that is there.</summary>
        public byte[]? Image { get; set; }
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, <see cref="EventErrors.PictureTooLarge"/>,
    /// <see cref="EventErrors.NoPicture"/>.</returns>
    public async Task<Result<FloorPlanId>> ExecuteAsync(JobEventId jobEventId, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (form.Name.Trim().Length is 0 or > FloorPlan.NameMaxLength)
        {
            return form.Name.Trim().Length == 0 ? Errors.Required(nameof(Form.Name)) : Errors.TooLong(nameof(Form.Name), FloorPlan.NameMaxLength);
        }

        if (form.Image is { Length: > FloorPlan.MaxBytes })
        {
            return EventErrors.PictureTooLarge;
        }

        var picture = form.Image is { } bytes ? Picture.Read(bytes) : null;
        if (picture is null && (form.Image is not null || form.Id is null))
        {
            return EventErrors.NoPicture;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == jobEventId, ct);
        var plan = !known ? null
            : form.Id is { } id ? await db.FloorPlans.SingleOrDefaultAsync(p => p.Id == id && p.JobEventId == jobEventId, ct)
            : db.FloorPlans.Add(new FloorPlan { JobEventId = jobEventId }).Entity;
        if (plan is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && plan.Version != form.Version)
        {
            return Errors.Conflict;
        }

        plan.Name = form.Name.Trim();
        if (picture is not null)
        {
            (plan.Image, plan.MediaType, plan.PixelWidth, plan.PixelHeight) = (form.Image!, picture.MediaType, picture.Width, picture.Height);
        }

        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(FloorPlan), plan.Id.Value, jobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return plan.Id;
    }
}
