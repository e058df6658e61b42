using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Talks;

namespace Integration.Outcomes;

/// <summary>Of which contacts a user may record and read what came of them.</summary>
public static class OutcomeScope
{
    /// <summary>A case manager: those of the own organisation's people. The employer service: those of every event in which its organisation takes part,
    /// without the person. Nobody else has rows; organisers get numbers, employers nothing.</summary>
    public static IQueryable<Contact> RecordableBy(this IQueryable<Contact> contacts, ICurrentUser user, AppDbContext db)
    {
        var mayRecord = user.Has(Permission.RecordOutcomes);
        var managesCases = mayRecord && user.Has(Permission.ViewParticipants);
        var actsForEmployers = mayRecord && user.Roles.Contains(Role.EmployerService);
        var organisation = user.OrganisationId;
        return contacts.Where(contact => (managesCases && contact.OrganisationId == organisation)
            || (actsForEmployers && db.JobEvents.Any(e => e.Id == contact.JobEventId
                && (e.OrganisationId == organisation || e.Hosts.Any(host => host.OrganisationId == organisation)))));
    }

    /// <summary>Contacts in which anybody has said anything: an interest that was taken back again is none.</summary>
    public static IQueryable<Contact> Said(this IQueryable<Contact> contacts, AppDbContext db) => contacts.Where(contact =>
        contact.EmployerInterestAt != null || contact.PersonInterestAt != null || contact.TalkedAt != null || contact.State != ContactState.Interest
        || db.OutcomeSteps.Any(step => step.ContactId == contact.Id));

    /// <summary>How long after its event a contact is on the own board, in days: until the question whether it lasts has been answered.</summary>
    public const int DaysOnBoard = 240;

    /// <summary>Contacts on a user's own board.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="user">Whose board.</param>
    /// <param name="db">The context.</param>
    /// <param name="mine">For case managers: only people whom the user or nobody is in charge of.</param>
    /// <param name="today">The day.</param>
    public static IQueryable<Contact> OnBoardOf(this IQueryable<Contact> contacts, ICurrentUser user, AppDbContext db, bool mine, DateOnly today)
    {
        var since = today.AddDays(-DaysOnBoard);
        var recent = contacts.RecordableBy(user, db).Where(contact => db.JobEvents.Any(e => e.Id == contact.JobEventId && e.Date >= since && e.State != JobEventState.Cancelled));
        if (!mine || !user.Has(Permission.ViewParticipants))
        {
            return recent;
        }

        var inCharge = db.Contacts.InChargeOf(user, db);
        var (organisation, actsForEmployers) = (user.OrganisationId, user.Roles.Contains(Role.EmployerService));
        return recent.Where(contact => (actsForEmployers && contact.OrganisationId != organisation) || inCharge.Any(known => known.Id == contact.Id));
    }

    /// <summary>Of how many contacts on a user's own board something is to be asked today: what the board shows as due.</summary>
    public static Task<int> CountDueAsync(this AppDbContext db, ICurrentUser user, TimeProvider clock, CancellationToken ct) =>
        new OutcomeReader(db, user, clock).CountDueAsync(db.Contacts.OnBoardOf(user, db, mine: true, clock.Today()), ct);

    /// <summary>Tasks of the own organisation's case managers.</summary>
    public static IQueryable<CaseTask> VisibleTo(this IQueryable<CaseTask> tasks, ICurrentUser user)
    {
        var managesCases = user.Has(Permission.RecordOutcomes) && user.Has(Permission.ViewParticipants);
        var organisation = user.OrganisationId;
        return tasks.Where(task => managesCases && task.OrganisationId == organisation);
    }

    /// <summary>Calls of the own organisation.</summary>
    public static IQueryable<EmployerCall> VisibleTo(this IQueryable<EmployerCall> calls, ICurrentUser user)
    {
        var mayRecord = user.Has(Permission.RecordOutcomes);
        var organisation = user.OrganisationId;
        return calls.Where(call => mayRecord && call.OrganisationId == organisation);
    }
}
