using Integration.Access;

namespace Integration.Privacy;

/// <summary>Which consents and audit entries a user can reach.</summary>
public static class ConsentScope
{
    /// <summary>Consents: the owning organisation's case managers alone.</summary>
    public static IQueryable<Consent> VisibleTo(this IQueryable<Consent> consents, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewParticipants);
        var organisation = user.OrganisationId;
        return consents.Where(consent => mayView && consent.OrganisationId == organisation);
    }

    /// <summary>Audit entries: the organisation's own chain, for those who may read it.</summary>
    public static IQueryable<AuditEntry> VisibleTo(this IQueryable<AuditEntry> entries, ICurrentUser user)
    {
        var mayRead = user.Has(Permission.ReadAuditTrail);
        var organisation = user.OrganisationId;
        return entries.Where(entry => mayRead && entry.OrganisationId == organisation);
    }
}
