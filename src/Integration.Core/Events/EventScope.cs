using Integration.Access;
using Integration.Common;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Which events and registrations a user can reach.</summary>
public static class EventScope
{
    /// <summary>Events carry no personal data: everyone whose role works with events sees all of the region,
    /// but ideas only the leading organisation.</summary>
    public static IQueryable<JobEvent> VisibleTo(this IQueryable<JobEvent> events, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewEvents);
        var organisation = user.OrganisationId;
        return events.Where(e => mayView && (e.State != JobEventState.Idea || e.OrganisationId == organisation));
    }

    /// <summary>Events that the user's organisation leads: only these can be changed.</summary>
    public static IQueryable<JobEvent> EditableBy(this IQueryable<JobEvent> events, ICurrentUser user)
    {
        var mayEdit = user.Has(Permission.EditEvents);
        var organisation = user.OrganisationId;
        return events.Where(e => mayEdit && e.OrganisationId == organisation);
    }

    /// <summary>Registrations with their person: the owning organisation's case managers alone. Organisers get counts, never rows.</summary>
    public static IQueryable<Registration> VisibleTo(this IQueryable<Registration> registrations, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewParticipants);
        var organisation = user.OrganisationId;
        return registrations.Where(r => mayView && r.OrganisationId == organisation);
    }

    /// <summary>Whether the user's organisation leads or hosts an event, whose hosts are loaded.</summary>
    public static bool HasPart(this JobEvent jobEvent, ICurrentUser user) =>
        jobEvent.OrganisationId == user.OrganisationId || jobEvent.Hosts.Exists(host => host.OrganisationId == user.OrganisationId);

    /// <summary>Why the user's organisation cannot register people for an event.</summary>
    /// <returns><c>NotFound</c>, <see cref="EventErrors.Over"/> or <see cref="EventErrors.NotTakingPart"/>; <see langword="null"/> when it can.</returns>
    public static async Task<Error?> WhyNobodyCanBeRegisteredAsync(this IQueryable<JobEvent> events, JobEventId id, ICurrentUser user, CancellationToken ct)
    {
        var jobEvent = await events.VisibleTo(user).AsNoTracking().Include(e => e.Hosts).SingleOrDefaultAsync(e => e.Id == id, ct);
        return jobEvent is null ? Errors.NotFound
            : jobEvent.State is JobEventState.Closed or JobEventState.Cancelled ? EventErrors.Over
            : !jobEvent.HasPart(user) ? EventErrors.NotTakingPart
            : null;
    }
}
