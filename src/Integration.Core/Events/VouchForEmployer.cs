using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>The employer service vouches that an expected employer is real, or takes it back. Fake employers have harvested
/// applicants' data, so no folder is printed for an employer nobody vouches for.</summary>
public sealed class VouchForEmployer(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Vouches or takes it back.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="EventErrors.NotTakingPart"/>, <see cref="EventErrors.OwnEmployer"/>,
    /// <c>Conflict</c> when somebody else saved the event at this moment.</returns>
    public async Task<Result> ExecuteAsync(JobEventId jobEventId, OrganisationId employerId, bool vouch, CancellationToken ct)
    {
        if (!user.Has(Permission.VouchForEmployers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        var employer = jobEvent?.Employers.Find(e => e.OrganisationId == employerId);
        if (jobEvent is null || employer is null)
        {
            return Errors.NotFound;
        }

        if (!jobEvent.HasPart(user))
        {
            return EventErrors.NotTakingPart;
        }

        if (employerId == user.OrganisationId)
        {
            return EventErrors.OwnEmployer;
        }

        employer.VouchedAt = vouch ? clock.GetUtcNow().UtcDateTime : null;
        employer.VouchedBy = vouch ? user.Id : null;
        db.Note(user, clock, AuditAct.Changed, nameof(ExpectedEmployer), employerId.Value, jobEventId);
        // The employers are part of the event: an older form must not take one away that was vouched for meanwhile.
        db.Entry(jobEvent).State = EntityState.Modified;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }
}
