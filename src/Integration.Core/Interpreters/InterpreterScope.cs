using Integration.Access;
using Integration.Data;
using Integration.Events;

namespace Integration.Interpreters;

/// <summary>Which interpreters and assignments a user can reach.</summary>
public static class InterpreterScope
{
    /// <summary>The own organisation's pool, for whoever manages it.</summary>
    public static IQueryable<Interpreter> VisibleTo(this IQueryable<Interpreter> interpreters, ICurrentUser user)
    {
        var mayManage = user.Has(Permission.ManageInterpreters);
        var own = user.OrganisationId;
        return interpreters.Where(i => mayManage && i.OrganisationId == own);
    }

    /// <summary>Assignments of the events that the own organisation leads, for whoever manages them.</summary>
    public static IQueryable<InterpreterAssignment> VisibleTo(this IQueryable<InterpreterAssignment> assignments, ICurrentUser user)
    {
        var mayManage = user.Has(Permission.ManageInterpreters);
        var own = user.OrganisationId;
        return assignments.Where(a => mayManage && a.OrganisationId == own);
    }

    /// <summary>The user's own assignments as an interpreter (R7), once they have been asked.</summary>
    public static IQueryable<InterpreterAssignment> OfInterpreter(this IQueryable<InterpreterAssignment> assignments, ICurrentUser user, AppDbContext db)
    {
        var self = user.Id;
        return assignments.Where(a => a.State != AssignmentState.Proposed && db.Interpreters.Any(i => i.Id == a.InterpreterId && i.UserId == self));
    }

    /// <summary>Events for which a user can ask for interpreters: those that the own organisation leads.</summary>
    public static IQueryable<JobEvent> StaffedBy(this IQueryable<JobEvent> events, ICurrentUser user)
    {
        var mayManage = user.Has(Permission.ManageInterpreters);
        var own = user.OrganisationId;
        return events.Where(e => mayManage && e.OrganisationId == own);
    }
}
