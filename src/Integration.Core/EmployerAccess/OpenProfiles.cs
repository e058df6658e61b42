using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>Opens a profile for a company's contact, one or up to <see cref="Most"/> side by side. Every look is recorded with the company and in the audit
/// trail, and the first one moves the release to <see cref="ProfileState.Shown"/>.</summary>
public sealed class OpenProfiles(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Most profiles side by side.</summary>
    public const int Most = 4;

    /// <summary>Opens them.</summary>
    /// <param name="tokens">What the addresses carry; the first <see cref="Most"/> count.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those that the reader's company sees, in the order asked for; none for tokens that are unknown, another event's, not yet or no longer open,
    /// locked or expired, alike and after the same queries. <c>Forbidden</c> for whoever is no employer's contact.</returns>
    public async Task<Result<IReadOnlyList<StandProfile>>> ExecuteAsync(IReadOnlyList<string> tokens, CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        var wanted = tokens.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var rows = await Persistently.RunAsync(() => OnceAsync(wanted, ct));
        return wanted.SelectMany(token => rows.Where(row => row.Profile.Token == token)).ToList();
    }

    private async Task<List<StandProfile>> OnceAsync(List<string> wanted, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (today, employer) = (clock.Today(), user.OrganisationId);
        var rows = await (
            from release in db.ProfileReleases.AsNoTracking().ShownToEmployer(user, db, today)
            join organisation in db.Organisations on release.OrganisationId equals organisation.Id
            join jobEvent in db.JobEvents on release.JobEventId equals jobEvent.Id
            from note in db.EmployerNotes.Where(note => note.EmployerId == employer && note.ReleaseId == release.Id).DefaultIfEmpty()
            where wanted.Contains(release.Token)
            select new
            {
                Release = release, jobEvent.Title, organisation.ContactTeam, organisation.ContactPhone, organisation.ContactEmail,
                Kept = note != null && note.Kept, Text = note == null ? "" : note.Text,
            }).ToListAsync(ct);
        await RecordAsync(db, rows.ConvertAll(row => row.Release), ct);
        return rows.ConvertAll(row => new StandProfile(
            row.Release.JobEventId, row.Title,
            new EmployerProfile(
                row.Release.Chiffre, row.Release.Token, clock.DayOf(row.Release.ReleasedAt), row.Release.ValidUntil, row.Release.Content,
                new ContactPoint(row.ContactTeam, row.ContactPhone, row.ContactEmail)),
            row.Kept, row.Text));
    }

    private async Task RecordAsync(AppDbContext db, List<ProfileRelease> opened, CancellationToken ct)
    {
        var (now, self) = (clock.GetUtcNow().UtcDateTime, user.Id);
        var (ids, since) = (opened.ConvertAll(release => release.Id), now - ProfileView.SameLook);
        var seen = await db.ProfileViews.Where(view => ids.Contains(view.ReleaseId) && view.UserId == self && view.At > since).Select(view => view.ReleaseId).ToListAsync(ct);
        var fresh = opened.FindAll(release => !seen.Contains(release.Id));
        if (fresh.Count == 0)
        {
            return;
        }

        foreach (var release in fresh)
        {
            db.ProfileViews.Add(new ProfileView { JobEventId = release.JobEventId, EmployerId = user.OrganisationId, UserId = self, ReleaseId = release.Id, At = now });
            db.Note(user, clock, AuditAct.Viewed, nameof(ProfileRelease), release.Id.Value, release.JobEventId);
        }

        // The audit chain's row is locked before the releases', as in every other act.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        var version = Guid.CreateVersion7();
        foreach (var release in fresh.Where(release => release.State is ProfileState.Released or ProfileState.Printed))
        {
            var (id, from) = (release.Id, release.State);
            var moved = await db.ProfileReleases.Where(r => r.Id == id && r.State == from)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ProfileState.Shown).SetProperty(r => r.Version, version), ct);
            if (moved == 1)
            {
                db.Step(release.ShortProfileId, id, release.JobEventId, from, ProfileState.Shown, self, now);
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
