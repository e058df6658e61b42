using Integration.Access;

namespace Integration.Privacy;

/// <summary>Whose audit trail a user can read.</summary>
public static class AuditScope
{
    /// <summary>That of the own organisation, for whoever may read it.</summary>
    public static IQueryable<AuditEntry> VisibleTo(this IQueryable<AuditEntry> entries, ICurrentUser user)
    {
        var mayRead = user.Has(Permission.ReadAuditTrail);
        var own = user.OrganisationId;
        return entries.Where(entry => mayRead && entry.OrganisationId == own);
    }
}
