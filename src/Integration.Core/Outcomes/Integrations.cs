using Integration.Common;

namespace Integration.Outcomes;

/// <summary>An integration: a person and the month in which their work began.</summary>
public readonly record struct IntegrationMonth(ParticipantId Person, int Year, int Month);

/// <summary>Integrations as the statistic defines them (SGB2_48aFKV § 5): employment with social insurance or fully qualifying apprenticeship, at most
/// one a person and month. Mini-job, internship, MAG, EQ and publicly funded work are none, and are counted apart.</summary>
/// <remarks>Source: Verordnung zur Festlegung der Kennzahlen nach § 48a SGB II, § 5. Self-employment is an integration too, but never comes of a contact
/// with an employer.</remarks>
public static class Integrations
{
    /// <summary>Counts.</summary>
    /// <param name="histories">For each contact the person and the steps that hold, in their order.</param>
    /// <param name="rules">The rules of the steps.</param>
    /// <param name="until">The last day that is counted: work that begins later has not begun.</param>
    /// <returns>Each person and month once.</returns>
    public static IReadOnlySet<IntegrationMonth> Count(
        IEnumerable<(ParticipantId Person, IReadOnlyList<OutcomeStep> Live)> histories, StepRules rules, DateOnly until) =>
        (from history in histories
         let ended = history.Live.LastOrDefault(step => rules.Of(step.Step) is { Closes: true })
         from step in history.Live
         where rules.CountsAsIntegration(step)
         let began = step.StartsOn ?? step.On
         where began <= until && (ended is null || ended.On >= began)
         select new IntegrationMonth(history.Person, began.Year, began.Month)).ToHashSet();
}
