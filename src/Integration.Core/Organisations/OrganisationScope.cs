using Integration.Access;
using Integration.Data;

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

    /// <summary>Organisations that a user may change: the own one, and those without users of their own.</summary>
    public static IQueryable<Organisation> EditableBy(this IQueryable<Organisation> organisations, ICurrentUser user, AppDbContext db)
    {
        var mayEdit = user.Has(Permission.EditOrganisations);
        var own = user.OrganisationId;
        return organisations.Where(o => mayEdit && (o.Id == own || !db.Users.Any(u => u.OrganisationId == o.Id)));
    }
}
