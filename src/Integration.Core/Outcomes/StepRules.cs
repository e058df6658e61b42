using System.Collections.Frozen;
using System.Globalization;
using Integration.Common;
using Integration.Data;

namespace Integration.Outcomes;

/// <summary>What the list NextSteps says about a step beside its label.</summary>
/// <param name="Code">The code.</param>
/// <param name="Stage">The column of the board that it leads to.</param>
/// <param name="Forms">The forms of work it can be about, codes of WorkForms.</param>
/// <param name="After">One of these steps must hold before; empty where none has to.</param>
/// <param name="Closes">Whether nothing comes after it.</param>
/// <param name="Integration">Whether the statistic can count it.</param>
/// <param name="Reasons">The list of its reasons; empty for none.</param>
/// <param name="OfContact">Whether it is a state of the contact and recorded there alone.</param>
/// <param name="Applies">Whether it says that the application was made.</param>
/// <param name="ByCall">Whether it is offered as the result of a telephone call.</param>
public sealed record StepRule(
    string Code, OutcomeStage? Stage, IReadOnlyList<string> Forms, IReadOnlyList<string> After, bool Closes, bool Integration, string Reasons, bool OfContact, bool Applies, bool ByCall);

/// <summary>What the list WorkForms says about a form beside its label.</summary>
/// <param name="Code">The code.</param>
/// <param name="ApplyFirst">Whether it is applied for and approved before the first day (DOMAIN §0 rule 5).</param>
/// <param name="Integration">Whether the statistic can count it.</param>
/// <param name="MaxMonths">How many months it lasts at most.</param>
/// <param name="Internship">Whether an internship agreement is made about it.</param>
public sealed record FormRule(string Code, bool ApplyFirst, bool Integration, int? MaxMonths, bool Internship);

/// <summary>The rules of the steps: they stand in the code lists beside the codes, so that a step of a new law is a new row.</summary>
public sealed class StepRules
{
    private readonly CodeCatalog _catalog;
    private readonly DateOnly _on;
    private readonly FrozenDictionary<string, StepRule> _steps;
    private readonly FrozenDictionary<string, FormRule> _forms;
    private readonly FrozenDictionary<string, FrozenSet<string>> _reasons;

    /// <summary>The rules that hold on a day.</summary>
    public StepRules(CodeCatalog catalog, DateOnly on)
    {
        (_catalog, _on) = (catalog, on);
        Steps = [.. catalog.Entries("NextSteps", on).Select(Step)];
        _steps = Steps.ToFrozenDictionary(rule => rule.Code);
        Forms = [.. catalog.Entries("WorkForms", on).Select(Form)];
        _forms = Forms.ToFrozenDictionary(rule => rule.Code);
        _reasons = Steps.Select(rule => rule.Reasons).Where(list => list.Length > 0).Distinct()
            .ToFrozenDictionary(list => list, list => catalog.Entries(list, on).Select(entry => entry.Code).ToFrozenSet());
    }

    /// <summary>All steps in the order of the list.</summary>
    public IReadOnlyList<StepRule> Steps { get; }

    /// <summary>The rule of a step, also of one that can no longer be recorded: what came of a contact does not change when a list does.
    /// <see langword="null"/> for a code that the list never had.</summary>
    public StepRule? Of(string step) => _steps.GetValueOrDefault(step) ?? (_catalog.Find("NextSteps", step, _on) is { } past ? Step(past) : null);

    /// <summary>The rule of a form, also of one that is no longer agreed; <see langword="null"/> for a code that the list never had.</summary>
    public FormRule? FormOf(string form) => _forms.GetValueOrDefault(form) ?? (_catalog.Find("WorkForms", form, _on) is { } past ? Form(past) : null);

    /// <summary>All forms in the order of the list.</summary>
    public IReadOnlyList<FormRule> Forms { get; }

    /// <summary>The first step about a form, for what is signed on paper; <see langword="null"/> for a form that no step is about.</summary>
    public StepRule? StepAbout(string form) => Steps.FirstOrDefault(rule => rule.After.Count == 0 && rule.Forms.Contains(form));

    /// <summary>Whether a step opens what has to be applied for before the first day.</summary>
    public bool MustApplyFirst(OutcomeStep step) => Of(step.Step) is { After.Count: 0 } && FormOf(step.Form) is { ApplyFirst: true };

    /// <summary>Whether a step is a contract that the statistic counts (SGB2_48aFKV § 5): a contract by its stage, said to count, of a form that counts
    /// and is not applied for as a measure, and not publicly funded. Where the form was not said, every form that it can be must count. What is no contract
    /// never counts, whatever the lists say.</summary>
    public bool CountsAsIntegration(OutcomeStep step) =>
        !step.PubliclyFunded && Of(step.Step) is { Stage: OutcomeStage.Contract, Integration: true } rule
        && (step.Form.Length == 0 ? rule.Forms.All(Counts) : Counts(step.Form));

