using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Outcomes;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>What a working day starts with: where the user works, which event comes next, and what waits.</summary>
public sealed class TodayQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, ParticipantListQueries lists)
{
    /// <summary>How long an event that is over can still be worked on, in days: recalls and follow-up.</summary>
    public const int DaysAfter = 90;

    /// <summary>Name of the user's organisation; empty when there is none.</summary>
    public async Task<string> OrganisationNameAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Organisations.Where(o => o.Id == user.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(ct) ?? "";
    }

    /// <summary>Events that can be worked on: those to come, soonest first, then those of the last <see cref="DaysAfter"/> days.</summary>
    public async Task<IReadOnlyList<EventChoice>> EventsAsync(CancellationToken ct)
    {
        var today = Today;
        var from = today.AddDays(-DaysAfter);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var events = await db.JobEvents.VisibleTo(user)
            .Where(e => e.Date >= from && e.State != JobEventState.Cancelled)
            .OrderBy(e => e.Date)
            .Select(e => new EventChoice(e.Id, e.Title, e.Date, e.StartsAt, e.Place, e.Town))
            .Take(200)
            .ToListAsync(ct);
        return [.. events.Where(e => e.Date >= today), .. events.Where(e => e.Date < today).Reverse()];
    }

    /// <summary>What waits for the user at an event (profiles, consents, prints) and beside it (recalls, imports, invitations).
    /// Only what there is to do; nothing for what the user's roles do not do.</summary>
    public async Task<IReadOnlyList<Waiting>> WaitingAsync(JobEventId? eventId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = user.OrganisationId;
        // Where somebody waits for an answer, or a day must not pass, stands first.
        var waiting = new List<Waiting>();
        if (user.Has(Permission.AnswerContacts))
        {
            waiting.Add(new Waiting(WaitingKind.ContactRequests, await db.Contacts.VisibleTo(user).Waiting(db, Today).InChargeOf(user, db).CountAsync(ct)));
        }

        waiting.Add(new Waiting(WaitingKind.ApplicationsDue, await db.CaseTasks.VisibleTo(user).CountAsync(task => task.DoneAt == null, ct)));
        if (eventId is { } id && user.Has(Permission.EditProfiles))
        {
            waiting.AddRange(await AtEventAsync(db, id, ct));
        }

        if (eventId is { } prepared && user.Has(Permission.EditEvents))
        {
            var soon = Today.AddDays(EventTask.SoonDays);
            waiting.Add(new Waiting(WaitingKind.TasksDue, await db.EventTasks.OwnedBy(user, db).CountAsync(t => t.JobEventId == prepared && t.DoneAt == null && t.DueOn <= soon, ct)));
        }

        if (user.Has(Permission.RecordOutcomes))
        {
            waiting.Add(new Waiting(WaitingKind.FollowUpsDue, await db.CountDueAsync(user, clock, ct)));
        }

        if (user.Has(Permission.PrintProfiles) && user.Has(Permission.EditProfiles))
        {
            var recalled = db.ProfileReleases.VisibleTo(user).Where(release => release.LockedAt != null);
            var copies = await db.PrintRunItems.CountAsync(
                item => item.ReturnedAt == null && recalled.Any(release => release.Id == item.ReleaseId), ct);
            waiting.Add(new Waiting(WaitingKind.CopiesToRecall, copies));
        }

        if (user.Has(Permission.ImportParticipants))
        {
            var imports = await db.ImportBatches.CountAsync(
                batch => batch.OrganisationId == organisation && (batch.State == ImportState.Staged || batch.State == ImportState.Applying), ct);
            waiting.Add(new Waiting(WaitingKind.ImportsUnfinished, imports));
        }

        if (user.Has(Permission.ManageUsers))
        {
            var since = clock.GetUtcNow().UtcDateTime - UserInvitation.Lifetime;
            var invitations = await db.UserInvitations.CountAsync(
                i => i.OrganisationId == organisation && i.AcceptedAt == null && i.RevokedAt == null && i.InvitedAt > since, ct);
            waiting.Add(new Waiting(WaitingKind.InvitationsOpen, invitations));
        }

        return waiting.Where(line => line.Count > 0).ToList();
    }

