using Integration.Common;
using Integration.Data;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>What came of an event in numbers, for people who see no case. Integrations stand apart: a contact, an interview or an internship is none.</summary>
/// <param name="Contacts">Companies and people who want a talk or had one.</param>
/// <param name="Talks">Talks recorded.</param>
/// <param name="Requests">Requests for contact.</param>
/// <param name="Released">Names released, also where the consent is over by now.</param>
/// <param name="Interviews">Contacts with an interview arranged or held.</param>
/// <param name="Trials">By code of the list NextSteps: job shadowing, internship, MAG, trial work, EQ.</param>
/// <param name="Contracts">Contracts that are no integration: mini-jobs, publicly funded or not fully qualifying ones.</param>
/// <param name="Integrations">Integrations in the sense of SGB2_48aFKV § 5, one a person and month.</param>
/// <param name="Declined">Closed without an agreement.</param>
public sealed record OutcomeNumbers(
    CellCount Contacts, CellCount Talks, CellCount Requests, CellCount Released, CellCount Interviews, IReadOnlyList<(string Step, CellCount Count)> Trials, CellCount Contracts,
    CellCount Integrations, CellCount Declined)
{
    internal static async Task<OutcomeNumbers> ReadAsync(AppDbContext db, JobEventId id, StepRules rules, DateOnly today, CancellationToken ct)
    {
        // Numbers of everybody's people: no row and no small number leaves this method.
        var contacts = await db.Contacts.AsNoTracking().Said(db).Where(c => c.JobEventId == id)
            .Select(c => new { c.Id, c.EmployerId, c.ParticipantId, c.TalkedAt, c.RequestedAt, c.State, c.DecidedAt }).ToListAsync(ct);
        var steps = (await db.OutcomeSteps.AsNoTracking().Where(s => s.JobEventId == id).ToListAsync(ct)).GroupBy(s => s.ContactId)
            .ToDictionary(group => group.Key, group => OutcomeStep.Live(group));
        var histories = contacts.ConvertAll(c => (c.ParticipantId, Live: steps.GetValueOrDefault(c.Id, [])));
        int With(Func<OutcomeStep, bool> which) => histories.Count(history => history.Live.Any(which));
        // A company and a person count once, however often the profile was released anew.
        CellCount Pairs(Func<ContactState, DateTime?, DateTime?, bool> which) =>
            CellCount.Of(contacts.Where(c => which(c.State, c.TalkedAt, c.RequestedAt)).Select(c => (c.EmployerId, c.ParticipantId)).Distinct().Count());
        OutcomeStage? StageOf(OutcomeStep step) => rules.Of(step.Step)?.Stage;
        return new OutcomeNumbers(
            Pairs((_, _, _) => true), Pairs((_, talked, _) => talked is not null), Pairs((_, _, asked) => asked is not null),
            Pairs((state, _, _) => state is ContactState.Released or ContactState.Withdrawn), CellCount.Of(With(step => StageOf(step) == OutcomeStage.Interview)),
            [.. rules.Steps.Where(rule => rule is { Stage: OutcomeStage.Trial, After.Count: 0 }).Select(rule => (rule.Code, CellCount.Of(With(step => step.Step == rule.Code))))],
            CellCount.Of(With(step => StageOf(step) == OutcomeStage.Contract && !rules.CountsAsIntegration(step))),
            CellCount.Of(global::Integration.Outcomes.Integrations.Count(histories, rules, today).Count),
            CellCount.Of(histories.Count(history => history.Live.Count > 0 && rules.Of(history.Live[^1].Step) is { Closes: true } && history.Live.All(step => StageOf(step) is null))));
    }
}
