using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>An event to which the reader's company has access, or will have.</summary>
/// <param name="Id">The event.</param>
/// <param name="Title">Title.</param>
/// <param name="Date">Day.</param>
/// <param name="StartsAt">Begin.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Place">Building.</param>
/// <param name="Town">Town.</param>
/// <param name="OpensOn">First day of the access.</param>
/// <param name="LastDay">Last day of the access.</param>
/// <param name="Open">Whether it is open today.</param>
public sealed record AdmittedEvent(
    JobEventId Id, string Title, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, string Town, DateOnly OpensOn, DateOnly LastDay, bool Open);

/// <summary>The events of an employer.</summary>
public sealed class EmployerEventQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The events to which the reader's company has access today or later, the next one first.</summary>
    public async Task<Result<IReadOnlyList<AdmittedEvent>>> ListAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var (today, employer) = (clock.Today(), user.OrganisationId);
        var rows = await (
            from admitted in db.Set<ExpectedEmployer>()
            join jobEvent in db.JobEvents on admitted.JobEventId equals jobEvent.Id
            where admitted.OrganisationId == employer && admitted.VouchedAt != null && jobEvent.State != JobEventState.Idea && jobEvent.State != JobEventState.Cancelled
            orderby jobEvent.Date, jobEvent.StartsAt
            select new { jobEvent.Id, jobEvent.Title, jobEvent.Date, jobEvent.StartsAt, jobEvent.EndsAt, jobEvent.Place, jobEvent.Town, admitted.OpensOn }).ToListAsync(ct);
        var open = await db.AdmissionsOf(user, today).Select(admitted => admitted.JobEventId).ToListAsync(ct);
        return rows
            .Select(row => new AdmittedEvent(
                row.Id, row.Title, row.Date, row.StartsAt, row.EndsAt, row.Place, row.Town, row.OpensOn ?? row.Date, row.Date.AddDays(AdmissionScope.DaysAfter), open.Contains(row.Id)))
            .Where(row => row.LastDay >= today).ToList();
    }
}
