using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>A contact as the case manager sees it.</summary>
/// <param name="Id">The contact.</param>
/// <param name="JobEventId">The event.</param>
/// <param name="EventTitle">Its title.</param>
/// <param name="EventDate">Its day.</param>
/// <param name="EmployerId">The company.</param>
/// <param name="Employer">Its name.</param>
/// <param name="TemporaryWork">Whether it is a temporary-work agency, which is always said.</param>
/// <param name="Chiffre">Under which the company knows the person.</param>
/// <param name="ParticipantId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Phone">Their telephone number.</param>
/// <param name="FirstLanguage">Their first language, code of the list Languages.</param>
/// <param name="Mine">Whether the reader has the person in charge, or nobody has.</param>
/// <param name="State">What became of it.</param>
/// <param name="EmployerInterestAt">Since when the company wants a talk.</param>
/// <param name="PersonInterestAt">Since when the person does.</param>
/// <param name="TalkedAt">When they talked.</param>
/// <param name="RequestedAt">Since when the company asks.</param>
/// <param name="AskedAt">When the person was asked.</param>
/// <param name="DecidedAt">When it was answered.</param>
/// <param name="HasConsent">Whether a consent is there on which a release could rest.</param>
/// <param name="Open">Whether the company could be shown an answer: profile in force, access open.</param>
public sealed record ContactDeskRow(
    ContactId Id, JobEventId JobEventId, string EventTitle, DateOnly EventDate, OrganisationId EmployerId, string Employer, bool TemporaryWork, string Chiffre,
    ParticipantId ParticipantId, string Name, string Phone, string FirstLanguage, bool Mine, ContactState State, DateTime? EmployerInterestAt, DateTime? PersonInterestAt,
    DateTime? TalkedAt, DateTime? RequestedAt, DateTime? AskedAt, DateTime? DecidedAt, bool HasConsent, bool Open);

/// <summary>A company at an event with which a person can want to talk.</summary>
public sealed record TalkChoice(JobEventId JobEventId, string EventTitle, OrganisationId EmployerId, string Employer);

/// <summary>What companies want of the own organisation's people.</summary>
public sealed class ContactDeskQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Requests, those that wait first and the longest waiting first; then interest, then what was answered, the latest first.</summary>
    /// <param name="mine">Only those of people whom the reader or nobody has in charge.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<ContactDeskRow>>> ListAsync(bool mine, CancellationToken ct) => await ReadAsync(
        (contacts, db) => mine ? contacts.InChargeOf(user, db) : contacts, ct);

    /// <summary>One person's contacts.</summary>
    /// <returns>Nothing for a person of another organisation.</returns>
    public async Task<Result<IReadOnlyList<ContactDeskRow>>> OfPersonAsync(ParticipantId person, CancellationToken ct) => await ReadAsync(
        (contacts, _) => contacts.Where(contact => contact.ParticipantId == person), ct);

    /// <summary>The companies with which a person can want to talk and of which that is not noted yet: those that somebody vouches for, at events for which
    /// the person's profile is released.</summary>
    public async Task<Result<IReadOnlyList<TalkChoice>>> ChoicesAsync(ParticipantId person, CancellationToken ct)
    {
        if (!user.Has(Permission.AnswerContacts))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var earliest = today.AddDays(-AdmissionScope.DaysAfter);
        return await (
            from release in db.ProfileReleases.VisibleTo(user).InForce(db.Consents, today)
            join jobEvent in db.JobEvents on release.JobEventId equals jobEvent.Id
            join expected in db.Set<ExpectedEmployer>() on jobEvent.Id equals expected.JobEventId
            join employer in db.Organisations on expected.OrganisationId equals employer.Id
            where release.ParticipantId == person && jobEvent.State != JobEventState.Cancelled && jobEvent.Date >= earliest && expected.VouchedAt != null
                && !db.Contacts.Any(known => known.ReleaseId == release.Id && known.EmployerId == employer.Id && known.PersonInterestAt != null)
            orderby jobEvent.Date, employer.Name
            select new TalkChoice(jobEvent.Id, jobEvent.Title, employer.Id, employer.Name)).ToListAsync(ct);
    }

    private async Task<Result<IReadOnlyList<ContactDeskRow>>> ReadAsync(Func<IQueryable<Contact>, AppDbContext, IQueryable<Contact>> which, CancellationToken ct)
    {
        if (!user.Has(Permission.AnswerContacts))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var (today, self) = (clock.Today(), user.Id);
        var released = db.Contacts.NameReleased(db, today);
        var current = db.Contacts.WithProfile(db.ProfileReleases.InForce(db.Consents, today));
        var (open, usable) = (db.OpenAdmissions(today), db.Consents.Usable(db, today));
        var rows = await (
            from contact in which(db.Contacts.AsNoTracking().VisibleTo(user), db)
            join release in db.ProfileReleases on contact.ReleaseId equals release.Id
            join person in db.Participants.VisibleTo(user) on contact.ParticipantId equals person.Id
            join jobEvent in db.JobEvents on contact.JobEventId equals jobEvent.Id
            join employer in db.Organisations on contact.EmployerId equals employer.Id
            where contact.EmployerInterestAt != null || contact.PersonInterestAt != null || contact.TalkedAt != null || contact.State != ContactState.Interest
            select new
            {
                Contact = contact,
                release.Chiffre,
                jobEvent.Title,
                jobEvent.Date,
                Employer = employer.Name,
                TemporaryWork = employer.Kind == OrganisationKind.TemporaryWorkAgency,
                person.GivenName,
                person.FamilyName,
                person.Phone,
                person.FirstLanguage,
                Mine = person.OwnerId == null || person.OwnerId == self,
                Named = released.Any(known => known.Id == contact.Id),
                Given = usable.Where(consent => consent.ParticipantId == contact.ParticipantId && consent.RecipientId == contact.EmployerId && consent.JobEventId == contact.JobEventId)
                    .Max(consent => (DateOnly?)consent.GivenOn),
                No = db.Contacts.Where(no => no.ParticipantId == contact.ParticipantId && no.EmployerId == contact.EmployerId && no.JobEventId == contact.JobEventId
                    && no.State != ContactState.Released).Max(no => no.DecidedAt),
                Open = current.Any(known => known.Id == contact.Id)
                    && open.Any(admitted => admitted.JobEventId == contact.JobEventId && admitted.OrganisationId == contact.EmployerId),
            }).ToListAsync(ct);
        return rows.Select(row => new ContactDeskRow(
            row.Contact.Id, row.Contact.JobEventId, row.Title, row.Date, row.Contact.EmployerId, row.Employer, row.TemporaryWork, row.Chiffre, row.Contact.ParticipantId,
            $"{row.GivenName} {row.FamilyName}".Trim(), row.Phone, row.FirstLanguage, row.Mine, ReleasedNames.StateOf(row.Contact.State, row.Named),
            row.Contact.EmployerInterestAt, row.Contact.PersonInterestAt, row.Contact.TalkedAt, row.Contact.RequestedAt, row.Contact.AskedAt, row.Contact.DecidedAt,
            row.Given is { } given && (row.No is not { } no || given >= clock.DayOf(no)), row.Open))
            .OrderBy(Rank).ThenBy(row => row.State.Waits() ? row.RequestedAt : null)
            .ThenByDescending(row => row.DecidedAt ?? row.EmployerInterestAt ?? row.PersonInterestAt).ToList();
    }

    private static int Rank(ContactDeskRow row) => row.State.Waits() ? row.Open ? 0 : 3 : row.State == ContactState.Interest ? 1 : 2;
}
