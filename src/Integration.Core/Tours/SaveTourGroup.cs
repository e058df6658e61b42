using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>Says who guides a group, who interprets for it, and when it sets off.</summary>
public sealed class SaveTourGroup(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The group as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>Who guides it.</summary>
        [MaxLength(TourGroup.GuideMaxLength)]
        public string Guide { get; set; } = "";

        /// <summary>The interpreter's assignment.</summary>
        public InterpreterAssignmentId? InterpreterAssignmentId { get; set; }

        /// <summary>When it sets off; <see langword="null"/> with the tour.</summary>
        public TimeOnly? StartsAt { get; set; }
    }

    /// <summary>Saves.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>TooLong</c>.</returns>
    public async Task<Result> ExecuteAsync(TourGroupId id, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (form.Guide.Trim().Length > TourGroup.GuideMaxLength)
        {
            return Errors.TooLong(nameof(Form.Guide), TourGroup.GuideMaxLength);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var tour = await db.Tours.Include(t => t.Groups).Where(t => t.Groups.Any(g => g.Id == id)).Where(t => db.JobEvents.EditableBy(user).Any(e => e.Id == t.JobEventId)).SingleOrDefaultAsync(ct);
        var known = tour is not null
            && (form.InterpreterAssignmentId is null || await db.InterpreterAssignments.AnyAsync(a => a.Id == form.InterpreterAssignmentId && a.JobEventId == tour.JobEventId, ct));
        if (tour is null || !known)
        {
            return Errors.NotFound;
        }

        var group = tour.Groups.Single(g => g.Id == id);
        (group.Guide, group.InterpreterAssignmentId, group.StartsAt) = (form.Guide.Trim(), form.InterpreterAssignmentId, form.StartsAt);
        db.Note(user, clock, AuditAct.Changed, nameof(Tour), tour.Id.Value, tour.JobEventId);
        db.Touched(tour.JobEventId);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
