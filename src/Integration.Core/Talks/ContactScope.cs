using Integration.Access;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;

namespace Integration.Talks;

/// <summary>Which contacts a user can reach, and which of them may carry a name.</summary>
public static class ContactScope
{
    /// <summary>Contacts with their person: the owning organisation's case managers alone.</summary>
    public static IQueryable<Contact> VisibleTo(this IQueryable<Contact> contacts, ICurrentUser user)
    {
        var mayAnswer = user.Has(Permission.AnswerContacts);
        var organisation = user.OrganisationId;
        return contacts.Where(contact => mayAnswer && contact.OrganisationId == organisation);
    }

    /// <summary>A company's own contacts, without their person, with profiles that it may see today: in force, and its access open.</summary>
    public static IQueryable<Contact> OfEmployer(this IQueryable<Contact> contacts, ICurrentUser user, AppDbContext db, DateOnly today)
    {
        var mayAsk = user.Has(Permission.AskForContact);
        var employer = user.OrganisationId;
        var shown = db.ProfileReleases.ShownToEmployer(user, db, today);
        return contacts.Where(contact => mayAsk && contact.EmployerId == employer).WithProfile(shown);
    }

    /// <summary>Contacts whose profile is among <paramref name="holding"/>: under its very release or, once the company has asked, under a later one of the
    /// same person for the same event. A text that is corrected and released anew takes no open request and no released name from a company; a profile that
    /// is locked and not released again takes all of them.</summary>
    public static IQueryable<Contact> WithProfile(this IQueryable<Contact> contacts, IQueryable<ProfileRelease> holding) =>
        contacts.Where(contact => holding.Any(release => release.JobEventId == contact.JobEventId && release.ParticipantId == contact.ParticipantId
            && (release.Id == contact.ReleaseId || contact.State != ContactState.Interest)));

    /// <summary>Contacts, without their person, for the employer service: those at events in which its organisation takes part, with releases in force.</summary>
    public static IQueryable<Contact> ForService(this IQueryable<Contact> contacts, ICurrentUser user, AppDbContext db, DateOnly today)
    {
        var actsForEmployers = user.Has(Permission.AskForContact) && user.Roles.Contains(Role.EmployerService);
        var organisation = user.OrganisationId;
        var inForce = db.ProfileReleases.InForce(db.Consents, today);
        return contacts.Where(contact => actsForEmployers
            && db.JobEvents.Any(e => e.Id == contact.JobEventId && (e.OrganisationId == organisation || e.Hosts.Any(host => host.OrganisationId == organisation))))
            .WithProfile(inForce);
    }

    /// <summary>Contacts in whose company's place the employer service may read a name: while the company's own access is open, and no longer. A user whose
    /// own rights reach the person keeps them.</summary>
    public static IQueryable<Contact> WhileCompanyMayRead(this IQueryable<Contact> contacts, ICurrentUser user, AppDbContext db, DateOnly today)
    {
        var own = db.Contacts.VisibleTo(user);
        var open = db.OpenAdmissions(today);
        return contacts.Where(contact => open.Any(admitted => admitted.JobEventId == contact.JobEventId && admitted.OrganisationId == contact.EmployerId)
            || own.Any(known => known.Id == contact.Id));
    }

    /// <summary>Requests that wait for an answer: somebody can still be told one.</summary>
    public static IQueryable<Contact> Waiting(this IQueryable<Contact> contacts, AppDbContext db, DateOnly today)
    {
        var inForce = db.ProfileReleases.InForce(db.Consents, today);
        var open = db.OpenAdmissions(today);
        return contacts.WithProfile(inForce).Where(contact => (contact.State == ContactState.Requested || contact.State == ContactState.Asked)
            && open.Any(admitted => admitted.JobEventId == contact.JobEventId && admitted.OrganisationId == contact.EmployerId));
    }

    /// <summary>Contacts of people whom the user has in charge, and of those whom nobody has.</summary>
    public static IQueryable<Contact> InChargeOf(this IQueryable<Contact> contacts, ICurrentUser user, AppDbContext db)
    {
        var self = user.Id;
        return contacts.Where(contact => db.Participants.Any(person => person.Id == contact.ParticipantId && (person.OwnerId == null || person.OwnerId == self)));
    }

    /// <summary>Contacts whose name this one company may have on <paramref name="today"/>: released, and resting on the consent of this person, for this
    /// company, at this event, which is neither withdrawn nor over. Every way of a name to a company starts here.</summary>
    public static IQueryable<Contact> NameReleased(this IQueryable<Contact> contacts, AppDbContext db, DateOnly today) =>
        contacts.Where(contact => contact.State == ContactState.Released
            && db.Consents.Any(consent => consent.Id == contact.ConsentId
                && consent.Purpose == ConsentPurpose.NameToEmployer
                && consent.ParticipantId == contact.ParticipantId
                && consent.RecipientId == contact.EmployerId
                && consent.JobEventId == contact.JobEventId
                && consent.WithdrawnAt == null
                && consent.ValidUntil >= today));

    /// <summary>Consents on which the release of a contact's name could rest. After a no to this company only one that was recorded since counts: an older
    /// yes does not undo it, nor does asking again under the Chiffre of a later release.</summary>
    public static IQueryable<Consent> For(this IQueryable<Consent> consents, Contact contact, AppDbContext db, DateOnly today)
    {
        var (person, employer, jobEvent) = (contact.ParticipantId, contact.EmployerId, contact.JobEventId);
        return consents.Usable(db, today).Where(consent => consent.ParticipantId == person && consent.RecipientId == employer && consent.JobEventId == jobEvent);
    }

    /// <summary>Contacts in which a contact's person said no to its company. A consent that was signed on an earlier day is the older word, however late it is
    /// recorded.</summary>
    public static IQueryable<Contact> NoesBeside(this AppDbContext db, Contact contact)
    {
        var (person, employer, jobEvent) = (contact.ParticipantId, contact.EmployerId, contact.JobEventId);
        return db.Contacts.Where(no => no.ParticipantId == person && no.EmployerId == employer && no.JobEventId == jobEvent && no.State != ContactState.Released && no.DecidedAt != null);
    }

    /// <summary>Consents to give a company the name which are in force and were recorded after the last no to it. A paper that was signed
    /// before a no and recorded after it is left out by whoever knows the district's days.</summary>
    public static IQueryable<Consent> Usable(this IQueryable<Consent> consents, AppDbContext db, DateOnly today) =>
        consents.Where(consent => consent.Purpose == ConsentPurpose.NameToEmployer
            && consent.WithdrawnAt == null
            && consent.ValidUntil >= today
            && !db.Contacts.Any(no => no.ParticipantId == consent.ParticipantId && no.EmployerId == consent.RecipientId && no.JobEventId == consent.JobEventId
                && no.State != ContactState.Released && no.DecidedAt > consent.RecordedAt));
}
