using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Records a step of what comes of a contact: by the case managers who own the person's record, or the employer service. Recorded twice, it is
/// there once. A form that is applied for first opens a dated task.</summary>
public sealed class RecordStep(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The step as it is being recorded.</summary>
    public sealed class Form
    {
        /// <summary>Id of the step, drawn by the page.</summary>
        public OutcomeStepId Id { get; set; } = OutcomeStepId.New();

        /// <summary>Code of the list NextSteps.</summary>
        [Required]
        public string Step { get; set; } = "";

        /// <summary>Code of the list WorkForms; the only one that the step can be about is taken when empty.</summary>
        public string WorkForm { get; set; } = "";

        /// <summary>The day; today when empty.</summary>
        public DateOnly? On { get; set; }

        /// <summary>First day of what was agreed.</summary>
        public DateOnly? StartsOn { get; set; }

        /// <summary>Last day of what was agreed.</summary>
        public DateOnly? EndsOn { get; set; }

        /// <summary>Hours a week.</summary>
        public int? WeeklyHours { get; set; }

        /// <summary>Reason, where the step has one.</summary>
        public string Reason { get; set; } = "";

        /// <summary>Publicly funded employment.</summary>
        public bool PubliclyFunded { get; set; }
    }

    /// <summary>Records.</summary>
    /// <returns>The id of the step, also when it was recorded before; or <c>Forbidden</c>, <c>NotFound</c>, one of <see cref="OutcomeErrors"/>.</returns>
    public async Task<Result<OutcomeStepId>> ExecuteAsync(ContactId contact, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        return await new StepWriter(contexts, user, clock, codes).RecordAsync(
            contact,
            rules => new OutcomeStep
            {
                Id = form.Id, Step = form.Step, Form = form.WorkForm.Length > 0 ? form.WorkForm : rules.Of(form.Step)?.Forms is [var only] ? only : "", On = form.On ?? clock.Today(),
                StartsOn = form.StartsOn, EndsOn = form.EndsOn, WeeklyHours = form.WeeklyHours, Reason = form.Reason, PubliclyFunded = form.PubliclyFunded,
            },
            ct);
    }
}
