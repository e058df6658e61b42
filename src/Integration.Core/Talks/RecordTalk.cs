using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>Records that a company and a person talked (GESPRAECH). It changes nothing about who may know the name.</summary>
public sealed class RecordTalk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Records it; the first time counts.</summary>
    /// <param name="jobEvent">The event.</param>
    /// <param name="token">Token of the release.</param>
    /// <param name="employer">The company when the employer service records it; <see langword="null"/> for the user's own.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> ExecuteAsync(JobEventId jobEvent, string token, OrganisationId? employer, CancellationToken ct) =>
        user.Has(Permission.AskForContact) ? await new EmployerSide(contexts, user, clock, employer).RecordTalkAsync(jobEvent, token, ct) : Errors.Forbidden;
}
