using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>The one place that decides until when a company may look at an event's profiles.</summary>
/// <remarks>A company's access belongs to it and the event. It opens with the event's day, or earlier where the organiser says so
/// (<see cref="ExpectedEmployer.OpensOn"/>), and closes <see cref="DaysAfter"/> days after. It is never stored: what is open follows from the event and
/// the voucher in every query, so nothing can disagree with it, and a voucher that is taken back closes it with the next request.</remarks>
public static class AdmissionScope
{
    /// <summary>For how many days after the event's day the access stays open (DOMAIN §4, retention defaults).</summary>
    public const int DaysAfter = 28;

    /// <summary>Companies and events with open access on a day.</summary>
    /// <param name="db">The context.</param>
    /// <param name="today">The day where the portal is, as <c>clock.Today()</c> says it.</param>
    public static IQueryable<ExpectedEmployer> OpenAdmissions(this AppDbContext db, DateOnly today)
    {
        var earliest = today.AddDays(-DaysAfter);
        return from admitted in db.Set<ExpectedEmployer>()
               join jobEvent in db.JobEvents on admitted.JobEventId equals jobEvent.Id
               where admitted.VouchedAt != null
                   && jobEvent.State != JobEventState.Cancelled
                   && jobEvent.State != JobEventState.Idea
                   && (jobEvent.Date <= today || admitted.OpensOn <= today)
                   && jobEvent.Date >= earliest
               select admitted;
    }

    /// <summary>Whether a company's access to an event is open.</summary>
    /// <param name="db">The context.</param>
    /// <param name="jobEvent">The event.</param>
    /// <param name="employer">The company.</param>
    /// <param name="today">The day where the portal is.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<bool> AdmissionIsOpenAsync(this AppDbContext db, JobEventId jobEvent, OrganisationId employer, DateOnly today, CancellationToken ct) =>
        db.OpenAdmissions(today).AnyAsync(admitted => admitted.JobEventId == jobEvent && admitted.OrganisationId == employer, ct);

    /// <summary>Releases that a company's contact may see today: in force, of an event to which the company's access is open. Every query of the
    /// employers' pages starts here; whoever's own access was taken away sees nothing from the next request on.</summary>
    public static IQueryable<ProfileRelease> ShownToEmployer(this IQueryable<ProfileRelease> releases, ICurrentUser user, AppDbContext db, DateOnly today)
    {
        var admitted = db.AdmissionsOf(user, today);
        // Asked once a statement, not once a release.
        return releases.InForce(db.Consents, today).Where(release => admitted.Select(open => open.JobEventId).Contains(release.JobEventId));
    }

    /// <summary>The open admissions of the company for which the user acts.</summary>
    internal static IQueryable<ExpectedEmployer> AdmissionsOf(this AppDbContext db, ICurrentUser user, DateOnly today)
    {
        var mayBrowse = user.Has(Permission.BrowseAtStand);
        var (employer, self) = (user.OrganisationId, user.Id.Value);
        return db.OpenAdmissions(today).Where(admitted => mayBrowse && admitted.OrganisationId == employer
            && !db.Users.Any(known => known.Id == self && known.RevokedAt != null));
    }
}
