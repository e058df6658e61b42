using Integration.Access;

namespace Integration.Participants.Import;

/// <summary>Which imports a user can reach.</summary>
public static class ImportScope
{
    /// <summary>The own organisation's, for those who may import.</summary>
    public static IQueryable<ImportBatch> VisibleTo(this IQueryable<ImportBatch> batches, ICurrentUser user)
    {
        var mayImport = user.Has(Permission.ImportParticipants);
        var organisation = user.OrganisationId;
        return batches.Where(batch => mayImport && batch.OrganisationId == organisation);
    }
}
