using Integration.Access;

namespace Integration.Organisations;

/// <summary>Which organisations a user can reach.</summary>
public static class OrganisationScope
{
    /// <summary>The network knows itself: every staff role sees all organisations, everybody else only their own.</summary>
    public static IQueryable<Organisation> VisibleTo(this IQueryable<Organisation> organisations, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewOrganisations);
        var own = user.OrganisationId;
        return organisations.Where(o => mayView || o.Id == own);
    }
}
