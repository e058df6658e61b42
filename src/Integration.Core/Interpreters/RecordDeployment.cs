using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Records the work done from the signed sheet (Einsatzbestätigung), for billing; a wrong record can be corrected.</summary>
public sealed class RecordDeployment(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Longest way, there and back, in kilometres.</summary>
    public const int MostKm = 2000;

    /// <summary>What the sheet says.</summary>
    public sealed class Form
    {
        /// <summary>Begin of the work.</summary>
        public TimeOnly? WorkedFrom { get; set; }

        /// <summary>End of the work; not later than the begin means on the next day.</summary>
        public TimeOnly? WorkedTo { get; set; }

        /// <summary>Kilometres travelled, there and back.</summary>
        public int? TravelKm { get; set; }
    }

    /// <summary>Records.</summary>
    /// <returns>Done; or Forbidden, NotFound, Required, NoTime, NumberImpossible, Transition, TooEarly, Conflict.</returns>
    public async Task<Result> ExecuteAsync(InterpreterAssignmentId id, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return Errors.Forbidden;
        }

        if (Problem(form) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var assignment = await db.InterpreterAssignments.VisibleTo(user).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (assignment is null)
        {
            return Errors.NotFound;
        }

        if (!AssignmentStates.Allows(assignment.State, AssignmentState.Done))
        {
            return InterpreterErrors.Transition(assignment.State, AssignmentState.Done);
        }

        if (clock.GetLocalNow().DateTime < assignment.Time.Start)
        {
            return InterpreterErrors.TooEarly;
        }

        (assignment.State, assignment.WorkedFrom, assignment.WorkedTo, assignment.TravelKm) = (AssignmentState.Done, form.WorkedFrom, form.WorkedTo, form.TravelKm);
        db.Note(user, clock, AuditAct.Changed, nameof(InterpreterAssignment), assignment.Id.Value, assignment.JobEventId);
        return await db.SavedAsync(ct) ? Result.Ok : Errors.Conflict;
    }

    private static Error? Problem(Form form) =>
        form.WorkedFrom is null ? Errors.Required(nameof(Form.WorkedFrom))
        : form.WorkedTo is null ? Errors.Required(nameof(Form.WorkedTo))
        : form.WorkedFrom == form.WorkedTo ? InterpreterErrors.NoTime(nameof(Form.WorkedTo))
        : form.TravelKm is < 0 or > MostKm ? InterpreterErrors.NumberImpossible(nameof(Form.TravelKm))
        : null;
}
