using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Merging;

/// <summary>Makes one record of two of the same person. Nothing of the history is lost: registrations, consents and printed copies move to the
/// record that stays; the other keeps its content, leads to it from now on and stands in no list any more. Its live releases are locked:
/// one person must not stand at an event under two Chiffren. Where both have a short profile, the consents to the other's text end with it,
/// and a withdrawal on either record ends consents and releases for the same event on the other.</summary>
public sealed class MergeParticipants(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Merges <paramref name="otherId"/> into <paramref name="keepId"/>.</summary>
    /// <param name="keepId">The record that stays.</param>
    /// <param name="otherId">The record that goes.</param>
    /// <param name="fromOther">Names of properties whose value is taken from the other record; values that the record that stays
    /// lacks are taken from the other anyway. See <see cref="MergeFields"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> ExecuteAsync(ParticipantId keepId, ParticipantId otherId, IReadOnlySet<string> fromOther, CancellationToken ct)
    {
        if (!user.Has(Permission.EditParticipants))
        {
            return Errors.Forbidden;
        }

        if (keepId == otherId)
        {
            return ParticipantErrors.MergeSelf;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var both = await db.Participants.VisibleTo(user).Where(p => p.Id == keepId || p.Id == otherId).ToListAsync(ct);
        if (both.Count != 2)
        {
            return Errors.NotFound;
        }

        var (keep, other) = (both.Single(p => p.Id == keepId), both.Single(p => p.Id == otherId));
        var now = clock.GetUtcNow().UtcDateTime;
        MergeFields.Merge(keep, other, fromOther);
        (keep.ChangedAt, other.ChangedAt, other.MergedIntoId) = (now, now, keep.Id);
        foreach (var earlier in await db.Participants.Where(p => p.OrganisationId == keep.OrganisationId && p.MergedIntoId == otherId).ToListAsync(ct))
        {
            earlier.MergedIntoId = keep.Id;
        }

        await MoveRegistrationsAsync(db, keep, other, now, ct);
        await MoveProfileAsync(db, keep, other, now, ct);

        foreach (var copy in await db.PrintRunItems.Where(item => item.ParticipantId == otherId).ToListAsync(ct))
        {
            copy.ParticipantId = keep.Id;
        }

        db.Note(user, clock, AuditAct.Merged, nameof(Participant), keep.Id.Value);
        db.Note(user, clock, AuditAct.Merged, nameof(Participant), other.Id.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }

    private async Task MoveRegistrationsAsync(AppDbContext db, Participant keep, Participant other, DateTime now, CancellationToken ct)
    {
        var registrations = await db.Registrations.VisibleTo(user).Where(r => r.ParticipantId == keep.Id || r.ParticipantId == other.Id).ToListAsync(ct);
        foreach (var moving in registrations.Where(r => r.ParticipantId == other.Id))
        {
            var standing = registrations.Find(r => r.ParticipantId == keep.Id && r.JobEventId == moving.JobEventId);
            if (standing is null)
            {
                moving.ParticipantId = keep.Id;
            }
            else if (RegistrationTransitions.IsComing(moving.State))
            {
                if (!RegistrationTransitions.IsComing(standing.State))
                {
                    (standing.State, standing.Invitation, standing.Purpose, standing.ChangedAt) = (moving.State, moving.Invitation, moving.Purpose, moving.ChangedAt);
                }

                // One person must not be counted twice at the event.
                (moving.State, moving.ChangedAt) = (RegistrationState.Withdrawn, now);
                db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), other.Id.Value, moving.JobEventId);
            }
        }
    }

    private async Task MoveProfileAsync(AppDbContext db, Participant keep, Participant other, DateTime now, CancellationToken ct)
    {
        var profiles = await db.ShortProfiles.VisibleTo(user).Where(p => p.ParticipantId == keep.Id || p.ParticipantId == other.Id).ToListAsync(ct);
        var releases = await db.ProfileReleases.VisibleTo(user).Where(r => r.ParticipantId == keep.Id || r.ParticipantId == other.Id).ToListAsync(ct);
        var consents = await db.Consents.VisibleTo(user).Where(c => c.ParticipantId == keep.Id || c.ParticipantId == other.Id).ToListAsync(ct);
        var moving = profiles.Find(p => p.ParticipantId == other.Id);
        var bothWrote = moving is not null && profiles.Exists(p => p.ParticipantId == keep.Id);
        var highest = await Generations.HighestAsync(db, [keep.Id, other.Id], ct);
        foreach (var (refused, ending) in Refusals(consents, keep.Id, other.Id))
        {
            End(c => c.ParticipantId == ending && c.JobEventId == refused, r => r.ParticipantId == ending && r.JobEventId == refused);
        }

        if (bothWrote)
        {
            // A consent names a revision, and the two texts count theirs each for itself: none may hold for the text that stays.
            End(c => c.ParticipantId == other.Id, r => r.ParticipantId == other.Id && r.Generation == 0);
        }
        else if (moving is not null)
        {
            moving.ParticipantId = keep.Id;
            releases.ForEach(release => release.ParticipantId = keep.Id);
        }

        // What companies have asked, and what came of it, is the person's, also where the text they asked under has ended.
        foreach (var contact in await db.Contacts.VisibleTo(user).Where(c => c.ParticipantId == other.Id).ToListAsync(ct))
        {
            contact.ParticipantId = keep.Id;
        }

        foreach (var consent in NamesRefused(consents).ToList())
        {
            (consent.WithdrawnAt, consent.WithdrawnBy) = (now, user.Id);
            db.Note(user, clock, AuditAct.ConsentWithdrawn, nameof(Consent), consent.Id.Value, consent.JobEventId);
        }

        consents.ForEach(consent => consent.ParticipantId = keep.Id);

        void End(Func<Consent, bool> which, Func<ProfileRelease, bool> resting)
        {
            foreach (var consent in consents.Where(c => c.Purpose == ConsentPurpose.ProfileAtEvent && c.WithdrawnAt is null && which(c)))
            {
                (consent.WithdrawnAt, consent.WithdrawnBy) = (now, user.Id);
                db.Note(user, clock, AuditAct.ConsentWithdrawn, nameof(Consent), consent.Id.Value, consent.JobEventId);
            }

            foreach (var release in releases.Where(r => ProfileLifeCycle.Allows(r.State, ProfileState.Locked) && resting(r)))
            {
                db.End(release, ProfileState.Locked, highest.Next(release), user.Id, now);
                db.Note(user, clock, AuditAct.ProfileLocked, nameof(ProfileRelease), release.Id.Value, release.JobEventId);
            }
        }
    }

    // Who said no to an event on one record has said no on the other too, unless a yes was recorded there again: a withdrawal ends every consent there is.
    private static List<(JobEventId? Event, ParticipantId Ending)> Refusals(List<Consent> consents, ParticipantId keep, ParticipantId other) =>
        consents.Where(c => c.Purpose == ConsentPurpose.ProfileAtEvent)
            .GroupBy(c => (c.JobEventId, c.ParticipantId))
            .Where(said => said.All(c => c.WithdrawnAt is not null))
            .Select(said => (said.Key.JobEventId, said.Key.ParticipantId == keep ? other : keep)).ToList();

    // The same for each company that was to have the name.
    private static IEnumerable<Consent> NamesRefused(List<Consent> consents) =>
        consents.Where(c => c.Purpose == ConsentPurpose.NameToEmployer)
            .GroupBy(c => (c.JobEventId, c.RecipientId))
            .Where(about => about.GroupBy(c => c.ParticipantId).Any(said => said.All(c => c.WithdrawnAt is not null)))
            .SelectMany(about => about.Where(c => c.WithdrawnAt is null));
}
