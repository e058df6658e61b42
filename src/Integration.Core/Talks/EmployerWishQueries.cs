using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>With whom a company wants to talk. It reads no name, so that a list of hundreds may ask it each time.</summary>
public sealed class EmployerWishQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The tokens of the releases of an event with whose people the company wants to talk.</summary>
    /// <returns><c>Forbidden</c> without the permission; none where the access is not open.</returns>
    public async Task<Result<IReadOnlyList<string>>> TokensAsync(JobEventId jobEvent, CancellationToken ct)
    {
        if (!user.Has(Permission.AskForContact))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (
            from contact in db.Contacts.AsNoTracking().OfEmployer(user, db, clock.Today())
            join release in db.ProfileReleases on contact.ReleaseId equals release.Id
            where contact.JobEventId == jobEvent && contact.EmployerInterestAt != null
            select release.Token).ToListAsync(ct);
    }
}
