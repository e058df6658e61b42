using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>The employer service's telephone list after an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="CallFrom">From when on is called: T+3 working days.</param>
/// <param name="Lines">A line for each company, first those with something open.</param>
/// <param name="Results">The steps offered as the result of a call.</param>
public sealed record CallList(JobEvent Event, DateOnly CallFrom, IReadOnlyList<CallLine> Lines, StepRules Results);

/// <summary>A company to call.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="Team">Team of its own address; empty when nobody said.</param>
/// <param name="Phone">Its telephone number; empty when nobody said.</param>
/// <param name="People">Whom to call there, the most important first; none while the employer service knows nobody.</param>
/// <param name="Cards">What there is to ask about.</param>
/// <param name="LastCall">The last call that holds; <see langword="null"/> for none.</param>
public sealed record CallLine(OrganisationId Id, string Name, string Team, string Phone, IReadOnlyList<ContactPerson> People, IReadOnlyList<OutcomeCard> Cards, EmployerCall? LastCall)
{
    /// <summary>How many contacts have a question open.</summary>
    public int Open => Cards.Count(card => card.Due is not null);
}

/// <summary>Reads telephone lists.</summary>
public sealed class CallListQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The list of an event. The employer service sees every company that has contacts; a case manager those of the own people.</summary>
    /// <returns>The list; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<CallList>> OfEventAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var cards = await new OutcomeReader(db, user, clock).ReadAsync(db.Contacts.Where(contact => contact.JobEventId == id), ct);
        var ids = cards.Select(card => card.Employer).Distinct().ToList();
        var employers = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.ContactTeam, o.ContactPhone }).ToListAsync(ct);
        var shown = db.Organisations.EmployersShownTo(user);
        var people = await db.EmployerFiles.AsNoTracking().Where(file => ids.Contains(file.OrganisationId) && shown.Any(o => o.Id == file.OrganisationId))
            .Select(file => new { file.OrganisationId, file.Contacts }).ToDictionaryAsync(file => file.OrganisationId, file => file.Contacts, ct);
        var calls = (await db.EmployerCalls.AsNoTracking().VisibleTo(user).Where(c => c.JobEventId == id && c.TakenBackAt == null).ToListAsync(ct)).ToLookup(c => c.EmployerId);
        var lines = employers.Select(e => new CallLine(
            e.Id, e.Name, e.ContactTeam, e.ContactPhone, people.GetValueOrDefault(e.Id, []), [.. cards.Where(card => card.Employer == e.Id)], calls[e.Id].MaxBy(call => call.At)));
        return new CallList(
            jobEvent, FollowUpClock.DueOn(FollowUpPoint.FirstCall, jobEvent.Date),
            [.. lines.OrderBy(line => line.Open == 0).ThenBy(line => line.LastCall?.At ?? DateTime.MinValue).ThenBy(line => line.Name, StringComparer.CurrentCulture)],
            new StepRules(await codes.GetAsync(ct), clock.Today()));
    }
}
