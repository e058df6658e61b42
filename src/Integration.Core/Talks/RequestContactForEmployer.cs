using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>The employer service asks for contact on a company's behalf.</summary>
public sealed class RequestContactForEmployer(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>Asks; see <see cref="RequestContact"/>.</summary>
    public async Task<Result> ExecuteAsync(JobEventId jobEvent, string token, OrganisationId employer, CancellationToken ct) =>
        user.Has(Permission.AskForContact) ? await new EmployerSide(contexts, user, clock, employer).RequestAsync(jobEvent, token, address, ct) : Errors.Forbidden;
}
