using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Planning.Talks;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Reads a plan, or compares two: for those who lead the event. People stand there by Chiffre alone.</summary>
public sealed class TalkScheduleQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>A plan with everything that its board shows. For a published plan too the records of today are the measure.</summary>
    /// <returns>The board; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<TalkBoard>> BoardAsync(TalkScheduleId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OpenAsync(db, id, ct) is not { } read)
        {
            return Errors.NotFound;
        }

        var (schedule, row, ground) = read;
        var words = await TalkWords.ReadAsync(codes, ground, ct);
        var plan = ground.PlanOf(schedule.Talks);
        var names = await NamesAsync(db, ground, schedule.Talks, ct);
        var talks = schedule.Talks.CountBy(talk => talk.RegistrationId).ToDictionary();
        return new TalkBoard
        {
            Event = ground.Event,
            Schedule = row,
            Version = schedule.Version,
            Settings = schedule.Settings,
            Score = TalkScoring.Score(ground.Problem, plan),
            Slots = [.. ground.Problem.Slots.Select((slot, i) => new TalkSlotRow(i, slot.Stage, EventClock.Time(slot.Start), EventClock.Time(slot.End)))],
            Hosts = [.. ground.Facts.Hosts.Select(host => new TalkHostRow(host.Id, host.Name, host.Stand, host.Venue.Zone, host.Venue.Tables, host.Venue.GroupSize, host.Venue.Languages))],
            People = [.. ground.Facts.People.Select(person => new TalkPersonRow(person.RegistrationId, person.Chiffre, person.Wish.Language, talks.GetValueOrDefault(person.RegistrationId)))],
            Interpreters =
            [
                .. ground.Facts.Interpreters.DistinctBy(interpreter => interpreter.Id).Select(interpreter => new TalkInterpreterRow(
                    interpreter.Id, interpreter.Name, interpreter.Languages,
                    schedule.Talks.Where(talk => talk.InterpreterId == interpreter.Id).DistinctBy(talk => (talk.StartsAt, talk.EmployerId, talk.Table)).Count())),
            ],
            Sittings = Sittings(schedule.Talks, names, ground),
            Unmet = [.. UnmetTalksFinder.Explain(ground.Problem, plan).Select(words.Unmet)],
            Warnings = words.Warnings(schedule.Talks),
        };
    }

    /// <summary>What differs between two plans of one event: after a repair, what is to be confirmed and whose slips are to be printed.</summary>
    /// <returns>The comparison; or <c>Forbidden</c>, <c>NotFound</c>, also for plans of two events.</returns>
    public async Task<Result<TalkComparison>> CompareAsync(TalkScheduleId before, TalkScheduleId after, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OpenAsync(db, before, ct) is not { } old || await OpenAsync(db, after, ct) is not { } made || old.Ground.Event.Id != made.Ground.Event.Id)
        {
            return Errors.NotFound;
        }

        var names = await NamesAsync(db, made.Ground, [.. old.Schedule.Talks, .. made.Schedule.Talks], ct);
        var changes = TalkChanges.Between(old.Schedule.Talks, made.Schedule.Talks);
        var rows = changes.Talks.Select(change =>
        {
            var talk = (change.After ?? change.Before)!;
            return new TalkChangeRow(
                talk.RegistrationId, names.Chiffre(talk.RegistrationId), talk.EmployerId, names.Employer(talk.EmployerId), names.Place(change.Before), names.Place(change.After),
                change.Before is { } was && !made.Ground.Holds(was));
        });
        return new TalkComparison(
            old.Row, made.Row, TalkScoring.Score(old.Ground.Problem, old.Ground.PlanOf(old.Schedule.Talks)), TalkScoring.Score(made.Ground.Problem, made.Ground.PlanOf(made.Schedule.Talks)),
            [.. rows.OrderBy(row => row.Chiffre, StringComparer.Ordinal).ThenBy(row => (row.Before ?? row.After)!.StartsAt)], changes.People);
    }

    private async Task<(TalkSchedule Schedule, TalkScheduleRow Row, TalkProblemOfEvent Ground)?> OpenAsync(AppDbContext db, TalkScheduleId id, CancellationToken ct)
    {
        var visible = db.TalkSchedules.VisibleTo(user, db).Where(s => s.Id == id);
        var schedule = await visible.AsNoTracking().Include(s => s.Talks).SingleOrDefaultAsync(ct);
        if (schedule is null || await db.EventToPlanAsync(user, schedule.JobEventId, ct) is not { } jobEvent)
        {
            return null;
        }

        var ground = await TalkProblemReader.ReadAsync(db, clock, jobEvent, schedule.Settings, schedule.Losses, schedule.Talks, ct);
        return (schedule, (await db.ReadRowsAsync(visible, ct)).Single(), ground);
    }

    private static List<TalkSitting> Sittings(List<ScheduledTalk> talks, TalkPlanNames names, TalkProblemOfEvent ground) =>
    [
        .. talks.GroupBy(talk => (talk.StartsAt, talk.EmployerId, talk.Table)).Select(table => (First: table.First(), table)).Select(sitting => new TalkSitting(
            sitting.First.StartsAt, sitting.First.EndsAt, sitting.First.EmployerId, names.Employer(sitting.First.EmployerId), ground.Event.StandsOf(sitting.First.EmployerId),
            names.Zone(sitting.First.EmployerId), sitting.First.Table, sitting.First.Language, sitting.First.InterpreterId, names.Interpreter(sitting.First.InterpreterId),
            [.. sitting.table.Select(talk => new TalkSeat(talk.Id, talk.RegistrationId, names.Chiffre(talk.RegistrationId), talk.Ground, talk.Pinned)).OrderBy(seat => seat.Chiffre, StringComparer.Ordinal)]))
            .OrderBy(sitting => ground.Facts.Clock.Minute(sitting.StartsAt)).ThenBy(sitting => sitting.Zone, StringComparer.CurrentCulture)
            .ThenBy(sitting => sitting.Employer, StringComparer.CurrentCulture).ThenBy(sitting => sitting.Table),
    ];

    // Also of those who stand in the plan and no longer in the records.
    private async Task<TalkPlanNames> NamesAsync(AppDbContext db, TalkProblemOfEvent ground, IReadOnlyCollection<ScheduledTalk> talks, CancellationToken ct)
    {
        var id = ground.Event.Id;
        var inForce = db.ProfileReleases.InForce(db.Consents, clock.Today()).Where(release => release.JobEventId == id);
        var chiffren = await db.Registrations.Where(r => r.JobEventId == id).Join(inForce, r => r.ParticipantId, release => release.ParticipantId, (r, release) => new { r.Id, release.Chiffre })
            .ToDictionaryAsync(row => row.Id, row => row.Chiffre, ct);
        var employers = talks.Select(talk => talk.EmployerId).Distinct().ToList();
        var interpreters = talks.Select(talk => talk.InterpreterId).OfType<InterpreterId>().Distinct().ToList();
        return new TalkPlanNames(
            chiffren,
            await db.Organisations.Where(o => employers.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct),
            await db.Interpreters.Where(i => interpreters.Contains(i.Id)).Select(i => new { i.Id, i.DisplayName }).ToDictionaryAsync(i => i.Id, i => i.DisplayName, ct),
            ground.Facts.Hosts.ToDictionary(host => host.Id, host => host.Venue.Zone));
    }
}

/// <summary>What the parties of talks are called.</summary>
internal sealed record TalkPlanNames(
    IReadOnlyDictionary<RegistrationId, string> Chiffren, IReadOnlyDictionary<OrganisationId, string> Employers, IReadOnlyDictionary<InterpreterId, string> Interpreters,
    IReadOnlyDictionary<OrganisationId, string> Zones)
{
    public string Chiffre(RegistrationId id) => Chiffren.GetValueOrDefault(id, "");

    public string Employer(OrganisationId id) => Employers.GetValueOrDefault(id, "");

    public string Interpreter(InterpreterId? id) => id is { } known ? Interpreters.GetValueOrDefault(known, "") : "";

    public string Zone(OrganisationId id) => Zones.GetValueOrDefault(id, "");

    public TalkPlace? Place(ScheduledTalk? talk) =>
        talk is null ? null : new TalkPlace(talk.StartsAt, talk.EndsAt, talk.Table, talk.InterpreterId, Interpreter(talk.InterpreterId), talk.Language);
}
