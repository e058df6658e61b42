using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>The user's own company asks for contact with somebody it knows by Chiffre. The case manager is told and asks the person; nothing else happens,
/// however long it takes.</summary>
public sealed class RequestContact(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>Asks; asking twice changes nothing.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c> for whatever the company may not see; <see cref="ContactErrors.Answered"/> after a no.</returns>
    public async Task<Result> ExecuteAsync(JobEventId jobEvent, string token, CancellationToken ct) =>
        user.Has(Permission.AskForContact) ? await new EmployerSide(contexts, user, clock, null).RequestAsync(jobEvent, token, address, ct) : Errors.Forbidden;
}
