using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>An event and one of its expected employers, for those who let employers in.</summary>
internal sealed record AdmissionFile(JobEvent Event, ExpectedEmployer Employer)
{
    /// <summary>Reads them.</summary>
    /// <returns><c>NotFound</c>; <see cref="EventErrors.NotTakingPart"/> where the user's organisation neither leads nor hosts the event.</returns>
    public static async Task<Result<AdmissionFile>> ReadAsync(AppDbContext db, ICurrentUser user, JobEventId id, OrganisationId employer, CancellationToken ct)
    {
        var jobEvent = await db.JobEvents.VisibleTo(user).Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        var expected = jobEvent?.Employers.Find(e => e.OrganisationId == employer);
        return jobEvent is null || expected is null ? Errors.NotFound
            : !jobEvent.HasPart(user) ? EventErrors.NotTakingPart
            : new AdmissionFile(jobEvent, expected);
    }
}

/// <summary>The days of the window, for showing them; <see cref="AdmissionScope.OpenAdmissions"/> decides.</summary>
public static class AdmissionDays
{
    /// <summary>Last day on which employers may look at the profiles.</summary>
    public static DateOnly LastDayForEmployers(this JobEvent jobEvent) => jobEvent.Date.AddDays(AdmissionScope.DaysAfter);

    /// <summary>Whether no employer can look any more, or the event does not take place.</summary>
    public static bool IsClosedToEmployers(this JobEvent jobEvent, DateOnly today) =>
        jobEvent.State is JobEventState.Idea or JobEventState.Cancelled || jobEvent.LastDayForEmployers() < today;
}
