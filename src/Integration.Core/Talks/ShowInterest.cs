using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>The user's own company says that it wants to talk with somebody, or no longer. The person is not named by it.</summary>
public sealed class ShowInterest(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Says so; saying it twice changes nothing. Taking the interest back takes an open request back with it.</summary>
    /// <param name="jobEvent">The event.</param>
    /// <param name="token">Token of the release.</param>
    /// <param name="wanted">Whether a talk is wanted.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c> for whatever the company may not see.</returns>
    public async Task<Result> ExecuteAsync(JobEventId jobEvent, string token, bool wanted, CancellationToken ct) =>
        user.Has(Permission.AskForContact) ? await new EmployerSide(contexts, user, clock, null).ShowInterestAsync(jobEvent, token, wanted, ct) : Errors.Forbidden;
}