    private bool Counts(string form) => FormOf(form) is { ApplyFirst: false, Integration: true };

    /// <summary>The steps that can come next.</summary>
    public IEnumerable<StepRule> Next(IReadOnlyList<OutcomeStep> live) =>
        Closed(live) ? [] : Steps.Where(rule => !rule.OfContact && (rule.After.Count == 0 || Before(live, rule) is not null));

    /// <summary>Why a step cannot be recorded after those that hold.</summary>
    /// <param name="live">The steps that hold, in their order.</param>
    /// <param name="step">The new step.</param>
    /// <param name="today">The day of the recording.</param>
    /// <returns><see langword="null"/> when it can.</returns>
    public Error? WhyNot(IReadOnlyList<OutcomeStep> live, OutcomeStep step, DateOnly today)
    {
        var rule = Of(step.Step);
        return rule is null || !_steps.ContainsKey(step.Step) ? OutcomeErrors.UnknownStep
            : rule.OfContact ? OutcomeErrors.StepOfContact
            : Closed(live) ? OutcomeErrors.Closed
            : step.On > today ? OutcomeErrors.InFuture
            : Order(live, rule, step) ?? Parts(rule, step);
    }

    private bool Closed(IReadOnlyList<OutcomeStep> live) => live.Count > 0 && Of(live[^1].Step) is { Closes: true };

    private static Error? Order(IReadOnlyList<OutcomeStep> live, StepRule rule, OutcomeStep step)
    {
        if (rule.After.Count == 0)
        {
            return null;
        }

        var before = Before(live, rule);
        return before is null ? OutcomeErrors.NotYet : step.On < before.On ? OutcomeErrors.BeforeItsTime : null;
    }

    // A link of a chain follows each step before it once; a question that is asked again and again, which has no stage, may be answered as often.
    private static OutcomeStep? Before(IReadOnlyList<OutcomeStep> live, StepRule rule) =>
        live.LastOrDefault(earlier => rule.After.Contains(earlier.Step)) is { } before
        && (rule.Stage is null || !live.Any(later => later.Step == rule.Code && later.Number > before.Number)) ? before : null;

    private Error? Parts(StepRule rule, OutcomeStep step)
    {
        var form = step.Form.Length == 0 ? null : FormOf(step.Form);
        return step.Form.Length > 0 && (form is null || !_forms.ContainsKey(step.Form) || !rule.Forms.Contains(step.Form)) ? OutcomeErrors.UnknownForm
            : rule.Reasons.Length == 0 && step.Reason.Length > 0 ? OutcomeErrors.NoReason
            : rule.Reasons.Length > 0 && !_reasons[rule.Reasons].Contains(step.Reason) ? OutcomeErrors.ReasonMissing
            : step.PubliclyFunded && !rule.Integration ? OutcomeErrors.NotFunded
            : step.WeeklyHours is < 1 or > OutcomeStep.MostHours ? OutcomeErrors.Hours
            : step.EndsOn < step.StartsOn || step.EndsOn is not null && step.StartsOn is null ? OutcomeErrors.EndsBeforeStart
            : form is { ApplyFirst: true } && rule.After.Count == 0 && step.StartsOn <= step.On ? OutcomeErrors.StartsTooSoon
            : form?.MaxMonths is { } months && step.EndsOn >= step.StartsOn?.AddMonths(months) ? OutcomeErrors.TooLong(months)
            : null;
    }

    private static StepRule Step(CodeEntry entry)
    {
        var parts = Parts(entry);
        return new StepRule(
            entry.Code, parts.GetValueOrDefault("stage") is { } stage ? Enum.Parse<OutcomeStage>(stage, ignoreCase: true) : null,
            List(parts, "forms"), List(parts, "after"), Yes(parts, "closes"), Yes(parts, "integration"), parts.GetValueOrDefault("reason", ""),
            parts.GetValueOrDefault("state") == "contact", Yes(parts, "applies"), Yes(parts, "call"));
    }

    private static FormRule Form(CodeEntry entry)
    {
        var parts = Parts(entry);
        return new FormRule(
            entry.Code, Yes(parts, "apply-first"), parts.GetValueOrDefault("integration") != "no",
            parts.TryGetValue("max-months", out var months) ? int.Parse(months, CultureInfo.InvariantCulture) : null,
            parts.GetValueOrDefault("agreement") == "internship");
    }

    private static Dictionary<string, string> Parts(CodeEntry entry) => entry.Extra.Split('|', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);

    private static bool Yes(Dictionary<string, string> parts, string key) => parts.GetValueOrDefault(key) == "yes";

    private static string[] List(Dictionary<string, string> parts, string key) => parts.GetValueOrDefault(key, "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
