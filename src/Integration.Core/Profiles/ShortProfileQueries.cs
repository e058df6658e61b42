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

/// <summary>Reads of single short profiles for the people who write them.</summary>
public sealed class ShortProfileQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The profile in the editor. Without a stored one the content is a draft from the record, revision 0.</summary>
    public sealed record Editor(
        ParticipantId ParticipantId, string FullName, ShortProfileId? Id, ProfileContent Content, int Revision, ProfileState State, Guid? Version,
        string WrittenBy, string CheckedBy, DateTime? CheckedAt, DateTime? ChangedAt, bool NeedsAnotherChecker,
        IReadOnlyList<FindingOverride> Overrides, LintSubject Subject, string FirstLanguage, IReadOnlyList<AtEvent> Events)
    {
        /// <summary>The lint of a text as it stands in the editor, saved or not, with what was let stand.</summary>
        public IReadOnlyList<SeenFinding> Findings(ProfileContent content, DateOnly today, LintFinding? rare = null) =>
        [
            .. ProfileLint.Check(content, Subject, today).Concat(rare is null ? [] : [rare])
                .Select(finding => new SeenFinding(finding, ProfileLint.OverrideOf(finding, Overrides))),
        ];
    }

    /// <summary>A finding and, if somebody let it stand, why.</summary>
    public sealed record SeenFinding(LintFinding Finding, FindingOverride? Override)
    {
        /// <summary>Whether the release waits for it.</summary>
        public bool Blocks => Finding.Severity == LintSeverity.Blocks && Override is null;
    }

    /// <summary>The profile at one event the person is registered for or was released for.</summary>
    public sealed record AtEvent(
        JobEventId JobEventId, string Title, DateOnly Date, ProfileStanding Standing, ProfileReleaseId? ReleaseId, string Chiffre, ConsentId? ConsentId, DateOnly? ValidUntil);

    /// <summary>A step of the life cycle; <see cref="By"/> is empty for the portal itself and for users who are gone.</summary>
    public sealed record HistoryStep(DateTime At, string By, ProfileState? From, ProfileState To, JobEventId? JobEventId, string EventTitle, string Chiffre);

    /// <summary>Opens the editor; noted in the audit trail.</summary>
    public async Task<Result<Editor>> OpenAsync(ParticipantId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(participant => participant.Id == id, ct);
        if (person is null)
        {
            return Errors.NotFound;
        }

        var profile = await db.ShortProfiles.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(known => known.ParticipantId == id, ct);
        var secondCheck = await db.Organisations.VisibleTo(user).Where(own => own.Id == person.OrganisationId).Select(own => own.RequiresSecondCheck).SingleAsync(ct);
        var names = await NamesAsync(db, profile is null ? [] : [profile.WrittenBy, profile.CheckedBy ?? UserId.System], ct);
        var events = await EventsAsync(db, id, ct);
        var content = profile?.Content ?? ProfilePrefill.From(person, await EmployerLabelsAsync(ct), clock.Today());
        db.Note(user, clock, AuditAct.Viewed, nameof(ShortProfile), profile?.Id.Value ?? id.Value);
        await db.SaveChangesAsync(ct);
        return new Editor(
            id, person.FullName, profile?.Id, content, profile?.Revision ?? 0, profile?.State ?? ProfileState.Draft, profile?.Version,
            profile is null ? "" : names.GetValueOrDefault(profile.WrittenBy, ""),
            profile?.CheckedBy is { } checker ? names.GetValueOrDefault(checker, "") : "",
            profile?.CheckedAt, profile?.ChangedAt, secondCheck && profile?.WrittenBy == user.Id,
            profile?.Overrides ?? [], LintSubject.Of(person), person.FirstLanguage, events);
    }

    /// <summary>A draft written from the record as it is now, for "start again".</summary>
    public async Task<Result<ProfileContent>> PrefillAsync(ParticipantId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(participant => participant.Id == id, ct);
        return person is null ? Errors.NotFound : ProfilePrefill.From(person, await EmployerLabelsAsync(ct), clock.Today());
    }

    /// <summary>Cells of the event's other profiles, for <see cref="RareCombination.Find"/> while somebody types.</summary>
    public async Task<Result<IReadOnlyList<ProfileCell>>> OtherCellsAsync(JobEventId jobEvent, ParticipantId except, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var cells = await EventCells.ReadAsync(db, user, jobEvent, clock.Today(), ct);
        return cells.Where(cell => cell.Whose != except).Select(cell => cell.Cell).ToList();
    }

    /// <summary>All steps of a profile and its releases, oldest first.</summary>
    public async Task<Result<IReadOnlyList<HistoryStep>>> HistoryAsync(ShortProfileId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.ShortProfiles.VisibleTo(user).AnyAsync(profile => profile.Id == id, ct))
        {
            return Errors.NotFound;
        }

        var steps = await db.ProfileTransitions.AsNoTracking().Where(step => step.ShortProfileId == id)
            .OrderBy(step => step.At).ThenBy(step => step.Id).ToListAsync(ct);
        var names = await NamesAsync(db, steps.Select(step => step.By), ct);
        var chiffren = await db.ProfileReleases.VisibleTo(user).Where(release => release.ShortProfileId == id)
            .ToDictionaryAsync(release => release.Id, release => release.Chiffre, ct);
        var eventIds = steps.Select(step => step.JobEventId).OfType<JobEventId>().Distinct().ToList();
        var titles = await db.JobEvents.VisibleTo(user).Where(e => eventIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, ct);
        return steps.ConvertAll(step => new HistoryStep(
            step.At, names.GetValueOrDefault(step.By, ""), step.From, step.To, step.JobEventId,
            step.JobEventId is { } e ? titles.GetValueOrDefault(e, "") : "",
            step.ReleaseId is { } release ? chiffren.GetValueOrDefault(release, "") : ""));
    }

    private async Task<List<AtEvent>> EventsAsync(AppDbContext db, ParticipantId id, CancellationToken ct)
    {
        var facts = await Standings.OfPersonAsync(db, user, id, ct);
        var known = facts.Keys.ToList();
        var state = await db.ShortProfiles.VisibleTo(user).Where(profile => profile.ParticipantId == id)
            .Select(profile => (ProfileState?)profile.State).SingleOrDefaultAsync(ct);
        var events = await db.JobEvents.VisibleTo(user)
            .Where(e => known.Contains(e.Id) || db.Registrations.Any(r => r.JobEventId == e.Id && r.ParticipantId == id))
            .OrderBy(e => e.Date).Select(e => new { e.Id, e.Title, e.Date }).ToListAsync(ct);
        var today = clock.Today();
        return events.ConvertAll(e =>
        {
            var of = facts.GetValueOrDefault(e.Id) ?? new StandingFacts(state, 0, [], []);
            var live = of.Live(today);
            return new AtEvent(
                e.Id, e.Title, e.Date, of.Standing(today), live?.Id, live?.Chiffre ?? "",
                live?.ConsentId ?? of.Consent(today)?.Id, live?.ValidUntil ?? of.Consent(today)?.ValidUntil);
        });
    }

    private async Task<Func<string, string, string?>> EmployerLabelsAsync(CancellationToken ct)
    {
        var catalog = await codes.GetAsync(ct);
        var today = clock.Today();
        return (list, code) => catalog.Find(list, code, today) is { Visibility: "A" } entry ? entry.German : null;
    }

    private static async Task<Dictionary<UserId, string>> NamesAsync(AppDbContext db, IEnumerable<UserId> users, CancellationToken ct)
    {
        var ids = users.Select(id => id.Value).Distinct().ToList();
        return await db.Users.Where(known => ids.Contains(known.Id)).ToDictionaryAsync(known => new UserId(known.Id), known => known.DisplayName, ct);
    }
}
