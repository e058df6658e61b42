using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles.Lint;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Makes releases, for one person or for all of an event, in one transaction. Callers have checked the permission.</summary>
internal sealed class ReleaseDesk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>One attempt.</summary>
    /// <exception cref="DbUpdateException">Somebody else released, withdrew or drew the same Chiffre meanwhile.</exception>
    public async Task<Result<IReadOnlyList<ReleaseOutcome>>> RunAsync(JobEventId eventId, ParticipantId? only, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == eventId, ct);
        if (jobEvent is null || (only is { } wanted && !await db.Participants.VisibleTo(user).AnyAsync(person => person.Id == wanted, ct)))
        {
            return Errors.NotFound;
        }

        if (jobEvent.State == JobEventState.Cancelled)
        {
            return ProfileErrors.EventCancelled;
        }

        var organisation = user.OrganisationId;
        var regionKey = await db.Organisations.VisibleTo(user).Where(own => own.Id == organisation).Select(own => own.RegionKey).SingleAsync(ct);
        if (!Chiffre.IsRegionKey(regionKey))
        {
            return ProfileErrors.NoRegionKey;
        }

        var today = clock.Today();
        var files = await ReleaseFiles.ReadAsync(db, user, eventId, only, ct);
        var cells = await EventCells.ReadAsync(db, user, eventId, today, ct);
        var refusals = files.ToDictionary(file => file.ParticipantId, file => Refusal(file, cells, today));
        var ready = files.Where(file => refusals[file.ParticipantId] is null).ToList();
        var chiffren = await ChiffreDrawer.DrawAsync(db, regionKey, jobEvent.Date.Year, ready.Count, ct);
        var highest = await Generations.HighestAsync(db, ready.Select(file => file.ParticipantId), ct);
        var released = ready.Zip(chiffren).ToDictionary(pair => pair.First.ParticipantId, pair => Release(db, pair.First, pair.Second, eventId, highest));
        if (released.Count > 0)
        {
            await db.SaveChangesAsync(ct);
        }

        return files.Select(file => new ReleaseOutcome(file.ParticipantId, released.GetValueOrDefault(file.ParticipantId), refusals[file.ParticipantId])).ToList();
    }

    private static Error? Refusal(ReleaseFile file, List<(ParticipantId? Whose, ProfileCell Cell)> cells, DateOnly today)
    {
        if (file.Registration is not { } registration)
        {
            return ProfileErrors.NotRegistered;
        }

        if (registration.State is RegistrationState.Declined or RegistrationState.Withdrawn or RegistrationState.Waiting)
        {
            return ProfileErrors.NotComing;
        }

        if (file.Profile is not { } profile || file.Person is not { } person)
        {
            return ProfileErrors.None;
        }

        if (file.Live is { } live && live.Revision == profile.Revision && live.ValidUntil >= today)
        {
            return ProfileErrors.AlreadyReleased;
        }

        if (profile.State != ProfileState.Checked)
        {
            return ProfileErrors.NotChecked;
        }

        if (file.ConsentFor(profile.Revision, today) is null)
        {
            return ProfileErrors.NoConsent;
        }

        if (profile.Content.ShowLogo && file.LogoConsent(today) is null)
        {
            return ProfileErrors.NoLogoConsent;
        }

        // The name may have been corrected and the word lists have grown since the check.
        var subject = LintSubject.Of(person);
        var others = cells.Where(cell => cell.Whose != person.Id).Select(cell => cell.Cell);
        IEnumerable<LintFinding> findings = ProfileLint.Check(profile.Content, subject, today);
        findings = RareCombination.Find(profile.Content, subject, others) is { } rare ? findings.Append(rare) : findings;
        var open = ProfileLint.Open(findings, profile.Overrides).Count();
        return open > 0 ? ProfileErrors.OpenFindings(open) : null;
    }

    private ReleasedProfile Release(AppDbContext db, ReleaseFile file, Chiffre chiffre, JobEventId eventId, Generations highest)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var profile = file.Profile!;
        var consent = file.ConsentFor(profile.Revision, clock.Today())!;
        var validUntil = consent.ValidUntil;
        // Saved again, so that a withdrawal at the same moment and this release cannot both succeed unseen by each other.
        db.Entry(consent).State = EntityState.Modified;
        if (profile.Content.ShowLogo)
        {
            var logo = file.LogoConsent(clock.Today())!;
            validUntil = logo.ValidUntil < validUntil ? logo.ValidUntil : validUntil;
            db.Entry(logo).State = EntityState.Modified;
        }

        if (file.Live is { } replaced)
        {
            db.End(replaced, replaced.ValidUntil < clock.Today() ? ProfileState.Expired : ProfileState.Locked, highest.Next(replaced), user.Id, now);
            db.Note(user, clock, AuditAct.ProfileLocked, nameof(ProfileRelease), replaced.Id.Value, eventId);
        }

        var release = new ProfileRelease
        {
            ShortProfileId = profile.Id,
            ParticipantId = profile.ParticipantId,
            OrganisationId = profile.OrganisationId,
            JobEventId = eventId,
            ConsentId = consent.Id,
            Chiffre = chiffre.Value,
            Token = OpaqueToken.Draw(),
            Content = profile.Content,
            Revision = profile.Revision,
            ReleasedAt = now,
            ReleasedBy = user.Id,
            ValidUntil = validUntil,
        };
        db.ProfileReleases.Add(release);
        db.Step(profile.Id, release.Id, eventId, ProfileState.Consented, ProfileState.Released, user.Id, now);
        db.Note(user, clock, AuditAct.ProfileReleased, nameof(ProfileRelease), release.Id.Value, eventId);
        return new ReleasedProfile(release.Id, release.Chiffre, validUntil);
    }
}
