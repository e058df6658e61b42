using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Records that an internship agreement or a statement of intent was signed on paper. For a form that is applied for first (MAG, EQ) it is
/// the intent that is recorded, never the measure.</summary>
public sealed class RecordAgreement(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>What was signed.</summary>
    public sealed class Form
    {
        /// <summary>Id of the step, drawn by the page.</summary>
        public OutcomeStepId Id { get; set; } = OutcomeStepId.New();

        /// <summary>Code of the list WorkForms.</summary>
        [Required]
        public string WorkForm { get; set; } = "";

        /// <summary>The day of the signatures; today when empty.</summary>
        public DateOnly? On { get; set; }

        /// <summary>First day.</summary>
        [Required]
        public DateOnly? StartsOn { get; set; }

        /// <summary>Last day.</summary>
        public DateOnly? EndsOn { get; set; }

        /// <summary>Hours a week.</summary>
        public int? WeeklyHours { get; set; }
    }

    /// <summary>Records.</summary>
    /// <returns>The id of the step; or <c>Forbidden</c>, <c>NotFound</c>, <c>Required</c>, <see cref="OutcomeErrors.NothingSigned"/>, another of
    /// <see cref="OutcomeErrors"/>.</returns>
    public async Task<Result<OutcomeStepId>> ExecuteAsync(ContactId contact, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        if (form.StartsOn is null)
        {
            return Errors.Required(nameof(Form.StartsOn));
        }

        return await new StepWriter(contexts, user, clock, codes).RecordAsync(contact, rules => Step(form, rules), ct);
    }

    private Result<OutcomeStep> Step(Form form, StepRules rules) => rules.StepAbout(form.WorkForm) is { Stage: OutcomeStage.Trial } about
        ? new OutcomeStep
        {
            Id = form.Id, Step = about.Code, Form = form.WorkForm, On = form.On ?? clock.Today(), StartsOn = form.StartsOn, EndsOn = form.EndsOn,
            WeeklyHours = form.WeeklyHours, SignedOnPaper = true,
        }
        : OutcomeErrors.NothingSigned;
}
