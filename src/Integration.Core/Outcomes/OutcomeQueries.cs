using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>The board of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Cards">The contacts that the reader may record about.</param>
/// <param name="Numbers">What came of the event in numbers; <see langword="null"/> for readers whose organisation has no part in it.</param>
public sealed record OutcomeBoard(JobEvent Event, IReadOnlyList<OutcomeCard> Cards, OutcomeNumbers? Numbers);

/// <summary>A task of a case manager, as the list shows it.</summary>
public sealed record CaseTaskRow(CaseTask Task, string Chiffre, string Employer, CardPerson? Person);

/// <summary>Reads what came of contacts.</summary>
public sealed class OutcomeQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The board of an event: rows for those who record, numbers for those whose organisation has part in it.</summary>
    /// <returns>The board; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<OutcomeBoard>> OfEventAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewOutcomes))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var cards = await new OutcomeReader(db, user, clock).ReadAsync(db.Contacts.Where(contact => contact.JobEventId == id), ct);
        var rules = new StepRules(await codes.GetAsync(ct), clock.Today());
        return new OutcomeBoard(jobEvent, cards, jobEvent.HasPart(user) ? await OutcomeNumbers.ReadAsync(db, id, rules, clock.Today(), ct) : null);
    }

    /// <summary>The contacts of the own people, or for the employer service those of the own organisation's events, of the last months.</summary>
    /// <param name="mine">Of one's own organisation's people only those whom the reader or nobody is in charge of.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<OutcomeCard>>> OwnAsync(bool mine, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await new OutcomeReader(db, user, clock).ReadAsync(db.Contacts.OnBoardOf(user, db, mine, clock.Today()), ct);
    }

    /// <summary>What the own organisation's case managers have to do: open tasks, the earliest first, and what was done in the last week.</summary>
    public async Task<IReadOnlyList<CaseTaskRow>> TasksAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lately = clock.GetUtcNow().UtcDateTime.AddDays(-7);
        var rows = await (
            from task in db.CaseTasks.AsNoTracking().VisibleTo(user).Where(t => t.DoneAt == null || t.DoneAt > lately)
            join contact in db.Contacts on task.ContactId equals contact.Id
            join release in db.ProfileReleases on contact.ReleaseId equals release.Id
            join employer in db.Organisations on contact.EmployerId equals employer.Id
            join person in db.Participants.VisibleTo(user) on contact.ParticipantId equals person.Id
            select new { Task = task, release.Chiffre, Employer = employer.Name, person.Id, person.FamilyName, person.GivenName, person.OwnerId }).ToListAsync(ct);
        return [.. rows.OrderBy(row => row.Task.DoneAt is not null).ThenBy(row => row.Task.DueOn)
            .Select(row => new CaseTaskRow(row.Task, row.Chiffre, row.Employer, new CardPerson(row.Id, row.GivenName.Length == 0 ? row.FamilyName : row.FamilyName + ", " + row.GivenName, row.OwnerId)))];
    }
}
