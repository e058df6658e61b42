using Integration.Calendars;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Messaging;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>Writes mails about one event to people of one organisation: words, link to the ticket, calendar file.</summary>
internal sealed class PersonWriter
{
    private readonly AppDbContext _db;
    private readonly TimeProvider _clock;
    private readonly CalendarEntries _entries;
    private readonly JobEvent _event;
    private readonly Organisation _organiser;

    private readonly ILookup<RegistrationId, CalendarTalk> _talks;

    private PersonWriter(
        AppDbContext db, TimeProvider clock, CalendarEntries entries, JobEvent jobEvent, Organisation organiser, InvitationFacts facts, ILookup<RegistrationId, CalendarTalk> talks) =>
        (_db, _clock, _entries, _event, _organiser, Facts, _talks) = (db, clock, entries, jobEvent, organiser, facts, talks);

    public InvitationFacts Facts { get; }

    /// <summary>Reads what all mails have in common.</summary>
    public static async Task<PersonWriter> ReadAsync(AppDbContext db, TimeProvider clock, PortalAddress address, JobEventId id, OrganisationId organisation, CancellationToken ct)
    {
        var jobEvent = await db.JobEvents.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        var organiser = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == jobEvent.OrganisationId, ct);
        var facts = await InvitationReader.FactsAsync(db, jobEvent, organisation, ticket => new Uri(address.Of("/t/" + ticket)), clock.Today(), ct);
        return new PersonWriter(db, clock, address.Entries(clock), jobEvent, organiser, facts, await db.TalksOfAsync(jobEvent, null, clock.Today(), ct));
    }

    /// <summary>The planned talks of a registration that hold today.</summary>
    public IReadOnlyList<CalendarTalk> TalksOf(RegistrationId registration) => [.. _talks[registration]];

    /// <summary>Writes one.</summary>
    public void Write(InvitedPerson person, string subject, IReadOnlyList<string> opening, IReadOnlyList<string> closing)
    {
        var talks = TalksOf(person.Registration.Id);
        var calendar = EventCalendar.Write(_entries.Of(person.Registration, _event, _organiser, person.Line, person.Stop, talks), _clock.GetUtcNow().UtcDateTime);
        _db.SendTo(
            _clock, person.Registration.Id, person.Person.Email, PersonMail.Subject(subject, Facts, person.Language),
            PersonMail.Body(Facts, person.Letter(), talks, opening, closing), calendar);
    }
}
