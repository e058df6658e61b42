using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Writes a step with all that follows from it in one transaction: the outcome computed anew, the task to apply before the first day.</summary>
internal sealed class StepWriter(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    private const int DaysToApply = 3;

    /// <summary>Records a step of a contact. The same id, or the same step of the same day, is recorded once.</summary>
    public Task<Result<OutcomeStepId>> RecordAsync(ContactId contact, Func<StepRules, Result<OutcomeStep>> make, CancellationToken ct) => Persistently.RunAsync<Result<OutcomeStepId>>(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Contacts.AsNoTracking().RecordableBy(user, db).SingleOrDefaultAsync(c => c.Id == contact, ct);
        if (found is null)
        {
            return Errors.NotFound;
        }

        var rules = new StepRules(await codes.GetAsync(ct), clock.Today());
        var made = make(rules);
        if (!made.Done)
        {
            return made.Error;
        }

        var step = made.Value;
        var history = await db.OutcomeSteps.AsNoTracking().Where(s => s.ContactId == contact).OrderBy(s => s.Number).ToListAsync(ct);
        var live = OutcomeStep.Live(history);
        if (history.Exists(s => s.Id == step.Id))
        {
            return step.Id;
        }

        if (live is [.., var last] && last.Step == step.Step && last.On == step.On && last.Form == step.Form && last.StartsOn == step.StartsOn)
        {
            return last.Id;
        }

        step.Number = history.Count + 1;
        if (rules.WhyNot(live, step, clock.Today()) is { } problem)
        {
            return problem;
        }

        Attribute(step, found);
        db.Add(step);
        await FollowAsync(db, found, [.. live, step], rules, ct);
        await OpenTaskAsync(db, step, rules, ct);
        await db.SaveChangesAsync(ct);
        return step.Id;
    });

    /// <summary>Takes back the last step that holds, with the task that it opened.</summary>
    public Task<Result> TakeBackAsync(OutcomeStepId id, CancellationToken ct) => Persistently.RunAsync<Result>(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var step = await db.OutcomeSteps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.TakesBackId == null, ct);
        var contact = step is null ? null : await db.Contacts.AsNoTracking().RecordableBy(user, db).SingleOrDefaultAsync(c => c.Id == step.ContactId, ct);
        if (step is null || contact is null)
        {
            return Errors.NotFound;
        }

        var history = await db.OutcomeSteps.AsNoTracking().Where(s => s.ContactId == contact.Id).OrderBy(s => s.Number).ToListAsync(ct);
        if (history.Exists(row => row.TakesBackId == id))
        {
            return Result.Ok;
        }

        var live = OutcomeStep.Live(history);
        if (live[^1].Id != id)
        {
            return OutcomeErrors.NotLast;
        }

        var row = new OutcomeStep { Number = history.Count + 1, Step = step.Step, Form = step.Form, On = clock.Today(), TakesBackId = id };
        Attribute(row, contact);
        db.Add(row);
        await FollowAsync(db, contact, [.. live.SkipLast(1)], new StepRules(await codes.GetAsync(ct), clock.Today()), ct);
        foreach (var task in await db.CaseTasks.Where(task => task.StepId == id || task.DoneStepId == id).ToListAsync(ct))
        {
            if (task.StepId == id)
            {
                db.Remove(task);
            }
            else
            {
                (task.DoneAt, task.DoneBy, task.DoneStepId) = (null, null, null);
            }
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    });

    private void Attribute(OutcomeStep step, Contact contact)
    {
        (step.ContactId, step.JobEventId, step.OrganisationId) = (contact.Id, contact.JobEventId, contact.OrganisationId);
        (step.RecordedAt, step.RecordedBy) = (clock.GetUtcNow().UtcDateTime, user.Id);
    }

    private async Task FollowAsync(AppDbContext db, Contact contact, IReadOnlyList<OutcomeStep> live, StepRules rules, CancellationToken ct)
    {
        var outcome = await db.Outcomes.SingleOrDefaultAsync(o => o.ContactId == contact.Id, ct)
            ?? db.Add(new Outcome { ContactId = contact.Id, JobEventId = contact.JobEventId, OrganisationId = contact.OrganisationId }).Entity;
        outcome.Follow(live, rules);
        db.Note(user, clock, AuditAct.Changed, nameof(Outcome), contact.Id.Value, contact.JobEventId);
    }

    private async Task OpenTaskAsync(AppDbContext db, OutcomeStep step, StepRules rules, CancellationToken ct)
    {
        var open = await db.CaseTasks.Where(task => task.ContactId == step.ContactId && task.Form == step.Form && task.DoneAt == null).ToListAsync(ct);
        if (rules.Of(step.Step) is { Applies: true })
        {
            open.ForEach(task => (task.DoneAt, task.DoneBy, task.DoneStepId) = (step.RecordedAt, step.RecordedBy, step.Id));
        }
        else if (rules.MustApplyFirst(step) && open.Count > 0)
        {
            // Now that the first day is known, the application may have to be made sooner.
            open.ForEach(task => task.DueOn = DueOn(step) < task.DueOn ? DueOn(step) : task.DueOn);
        }
        else if (rules.MustApplyFirst(step))
        {
            db.Add(new CaseTask
            {
                Kind = CaseTaskKind.ApplyBeforeStart, ContactId = step.ContactId, JobEventId = step.JobEventId, OrganisationId = step.OrganisationId,
                StepId = step.Id, Form = step.Form, DueOn = DueOn(step),
            });
        }
    }

    // Soon, and in any case before the first day.
    private static DateOnly DueOn(OutcomeStep step)
    {
        var soon = WorkingDays.After(step.On, DaysToApply);
        return step.StartsOn is { } start && start <= soon ? start.AddDays(-1) : soon;
    }
}
