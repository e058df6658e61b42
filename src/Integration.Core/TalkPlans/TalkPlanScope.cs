using Integration.Access;
using Integration.Data;
using Integration.Interpreters;

namespace Integration.TalkPlans;

/// <summary>Which plans and talks a user can reach.</summary>
public static class TalkPlanScope
{
    /// <summary>Plans, drafts among them: those who lead the event alone.</summary>
    public static IQueryable<TalkSchedule> VisibleTo(this IQueryable<TalkSchedule> schedules, ICurrentUser user, AppDbContext db)
    {
        var mayEdit = user.Has(Permission.EditEvents);
        var organisation = user.OrganisationId;
        return schedules.Where(schedule => mayEdit && db.JobEvents.Any(e => e.Id == schedule.JobEventId && e.OrganisationId == organisation));
    }

    /// <summary>Talks of the plans that are published.</summary>
    public static IQueryable<ScheduledTalk> Published(this IQueryable<ScheduledTalk> talks, AppDbContext db) =>
        talks.Where(talk => db.TalkSchedules.Any(schedule => schedule.Id == talk.ScheduleId && schedule.PublishedFor != null));

    /// <summary>Published talks of the own organisation's people, for their case managers.</summary>
    public static IQueryable<ScheduledTalk> VisibleTo(this IQueryable<ScheduledTalk> talks, ICurrentUser user, AppDbContext db)
    {
        var mayView = user.Has(Permission.ViewParticipants);
        var organisation = user.OrganisationId;
        return talks.Published(db).Where(talk => mayView && db.Registrations.Any(r => r.Id == talk.RegistrationId && r.OrganisationId == organisation));
    }

    /// <summary>Published talks at the tables of the company for which the user acts, without their person. To be joined with the releases that the company
    /// may see today: a talk without one is not shown.</summary>
    public static IQueryable<ScheduledTalk> OfEmployer(this IQueryable<ScheduledTalk> talks, ICurrentUser user, AppDbContext db)
    {
        var mayBrowse = user.Has(Permission.BrowseAtStand);
        var employer = user.OrganisationId;
        return talks.Published(db).Where(talk => mayBrowse && talk.EmployerId == employer);
    }

    /// <summary>Published talks that the user interprets.</summary>
    public static IQueryable<ScheduledTalk> OfInterpreter(this IQueryable<ScheduledTalk> talks, ICurrentUser user, AppDbContext db)
    {
        var self = user.Id;
        var own = db.InterpreterAssignments.OfInterpreter(user, db);
        return talks.Published(db).Where(talk => db.Interpreters.Any(i => i.Id == talk.InterpreterId && i.UserId == self)
            && own.Any(a => a.JobEventId == talk.JobEventId && (a.State == AssignmentState.Confirmed || a.State == AssignmentState.Done)));
    }
}
