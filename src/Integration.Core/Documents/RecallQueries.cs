using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Participants;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>The recall list: printed copies that are still outside although their release was locked or replaced.</summary>
public sealed class RecallQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>A copy to be fetched back: "Exemplar 3/12".</summary>
    public sealed record Copy(
        long ItemId, ProfileReleaseId ReleaseId, string Chiffre, ParticipantId ParticipantId, string FullName, JobEventId JobEventId,
        int CopyNumber, int CopyOf, string Employer, string HandedTo, DateTime PrintedAt, DateTime? LockedAt);

    /// <summary>Copies of one person's sheets, those of records that were merged into it among them.</summary>
    public Task<Result<IReadOnlyList<Copy>>> ForParticipantAsync(ParticipantId id, CancellationToken ct) =>
        ListAsync(id, null, ct);

    /// <summary>Copies of the own organisation's people at one event.</summary>
    public Task<Result<IReadOnlyList<Copy>>> ForEventAsync(JobEventId id, CancellationToken ct) =>
        ListAsync(null, id, ct);

    private async Task<Result<IReadOnlyList<Copy>>> ListAsync(ParticipantId? only, JobEventId? at, CancellationToken ct)
    {
        if (!user.Has(Permission.PrintProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (
            from release in db.ProfileReleases.VisibleTo(user)
            where release.State == ProfileState.Locked && (at == null || release.JobEventId == at)
            join item in db.PrintRunItems on (ProfileReleaseId?)release.Id equals item.ReleaseId
            where item.ReturnedAt == null
            join run in db.PrintRuns on item.PrintRunId equals run.Id
            // A release that was locked by a merge stays with the record that went; its copies are the remaining record's to fetch back.
            join record in db.Participants on release.ParticipantId equals record.Id
            join person in db.Participants.VisibleTo(user) on record.MergedIntoId ?? record.Id equals person.Id
            where record.OrganisationId == person.OrganisationId && (only == null || person.Id == only)
            orderby person.SortName, release.Chiffre, item.CopyNumber
            select new Copy(
                item.Id, release.Id, release.Chiffre, person.Id, person.FamilyName + ", " + person.GivenName, release.JobEventId,
                item.CopyNumber, item.CopyOf, db.Organisations.Where(o => o.Id == run.EmployerId).Select(o => o.Name).FirstOrDefault() ?? "",
                item.HandedTo, run.PrintedAt, release.LockedAt)).ToListAsync(ct);
    }
}
