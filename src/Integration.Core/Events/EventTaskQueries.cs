using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>A task in the list of an event.</summary>
/// <param name="Task">The task.</param>
/// <param name="Title">What is to be done, in the reader's language.</param>
/// <param name="Owner">Who does it; empty when nobody was chosen.</param>
/// <param name="Due">How urgent it is.</param>
/// <param name="Completable">Whether the reader can mark it as done.</param>
public sealed record EventTaskRow(EventTask Task, string Title, string Owner, TaskDue Due, bool Completable);

/// <summary>How urgent a task is.</summary>
public enum TaskDue
{
    /// <summary>The day is over and it is not done.</summary>
    Overdue,

    /// <summary>Due today or in the next seven days.</summary>
    Soon,

    /// <summary>Due later.</summary>
    Later,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>The preparation plan of an event.</summary>
public sealed record EventTasks(JobEvent Event, bool Editable, IReadOnlyList<EventTaskRow> Tasks, IReadOnlyList<EventPartner> Organisations, IReadOnlyList<TaskColleague> Colleagues);

/// <summary>A colleague who can take a task over.</summary>
public sealed record TaskColleague(UserId Id, string Name);

/// <summary>Reads preparation plans.</summary>
public sealed class EventTaskQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The tasks of an event by day, for its leading organisation and its hosts.</summary>
    /// <returns>The plan; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<EventTasks>> ListAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().Include(e => e.Hosts).SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null || !jobEvent.HasPart(user))
        {
            return Errors.NotFound;
        }

        var own = user.OrganisationId;
        var leads = jobEvent.OrganisationId == own;
        var tasks = await db.EventTasks.VisibleTo(user, db).AsNoTracking().Where(t => t.JobEventId == id).OrderBy(t => t.DueOn).ThenBy(t => t.Title).ToListAsync(ct);
        var ids = jobEvent.Hosts.Select(h => h.OrganisationId).Append(jobEvent.OrganisationId).ToList();
        var organisations = await db.Organisations.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new EventPartner(o.Id, o.Name)).ToListAsync(ct);
        // Who does it at another house is that house's affair; its colleagues' names stay there.
        var lead = jobEvent.OrganisationId;
        var users = leads ? await db.Users.AsNoTracking().Where(u => u.OrganisationId == lead).OrderBy(u => u.DisplayName).ToListAsync(ct) : [];
        var names = users.ToDictionary(u => u.UserId, u => u.DisplayName);
        return new EventTasks(
            jobEvent, leads,
            tasks.ConvertAll(task => new EventTaskRow(
                task, task.TitleFor(CultureInfo.CurrentUICulture),
                task.OwnerUserId is { } person ? names.GetValueOrDefault(person, organisations.Find(o => o.Id == lead)!.Name)
                    : task.OwnerOrganisationId is { } house ? organisations.Find(o => o.Id == house)?.Name ?? "" : "",
                DueOf(task, clock.Today()), leads || task.OwnerOrganisationId == own)),
            organisations,
            [.. users.Where(u => u.RevokedAt is null && RolePermissions.Allow(u.Roles, Permission.ViewEvents)).Select(u => new TaskColleague(u.UserId, u.DisplayName))]);
    }

    /// <summary>How urgent a task is on a day.</summary>
    public static TaskDue DueOf(EventTask task, DateOnly today) =>
        task.DoneAt is not null ? TaskDue.Done : task.DueOn < today ? TaskDue.Overdue : task.DueOn <= today.AddDays(EventTask.SoonDays) ? TaskDue.Soon : TaskDue.Later;
}
