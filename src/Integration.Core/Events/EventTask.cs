using Integration.Access;
using Integration.Common;
using Integration.Data;

namespace Integration.Events;

/// <summary>A dated task of an event's preparation.</summary>
public class EventTask : IVersioned
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleMaxLength = 200;

    /// <summary>How many days ahead a task is said to be due soon.</summary>
    public const int SoonDays = 7;

    /// <summary>The id.</summary>
    public EventTaskId Id { get; set; } = EventTaskId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; set; } = "";

    /// <summary>The day by which it is to be done.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Whether somebody set the day; it then stays when the event moves.</summary>
    public bool SetByHand { get; set; }

    /// <summary>Who does it: an organisation…</summary>
    public OrganisationId? OwnerOrganisationId { get; set; }

    /// <summary>…or a colleague of the leading one; at most one of the two.</summary>
    public UserId? OwnerUserId { get; set; }

    /// <summary>Which line of the preparation plan it came from; <see langword="null"/> for one made by hand.</summary>
    public string? SourceKey { get; set; }

    /// <summary>When it was done; <see langword="null"/> while open.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>Who did it.</summary>
    public UserId? DoneBy { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>Which tasks a user can reach.</summary>
public static class EventTaskScope
{
    /// <summary>Tasks of events that the user's organisation leads or hosts, for whoever prepares events.</summary>
    public static IQueryable<EventTask> VisibleTo(this IQueryable<EventTask> tasks, ICurrentUser user, AppDbContext db)
    {
        var mayEdit = user.Has(Permission.EditEvents);
        var own = user.OrganisationId;
        return tasks.Where(t => mayEdit && db.JobEvents.Any(e => e.Id == t.JobEventId && (e.OrganisationId == own || e.Hosts.Any(h => h.OrganisationId == own) && e.State != JobEventState.Idea)));
    }

    /// <summary>Tasks of events that the user's organisation leads: only these can be changed.</summary>
    public static IQueryable<EventTask> EditableBy(this IQueryable<EventTask> tasks, ICurrentUser user, AppDbContext db)
    {
        var events = db.JobEvents.EditableBy(user);
        return tasks.Where(t => events.Any(e => e.Id == t.JobEventId));
    }

    /// <summary>Tasks that are the user's organisation's to do: all of the events it leads but those that a partner took over, and those that it took
    /// over from others.</summary>
    public static IQueryable<EventTask> OwnedBy(this IQueryable<EventTask> tasks, ICurrentUser user, AppDbContext db)
    {
        var own = user.OrganisationId;
        return tasks.VisibleTo(user, db).Where(t => t.OwnerOrganisationId == own || t.OwnerOrganisationId == null && db.JobEvents.Any(e => e.Id == t.JobEventId && e.OrganisationId == own));
    }
}
