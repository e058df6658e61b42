using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Interpreters;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>What is known before planning, and the plans there are: for those who lead the event.</summary>
public sealed class TalkPlanQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The plans of an event and what is known for a new one.</summary>
    /// <returns>The plans; or <c>Forbidden</c>, <c>NotFound</c> for an event that another organisation leads.</returns>
    public async Task<Result<EventTalkPlans>> OpenAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.EventToPlanAsync(user, id, ct) is not { } jobEvent)
        {
            return Errors.NotFound;
        }

        var ground = await TalkProblemReader.ReadAsync(db, clock, jobEvent, new TalkSettings(), new TalkLosses(), [], ct);
        var time = new EventClock(jobEvent);
        var times = await db.TalkTimes.AsNoTracking().Where(t => t.JobEventId == id).ToListAsync(ct);
        var schedules = await db.ReadRowsAsync(db.TalkSchedules.VisibleTo(user, db).Where(s => s.JobEventId == id), ct);
        return new EventTalkPlans(
            jobEvent, await SummaryAsync(db, ground, ct), [.. times.OrderBy(t => time.Minute(t.StartsAt))], await VenuesAsync(db, jobEvent, ct),
            await db.EventStages.AsNoTracking().Where(s => s.JobEventId == id).OrderBy(s => s.Number).ToListAsync(ct), [.. schedules.OrderByDescending(s => s.Number)]);
    }

    /// <summary>What a form asks for, in numbers: how much its offers add.</summary>
    /// <returns>The numbers; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<TalkProblemSummary>> CountAsync(JobEventId id, PlanTalks.Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.EventToPlanAsync(user, id, ct) is { } jobEvent
            ? await SummaryAsync(db, await TalkProblemReader.ReadAsync(db, clock, jobEvent, form.Settings, new TalkLosses(), [], ct), ct)
            : Errors.NotFound;
    }

    private static async Task<List<TalkVenueRow>> VenuesAsync(AppDbContext db, JobEvent jobEvent, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var venues = await db.TalkVenues.AsNoTracking().Where(v => v.JobEventId == id).ToDictionaryAsync(v => v.EmployerId, ct);
        var expected = jobEvent.Employers.ConvertAll(e => e.OrganisationId);
        var names = await db.Organisations.Where(o => expected.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return
        [
            .. jobEvent.Employers.Select(e => new TalkVenueRow(e.OrganisationId, names[e.OrganisationId], jobEvent.StandsOf(e.OrganisationId), e.VouchedAt is not null, venues.GetValueOrDefault(e.OrganisationId)))
                .OrderBy(row => row.Employer, StringComparer.CurrentCulture),
        ];
    }

    private async Task<TalkProblemSummary> SummaryAsync(AppDbContext db, TalkProblemOfEvent ground, CancellationToken ct)
    {
        var (facts, problem) = (ground.Facts, ground.Problem);
        var languages = facts.People.Select((person, i) => (person, i)).Where(row => row.person.Needs).GroupBy(row => row.person.Wish.Language).Select(group =>
        {
            var accepted = group.Select(row => problem.People[row.i].Languages).Aggregate((one, other) => [.. one.Intersect(other)]);
            return new TalkLanguage(
                group.Key, group.Count(), facts.Interpreters.Where(interpreter => interpreter.Languages.Any(accepted.Contains)).Select(interpreter => interpreter.Id).Distinct().Count(),
                problem.Hosts.Count(host => host.Languages.Any(accepted.Contains)));
        }).OrderByDescending(row => row.People).ThenBy(row => row.Language, StringComparer.Ordinal).ToList();
        return new TalkProblemSummary(
            facts.People.Count, facts.Wishes.Count, facts.Wishes.Count(wish => wish.Ground == TalkGround.Mutual), facts.Wishes.Count(wish => wish.Ground == TalkGround.Fit),
            facts.Hosts.Count, facts.Hosts.Sum(host => host.Venue.Tables), problem.Slots.Count, facts.Interpreters.Select(interpreter => interpreter.Id).Distinct().Count(),
            languages, await MissingAsync(db, ground, languages, ct));
    }

    private async Task<List<TalkLack>> MissingAsync(AppDbContext db, TalkProblemOfEvent ground, List<TalkLanguage> languages, CancellationToken ct)
    {
        var (facts, id, today) = (ground.Facts, ground.Event.Id, clock.Today());
        var withTables = facts.Hosts.Select(host => host.Id).ToHashSet();
        var closed = await db.TalkVenues.Where(v => v.JobEventId == id && !v.Open).Select(v => v.EmployerId).ToListAsync(ct);
        var without = ground.Event.Employers.Count(e => e.VouchedAt is not null && !withTables.Contains(e.OrganisationId) && !closed.Contains(e.OrganisationId));
        var inForce = db.ProfileReleases.InForce(db.Consents, today).Where(release => release.JobEventId == id);
        var noProfile = await db.Registrations.CountAsync(
            r => r.JobEventId == id && r.State == RegistrationState.Accepted && !inForce.Any(release => release.ParticipantId == r.ParticipantId), ct);
        var unconfirmed = await db.InterpreterAssignments.VisibleTo(user)
            .Where(a => a.JobEventId == id && (a.State == AssignmentState.Proposed || a.State == AssignmentState.Requested)).Select(a => a.InterpreterId).Distinct().CountAsync(ct);
        var asked = facts.Wishes.Select(wish => wish.Person).Distinct().Count();
        return
        [
            .. Lack(TalkLackKind.NoTimes, ground.Problem.Slots.Count == 0), .. Lack(TalkLackKind.NoTables, facts.Hosts.Count == 0), .. Lack(TalkLackKind.NoPeople, facts.People.Count == 0),
            .. Lack(TalkLackKind.NoRequests, facts.Wishes.Count == 0),
            .. languages.Where(row => row.Interpreters == 0).Select(row => new TalkLack(TalkLackKind.LanguageWithoutInterpreter, row.People, row.Language)),
            .. Count(TalkLackKind.EmployersWithoutTables, without), .. Count(TalkLackKind.PeopleWithoutProfile, noProfile), .. Count(TalkLackKind.InterpretersUnconfirmed, unconfirmed),
            .. Count(TalkLackKind.PeopleWithoutRequest, facts.People.Count - asked),
        ];
    }

    private static IEnumerable<TalkLack> Lack(TalkLackKind kind, bool lacks) => lacks ? [new TalkLack(kind)] : [];

    private static IEnumerable<TalkLack> Count(TalkLackKind kind, int count) => count > 0 ? [new TalkLack(kind, count)] : [];
}
