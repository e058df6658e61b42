using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>The employer service says for a company that it wants to talk with somebody, or no longer.</summary>
public sealed class ShowInterestForEmployer(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Says so; see <see cref="ShowInterest"/>.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c> where the service's organisation takes no part, or the company's access is not open.</returns>
    public async Task<Result> ExecuteAsync(JobEventId jobEvent, string token, OrganisationId employer, bool wanted, CancellationToken ct) =>
        user.Has(Permission.AskForContact) ? await new EmployerSide(contexts, user, clock, employer).ShowInterestAsync(jobEvent, token, wanted, ct) : Errors.Forbidden;
}
