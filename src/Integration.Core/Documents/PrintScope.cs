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

    /// <summary>Print runs: those of the user's organisation.</summary>
    public static IQueryable<PrintRun> VisibleTo(this IQueryable<PrintRun> runs, ICurrentUser user)
    {
        var mayPrint = user.Has(Permission.PrintProfiles);
        var organisation = user.OrganisationId;
        return runs.Where(run => mayPrint && run.OrganisationId == organisation);
    }

    /// <summary>Releases of which no copy was ever printed. What employers have seen on a screen is no paper.</summary>
    public static IQueryable<ProfileRelease> NeverPrinted(this IQueryable<ProfileRelease> releases, AppDbContext db) =>
        releases.Where(release => !db.PrintRunItems.Any(item => item.ReleaseId == release.Id));

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
