using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>The published talks as those see them who take part: case managers their own people's, companies those at their own tables, interpreters theirs.</summary>
public sealed class TalkListQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The talks of one of the caller's own people, at all events, by time.</summary>
    /// <returns>The talks; <c>Forbidden</c>; none for a foreign person.</returns>
    public Task<Result<IReadOnlyList<OwnTalk>>> OfPersonAsync(ParticipantId id, CancellationToken ct) => OwnAsync(r => r.Where(row => row.ParticipantId == id), ct);

    /// <summary>The talks of the caller's own people at an event, by time.</summary>
    /// <returns>The talks; <c>Forbidden</c>; none at a foreign event.</returns>
    public Task<Result<IReadOnlyList<OwnTalk>>> OfOwnPeopleAsync(JobEventId id, CancellationToken ct) => OwnAsync(r => r.Where(row => row.JobEventId == id), ct);

    /// <summary>The talks at the tables of the caller's company at an event, as far as it may see the profiles today.</summary>
    /// <returns>The talks; <c>Forbidden</c>; none where its access is not open.</returns>
    public async Task<Result<IReadOnlyList<EmployerTalk>>> OfEmployerAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var rows = await (
            from known in db.ScheduledTalks.OfEmployer(user, db).Where(talk => talk.JobEventId == id).Under(db, db.ProfileReleases.ShownToEmployer(user, db, today), today)
            join jobEvent in db.JobEvents on known.Talk.JobEventId equals jobEvent.Id
            select new
            {
                jobEvent, known.Talk.StartsAt, known.Talk.EndsAt, known.Talk.Table, known.Talk.Language, known.Talk.InterpreterId, known.Release.Chiffre, known.Release.Token, known.Release.Content,
            }).AsNoTracking().ToListAsync(ct);
        return rows.OrderBy(row => new EventClock(row.jobEvent).Minute(row.StartsAt)).ThenBy(row => row.Table).ThenBy(row => row.Chiffre, StringComparer.Ordinal)
            .Select(row => new EmployerTalk(row.Chiffre, row.Token, row.Content.Occupation, row.StartsAt, row.EndsAt, row.Table, row.Language, row.InterpreterId is not null)).ToList();
    }

    /// <summary>The signed-in interpreter's own talks that are not over, by time, as far as the profiles of their people are in force.</summary>
    public async Task<IReadOnlyList<InterpreterTalk>> OfInterpreterAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var rows = await (
            from known in db.ScheduledTalks.OfInterpreter(user, db).InForce(db, today)
            join person in db.Participants on known.Registration.ParticipantId equals person.Id
            join jobEvent in db.JobEvents on known.Talk.JobEventId equals jobEvent.Id
            join employer in db.Organisations on known.Talk.EmployerId equals employer.Id
            where jobEvent.Date >= today.AddDays(-1) && jobEvent.State != JobEventState.Cancelled
            select new
            {
                known.Talk, Event = jobEvent, employer.Name, known.Named, known.Release.Chiffre, person.BadgeName, person.GivenName, person.NotPubliclyPresent,
                Zone = db.TalkVenues.Where(v => v.JobEventId == known.Talk.JobEventId && v.EmployerId == known.Talk.EmployerId).Select(v => v.Zone).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        var events = rows.Select(row => row.Event.Id).Distinct().ToList();
        var stands = (await db.Stands.AsNoTracking().Where(s => events.Contains(s.JobEventId)).ToListAsync(ct)).ToLookup(s => s.JobEventId);
        return
        [
            .. rows.GroupBy(row => (row.Talk.JobEventId, row.Talk.EmployerId, row.Talk.StartsAt, row.Talk.Table)).Select(table => (First: table.First(), table))
                .OrderBy(sitting => sitting.First.Event.Date).ThenBy(sitting => new EventClock(sitting.First.Event).Minute(sitting.First.Talk.StartsAt))
                .Select(sitting => new InterpreterTalk(
                    sitting.First.Event.Id, sitting.First.Event.Title, sitting.First.Event.Date, sitting.First.Talk.StartsAt, sitting.First.Talk.EndsAt, sitting.First.Name,
                    string.Join(", ", stands[sitting.First.Event.Id].Where(s => s.OrganisationId == sitting.First.Talk.EmployerId).Select(s => s.Number).Order(StringComparer.Ordinal)),
                    sitting.First.Zone ?? "", sitting.First.Talk.Table, sitting.First.Talk.Language,
                    [.. sitting.table.Select(row => KnownTalks.Called(row.Named, row.BadgeName, row.GivenName, row.NotPubliclyPresent, row.Chiffre)).Order(StringComparer.CurrentCulture)])),
        ];
    }

    private async Task<Result<IReadOnlyList<OwnTalk>>> OwnAsync(Func<IQueryable<Registration>, IQueryable<Registration>> which, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (
            from talk in db.ScheduledTalks.VisibleTo(user, db)
            join registration in which(db.Registrations.VisibleTo(user)) on talk.RegistrationId equals registration.Id
            join jobEvent in db.JobEvents on talk.JobEventId equals jobEvent.Id
            join employer in db.Organisations on talk.EmployerId equals employer.Id
            select new
            {
                Talk = talk, Event = jobEvent, employer.Name, registration.ParticipantId,
                Interpreter = db.Interpreters.Where(i => i.Id == talk.InterpreterId).Select(i => i.DisplayName).FirstOrDefault(),
                Zone = db.TalkVenues.Where(v => v.JobEventId == talk.JobEventId && v.EmployerId == talk.EmployerId).Select(v => v.Zone).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        var events = rows.Select(row => row.Event.Id).Distinct().ToList();
        var stands = (await db.Stands.AsNoTracking().Where(s => events.Contains(s.JobEventId)).ToListAsync(ct)).ToLookup(s => s.JobEventId);
        return rows.OrderBy(row => row.Event.Date).ThenBy(row => new EventClock(row.Event).Minute(row.Talk.StartsAt)).Select(row => new OwnTalk(
            row.Event.Id, row.Event.Title, row.Event.Date, row.Talk.RegistrationId, row.ParticipantId, row.Talk.StartsAt, row.Talk.EndsAt, row.Talk.EmployerId, row.Name,
            string.Join(", ", stands[row.Event.Id].Where(s => s.OrganisationId == row.Talk.EmployerId).Select(s => s.Number).Order(StringComparer.Ordinal)),
            row.Zone ?? "", row.Talk.Table, row.Talk.Language, row.Interpreter ?? "")).ToList();
    }
}
