using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Takes back the last step of a contact. The history keeps both; the outcome is as it was before, and so is the task that the step opened
/// or closed.</summary>
public sealed class TakeBackStep(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Takes back; a second time it changes nothing.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="OutcomeErrors.NotLast"/>.</returns>
    public async Task<Result> ExecuteAsync(OutcomeStepId step, CancellationToken ct) =>
        user.Has(Permission.RecordOutcomes) ? await new StepWriter(contexts, user, clock, codes).TakeBackAsync(step, ct) : Errors.Forbidden;
}
