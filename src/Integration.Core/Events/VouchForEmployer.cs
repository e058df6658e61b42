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
    public async Task<Result> ExecuteAsync(JobEventId jobEventId, OrganisationId employerId, bool vouch, CancellationToken ct)
    {
        if (!user.Has(Permission.VouchForEmployers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).Include(e => e.Employers).SingleOrDefaultAsync(e => e.Id == jobEventId, ct);
        var employer = jobEvent?.Employers.Find(e => e.OrganisationId == employerId);
        if (employer is null)
        {
            return Errors.NotFound;
        }

        employer.VouchedAt = vouch ? clock.GetUtcNow().UtcDateTime : null;
        employer.VouchedBy = vouch ? user.Id : null;
        db.Note(user, clock, AuditAct.Changed, nameof(ExpectedEmployer), employerId.Value, jobEventId);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
