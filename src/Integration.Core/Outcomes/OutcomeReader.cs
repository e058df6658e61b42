using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>A contact on a board.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Event">The event.</param>
/// <param name="EventTitle">Its title.</param>
/// <param name="EventDay">Its day.</param>
/// <param name="Employer">The company.</param>
/// <param name="EmployerName">Its name.</param>
/// <param name="Chiffre">Under which the company knows the person.</param>
/// <param name="Occupation">Occupation aimed at; empty for others than the owning organisation once the profile is locked.</param>
/// <param name="Person">The person, for the case managers who own the record; <see langword="null"/> for everybody else.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Contact">State of the contact, as the company sees it today.</param>
/// <param name="Live">The steps that hold, in their order.</param>
/// <param name="Reason">Why it was closed; empty otherwise.</param>
/// <param name="Due">What is to be asked; <see langword="null"/> for nothing.</param>
/// <param name="Next">What will be asked next; <see langword="null"/> for nothing.</param>
/// <param name="NextOn">On which day; of what is due the day on which it came.</param>
/// <param name="Named">Whether the company has the name; where it has not, it knows the Chiffre alone.</param>
public sealed record OutcomeCard(
    ContactId Id, JobEventId Event, string EventTitle, DateOnly EventDay, OrganisationId Employer, string EmployerName, string Chiffre, string Occupation, CardPerson? Person,
    OutcomeStage Stage, ContactState Contact, IReadOnlyList<OutcomeStep> Live, string Reason, FollowUpPoint? Due, FollowUpPoint? Next, DateOnly? NextOn, bool Named);

/// <summary>A person on a card.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Family name, given name.</param>
/// <param name="OwnerId">The case manager in charge.</param>
public sealed record CardPerson(ParticipantId Id, string Name, UserId? OwnerId);

/// <summary>Reads cards: a handful of statements, however many contacts.</summary>
internal sealed class OutcomeReader(AppDbContext db, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The cards of contacts, the urgent ones first.</summary>
    public async Task<List<OutcomeCard>> ReadAsync(IQueryable<Contact> which, CancellationToken ct)
    {
        var contacts = which.AsNoTracking().Said(db).RecordableBy(user, db);
        var released = db.Contacts.NameReleased(db, clock.Today());
        var rows = await (
            from contact in contacts
            join release in db.ProfileReleases on contact.ReleaseId equals release.Id
            join employer in db.Organisations on contact.EmployerId equals employer.Id
            join jobEvent in db.JobEvents on contact.JobEventId equals jobEvent.Id
            select new
            {
                Contact = contact, release.Chiffre, release.Content, release.LockedAt, Employer = employer.Name, jobEvent.Title, jobEvent.Date,
                Named = released.Any(known => known.Id == contact.Id),
            }).ToListAsync(ct);
        var people = await db.Participants.AsNoTracking().VisibleTo(user).Where(p => contacts.Any(c => c.ParticipantId == p.Id))
            .Select(p => new { p.Id, p.FamilyName, p.GivenName, p.OwnerId }).ToDictionaryAsync(p => p.Id, ct);
        var history = await HistoryAsync(contacts, ct);
        var today = clock.Today();
        var cards = rows.ConvertAll(row =>
        {
            var (contact, stage) = (row.Contact, history.StageOf(row.Contact));
            var due = history.Due(contact, row.Date, clock);
            var next = FollowUpClock.Next(row.Date, stage, today);
            var card = people.TryGetValue(contact.ParticipantId, out var person)
                ? new CardPerson(person.Id, person.GivenName.Length == 0 ? person.FamilyName : person.FamilyName + ", " + person.GivenName, person.OwnerId) : null;
            return new OutcomeCard(
                contact.Id, contact.JobEventId, row.Title, row.Date, contact.EmployerId, row.Employer, row.Chiffre,
                // What the person took back is their own organisation's alone from then on.
                card is null && row.LockedAt is not null ? "" : row.Content.Occupation, card,
                stage, ReleasedNames.StateOf(contact.State, row.Named), history.LiveOf(contact), history.OutcomeOf(contact)?.Reason ?? "", due, next,
                (due ?? next) is { } point ? FollowUpClock.DueOn(point, row.Date) : null, row.Named);
        });
        return [.. cards.OrderBy(card => card.Due is null).ThenBy(card => card.NextOn ?? DateOnly.MaxValue).ThenBy(card => card.EmployerName, StringComparer.CurrentCulture).ThenBy(card => card.Chiffre, StringComparer.Ordinal)];
    }

    /// <summary>Of how many contacts something is to be asked today.</summary>
    public async Task<int> CountDueAsync(IQueryable<Contact> which, CancellationToken ct)
    {
        var contacts = which.AsNoTracking().Said(db).RecordableBy(user, db);
        var rows = await contacts.Join(db.JobEvents, contact => contact.JobEventId, e => e.Id, (contact, e) => new { Contact = contact, e.Date }).ToListAsync(ct);
        var history = await HistoryAsync(contacts, ct);
        return rows.Count(row => history.Due(row.Contact, row.Date, clock) is not null);
    }

    private async Task<History> HistoryAsync(IQueryable<Contact> contacts, CancellationToken ct)
    {
        var outcomes = await db.Outcomes.AsNoTracking().Where(o => contacts.Any(c => c.Id == o.ContactId)).ToDictionaryAsync(o => o.ContactId, ct);
        var steps = (await db.OutcomeSteps.AsNoTracking().Where(s => contacts.Any(c => c.Id == s.ContactId)).ToListAsync(ct)).ToLookup(s => s.ContactId);
        var calls = (await db.EmployerCalls.AsNoTracking().VisibleTo(user).Where(c => c.Reached && c.TakenBackAt == null && contacts.Any(known => known.JobEventId == c.JobEventId))
            .Select(c => new { c.JobEventId, c.EmployerId, c.At }).ToListAsync(ct)).ToLookup(c => (c.JobEventId, c.EmployerId), c => c.At);
        return new History(outcomes, steps.ToDictionary(group => group.Key, group => OutcomeStep.Live(group)), calls);
    }

    private sealed record History(
        Dictionary<ContactId, Outcome> Outcomes, Dictionary<ContactId, IReadOnlyList<OutcomeStep>> Steps, ILookup<(JobEventId, OrganisationId), DateTime> Calls)
    {
        public IReadOnlyList<OutcomeStep> LiveOf(Contact contact) => Steps.GetValueOrDefault(contact.Id, []);

        public Outcome? OutcomeOf(Contact contact) => Outcomes.GetValueOrDefault(contact.Id);

        public OutcomeStage StageOf(Contact contact) => Outcome.StageOf(contact, OutcomeOf(contact));

        public FollowUpPoint? Due(Contact contact, DateOnly eventDay, TimeProvider clock)
        {
            DateTime[] recorded = [.. LiveOf(contact).Select(step => step.RecordedAt), .. Calls[(contact.JobEventId, contact.EmployerId)]];
            return FollowUpClock.Due(eventDay, StageOf(contact), recorded.Length == 0 ? null : clock.DayOf(recorded.Max()), clock.Today());
        }
    }
}
