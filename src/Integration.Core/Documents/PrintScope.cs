using Integration.Access;
using Integration.Data;
using Integration.Events;
using Integration.Profiles;

namespace Integration.Documents;

/// <summary>What a user may print, and which print runs a user can reach.</summary>
public static class PrintScope
{
    /// <summary>Events in which the user's organisation takes part: only for these it prints.</summary>
    public static IQueryable<JobEvent> TakenPartInBy(this IQueryable<JobEvent> events, ICurrentUser user)
    {
        var organisation = user.OrganisationId;
        return events.VisibleTo(user).Where(e => e.OrganisationId == organisation || e.Hosts.Any(host => host.OrganisationId == organisation));
    }

    /// <summary>Releases that may go to paper by this user: a case manager's own organisation's; for the employer service the anonymous
    /// sheets of every organisation.</summary>
    public static IQueryable<ProfileRelease> PrintableBy(this IQueryable<ProfileRelease> releases, ICurrentUser user)
    {
        var mayPrint = user.Has(Permission.PrintProfiles);
        var servesEmployers = user.Roles.Contains(Role.EmployerService);
        var organisation = user.OrganisationId;
        return releases.Where(release => mayPrint && (servesEmployers || release.OrganisationId == organisation));
    }

    /// <summary>Print runs: those of the user's organisation.</summary>
    public static IQueryable<PrintRun> VisibleTo(this IQueryable<PrintRun> runs, ICurrentUser user)
    {
        var mayPrint = user.Has(Permission.PrintProfiles);
        var organisation = user.OrganisationId;
        return runs.Where(run => mayPrint && run.OrganisationId == organisation);
    }

    /// <summary>Printed copies: those that the user's organisation printed, and for case managers those of their own people's sheets,
    /// whoever printed them; otherwise nobody could call them back.</summary>
    public static IQueryable<PrintRunItem> VisibleTo(this IQueryable<PrintRunItem> items, ICurrentUser user, AppDbContext db)
    {
        var mayPrint = user.Has(Permission.PrintProfiles);
        var managesCases = mayPrint && user.Has(Permission.EditProfiles);
        var organisation = user.OrganisationId;
        return items.Where(item =>
            (mayPrint && db.PrintRuns.Any(run => run.Id == item.PrintRunId && run.OrganisationId == organisation))
            || (managesCases && db.ProfileReleases.Any(release => release.Id == item.ReleaseId && release.OrganisationId == organisation)));
    }
}
