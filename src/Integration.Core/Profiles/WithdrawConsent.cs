using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Takes a consent back. A no is a no to the purpose, not to one sheet of paper: every consent of the person for the same purpose, event
/// and recipient ends with it, and every release that rests on one is locked in the same transaction. What is out on paper stands
/// on the recall list.</summary>
public sealed class WithdrawConsent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>A release that was locked by it.</summary>
    public sealed record LockedRelease(ProfileReleaseId Id, string Chiffre, JobEventId JobEventId);

    /// <summary>Withdraws; withdrawing twice changes nothing and names the same releases.</summary>
    /// <returns>The releases that are locked now because of it.</returns>
    public async Task<Result<IReadOnlyList<LockedRelease>>> ExecuteAsync(ConsentId id, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordConsent))
        {
            return Errors.Forbidden;
        }

        return await Persistently.RunAsync(() => OnceAsync(id, ct));
    }

    private async Task<Result<IReadOnlyList<LockedRelease>>> OnceAsync(ConsentId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var consent = await db.Consents.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct);
        if (consent is null)
        {
            return Errors.NotFound;
        }

        var same = await db.Consents.VisibleTo(user)
            .Where(other => other.ParticipantId == consent.ParticipantId && other.Purpose == consent.Purpose
                && other.JobEventId == consent.JobEventId && other.RecipientId == consent.RecipientId)
            .ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var open in same.Where(other => other.WithdrawnAt is null))
        {
            (open.WithdrawnAt, open.WithdrawnBy) = (now, user.Id);
            db.Note(user, clock, AuditAct.ConsentWithdrawn, nameof(Consent), open.Id.Value, open.JobEventId);
        }

        var releases = await ReleasesOnAsync(db, consent, [.. same.Select(other => other.Id)], ct);
        var highest = await Generations.HighestAsync(db, releases.Select(release => release.ParticipantId), ct);
        foreach (var release in releases.Where(release => release.State is not (ProfileState.Locked or ProfileState.Deleted)))
        {
            db.End(release, ProfileState.Locked, highest.Next(release), user.Id, now);
            db.Note(user, clock, AuditAct.ProfileLocked, nameof(ProfileRelease), release.Id.Value, release.JobEventId);
        }

        await db.SaveChangesAsync(ct);
        return releases.Select(release => new LockedRelease(release.Id, release.Chiffre, release.JobEventId)).ToList();
    }

    private async Task<List<ProfileRelease>> ReleasesOnAsync(AppDbContext db, Consent consent, List<ConsentId> ids, CancellationToken ct)
    {
        var ofPerson = db.ProfileReleases.VisibleTo(user).Where(release => release.ParticipantId == consent.ParticipantId);
        return consent.Purpose switch
        {
            ConsentPurpose.ProfileAtEvent => await ofPerson.Where(release => ids.Contains(release.ConsentId)).ToListAsync(ct),
            // The frozen sheet shows the logo; without its consent it cannot be shown, and another text needs another consent.
            ConsentPurpose.OrganisationLogo => (await ofPerson.Where(release => release.Generation == 0).ToListAsync(ct))
                .Where(release => release.Content.ShowLogo && (consent.JobEventId is null || release.JobEventId == consent.JobEventId)).ToList(),
            _ => [],
        };
    }
}
