using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>An assignment that was made.</summary>
/// <param name="Id">The assignment.</param>
/// <param name="Warnings">What to think of.</param>
public sealed record MadeAssignment(InterpreterAssignmentId Id, IReadOnlyList<AssignmentWarning> Warnings);

/// <summary>Assigns an interpreter to a task. Nobody can overrule language, another assignment at the time, what the interpreter said
/// about their time, or a conflict with a named person; too long without a break is said and allowed.</summary>
public sealed class AssignInterpreter(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Assigns; the interpreter is not told yet.</summary>
    /// <returns>Forbidden, NotFound for a foreign event, person or interpreter, what is wrong with the form, EventOver, TimeOver or NotPossible.</returns>
    public async Task<Result<MadeAssignment>> ExecuteAsync(AssignmentForm form, InterpreterId interpreterId, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return Errors.Forbidden;
        }

        if (form.Problem(await codes.GetAsync(ct)) is { } problem)
        {
            return problem;
        }

        return await Persistently.RunAsync(() => AssignAsync(form, interpreterId, ct));
    }

    private async Task<Result<MadeAssignment>> AssignAsync(AssignmentForm form, InterpreterId interpreterId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Read before everything else: whoever assigns the same interpreter meanwhile gives the row a new version, and this save is refused.
        var interpreter = await db.Interpreters.VisibleTo(user).SingleOrDefaultAsync(i => i.Id == interpreterId, ct);
        var ground = await AssignmentGround.ReadAsync(db, user, clock, form, ct);
        if (interpreter is null || !ground.Done)
        {
            return ground.Error ?? Errors.NotFound;
        }

        var judgement = ground.Value.Judge(interpreter);
        if (!judgement.Possible)
        {
            return InterpreterErrors.NotPossible(judgement.Obstacles[0]);
        }

        var assignment = new InterpreterAssignment
        {
            OrganisationId = user.OrganisationId,
            JobEventId = form.JobEventId,
            InterpreterId = interpreterId,
            Kind = form.Kind,
            Task = form.Task.Trim(),
            Language = form.ParticipantId is null ? form.Language : interpreter.BestFor(ground.Value.Task.Wish),
            LegallyBinding = form.LegallyBinding,
            ParticipantId = form.ParticipantId,
            Day = form.Day!.Value,
            StartsAt = form.StartsAt!.Value,
            EndsAt = form.EndsAt!.Value,
            Place = form.Place.Trim(),
        };
        db.Add(assignment);
        db.Entry(interpreter).State = EntityState.Modified;
        db.Note(user, clock, AuditAct.Created, nameof(InterpreterAssignment), assignment.Id.Value, form.JobEventId);
        await db.SaveChangesAsync(ct);
        return new MadeAssignment(assignment.Id, judgement.Warnings);
    }
}
