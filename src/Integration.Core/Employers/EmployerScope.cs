using Integration.Access;
using Integration.Data;
using Integration.Organisations;

namespace Integration.Employers;

/// <summary>Which companies and offers a user can reach.</summary>
public static class EmployerScope
{
    /// <summary>The organisations that are companies, temporary-work agencies included.</summary>
    public static IQueryable<Organisation> Employers(this IQueryable<Organisation> organisations) =>
        organisations.Where(o => o.Kind == OrganisationKind.Employer || o.Kind == OrganisationKind.TemporaryWorkAgency);

    /// <summary>Companies to look at: the staff who work with them see all of the region, a company's contact only the own one.</summary>
    public static IQueryable<Organisation> EmployersShownTo(this IQueryable<Organisation> organisations, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewEmployers);
        var contact = user.Roles.Contains(Role.EmployerContact);
        var own = user.OrganisationId;
        return organisations.Employers().Where(o => mayView || (contact && o.Id == own));
    }

    /// <summary>Companies whose file and offers a user may change: a company's contact the own one; the employer service those it keeps, those nobody
    /// keeps yet, and those expected at an event in which its organisation takes part.</summary>
    public static IQueryable<Organisation> EmployersKeptBy(this IQueryable<Organisation> organisations, ICurrentUser user, AppDbContext db)
    {
        var contact = user.Roles.Contains(Role.EmployerContact);
        var service = user.Roles.Contains(Role.EmployerService);
        var own = user.OrganisationId;
        return organisations.Employers().Where(o => (contact && o.Id == own)
            || (service && (!db.EmployerFiles.Any(file => file.OrganisationId == o.Id && file.KeeperId != null && file.KeeperId != own)
                || db.JobEvents.Any(e => e.Employers.Any(expected => expected.OrganisationId == o.Id)
                    && (e.OrganisationId == own || e.Hosts.Any(host => host.OrganisationId == own))))));
    }

    /// <summary>Offers of the companies that are shown.</summary>
    public static IQueryable<JobOffer> VisibleTo(this IQueryable<JobOffer> offers, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewEmployers);
        var contact = user.Roles.Contains(Role.EmployerContact);
        var own = user.OrganisationId;
        return offers.Where(offer => mayView || (contact && offer.EmployerId == own));
    }

    /// <summary>Offers that can be had at an event: made for it, or for every one, by a company that is expected there.</summary>
    public static IQueryable<JobOffer> AtEvent(this IQueryable<JobOffer> offers, Common.JobEventId jobEvent, AppDbContext db) =>
        offers.Where(offer => (offer.JobEventId == null || offer.JobEventId == jobEvent)
            && db.JobEvents.Any(e => e.Id == jobEvent && e.Employers.Any(expected => expected.OrganisationId == offer.EmployerId)));
}
