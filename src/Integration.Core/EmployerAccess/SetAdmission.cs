using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>Lets an employer in before the event's day, or takes that back.</summary>
public sealed class SetAdmission(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What is asked for.</summary>
    public sealed class Form
    {
        /// <summary>The event.</summary>
        public JobEventId JobEventId { get; set; }

        /// <summary>The employer.</summary>
        public OrganisationId EmployerId { get; set; }

        /// <summary>From which day; <see langword="null"/> for the event's own.</summary>
        public DateOnly? OpensOn { get; set; }
    }

    /// <summary>Sets it.</summary>
    /// <returns>Done; <c>Forbidden</c>, <c>NotFound</c>, <see cref="EventErrors.NotTakingPart"/>, <see cref="EmployerAccessErrors.OpensTooLate"/>, or <c>Conflict</c>
    /// when somebody else saved the event at this moment.</returns>
    public async Task<Result> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await AdmissionFile.ReadAsync(db, user, form.JobEventId, form.EmployerId, ct);
        if (!file.Done)
        {
            return file.Error;
        }

        if (form.OpensOn > file.Value.Event.Date)
        {
            return EmployerAccessErrors.OpensTooLate;
        }

        file.Value.Employer.OpensOn = form.OpensOn == file.Value.Event.Date ? null : form.OpensOn;
        db.Note(user, clock, AuditAct.Changed, nameof(ExpectedEmployer), form.EmployerId.Value, form.JobEventId);
        // As with the voucher: the employers are part of the event, and an older form must not undo this.
        db.Entry(file.Value.Event).State = EntityState.Modified;
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }
    }
}