    /// <summary>How many of the user's organisation's people are registered for an event.</summary>
    public Task<int> RegisteredAsync(JobEventId eventId, CancellationToken ct) =>
        lists.CountAsync(new ParticipantFilter { RegisteredFor = eventId }, ct);

    /// <summary>The colleagues at the user's organisation, by name: who can be in charge of a person. Nobody for roles without people.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ViewParticipants))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = user.OrganisationId;
        var users = await db.Users.AsNoTracking()
            .Where(u => u.OrganisationId == organisation && u.RevokedAt == null)
            .OrderBy(u => u.DisplayName)
            .ToListAsync(ct);
        return users.Where(u => u.Roles.Contains(Role.CaseManager)).Select(u => new Colleague(u.UserId, u.DisplayName)).ToList();
    }

    private DateOnly Today => clock.Today();

    // The same filters as the lists that the lines lead to, so that a line and its list never differ.
    private async Task<IEnumerable<Waiting>> AtEventAsync(AppDbContext db, JobEventId eventId, CancellationToken ct)
    {
        var registered = new ParticipantFilter { RegisteredFor = eventId };
        var today = Today;
        return
        [
            new Waiting(WaitingKind.WithoutProfile, await lists.CountAsync(registered with { Gap = ProfileGap.NoProfile }, ct)),
            new Waiting(WaitingKind.ProfilesUnchecked, await lists.CountAsync(registered with { Gap = ProfileGap.NotChecked }, ct)),
            new Waiting(WaitingKind.WithoutConsent, await lists.CountAsync(registered with { Gap = ProfileGap.NoConsent }, ct)),
            new Waiting(WaitingKind.ConsentedNotReleased, await lists.CountAsync(registered with { Gap = ProfileGap.NotReleased }, ct)),
            new Waiting(
                WaitingKind.ReleasedNotPrinted,
                await db.ProfileReleases.VisibleTo(user).Where(release => release.JobEventId == eventId)
                    .InForce(db.Consents.VisibleTo(user), today).NeverPrinted(db).CountAsync(ct)),
        ];
    }
}

/// <summary>An event that can be chosen to work on.</summary>
public sealed record EventChoice(JobEventId Id, string Title, DateOnly Date, TimeOnly StartsAt, string Place, string Town);

/// <summary>A colleague.</summary>
public sealed record Colleague(UserId Id, string Name);

/// <summary>Something that waits.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How many.</param>
public readonly record struct Waiting(WaitingKind Kind, int Count);

/// <summary>Kinds of work that wait.</summary>
public enum WaitingKind
{
    /// <summary>Registered people without a short profile.</summary>
    WithoutProfile,

    /// <summary>Short profiles that are drafts.</summary>
    ProfilesUnchecked,

    /// <summary>Registered people who have not consented to the present text of a short profile.</summary>
    WithoutConsent,

    /// <summary>Consented, but not released for the event.</summary>
    ConsentedNotReleased,

    /// <summary>Released, but not on paper yet.</summary>
    ReleasedNotPrinted,

    /// <summary>Tasks of the preparation that are overdue or due in the next days.</summary>
    TasksDue,

    /// <summary>Companies ask for contact with people whom the user or nobody has in charge.</summary>
    ContactRequests,

    /// <summary>MAG and EQ that were agreed and have to be applied for before the first day.</summary>
    ApplicationsDue,

    /// <summary>Contacts after an event about which something is to be asked: T+3, T+14, T+28, T+90, T+180.</summary>
    FollowUpsDue,

    /// <summary>Printed copies of locked profiles that are still outside.</summary>
    CopiesToRecall,

    /// <summary>Imports that are staged or were interrupted.</summary>
    ImportsUnfinished,

    /// <summary>Invitations of users that nobody has answered.</summary>
    InvitationsOpen,
}
