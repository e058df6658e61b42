using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>What does not fit about the next edition of an event on a day.</summary>
public enum CopyConflictKind
{
    /// <summary>The day is over.</summary>
    DateInPast,

    /// <summary>The day is a Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Another event is at the same place at that time.</summary>
    PlaceTaken,

    /// <summary>People who come to this edition are registered for another event at that time.</summary>
    PeopleDouble,

    /// <summary>Somebody who speaks here speaks at another event that day.</summary>
    SpeakerDouble,

    /// <summary>An interpreter has said that they cannot then.</summary>
    InterpreterUnavailable,

    /// <summary>An interpreter has another assignment then.</summary>
    InterpreterDouble,
}

/// <summary>Something that does not fit; it is said and forbids nothing.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">The place, speaker or interpreter; empty where there is none. Never a participant.</param>
/// <param name="Count">How many people, for <see cref="CopyConflictKind.PeopleDouble"/>; else 1.</param>
/// <param name="Other">The other event, where there is one.</param>
/// <param name="OtherTitle">Its title; empty when there is none.</param>
public sealed record CopyConflict(CopyConflictKind Kind, string Who = "", int Count = 1, JobEventId? Other = null, string OtherTitle = "");

/// <summary>Looks at the next edition of an event before it is made.</summary>
public sealed class EventCopyQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What conflicts on the chosen day with the chosen parts; nothing while there is no day.</summary>
    /// <returns>The conflicts in the order of their kinds; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<List<CopyConflict>>> PreviewAsync(JobEventId id, CopyForm form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        if (form.Date is not { } day)
        {
            return new List<CopyConflict>();
        }

        var conflicts = new List<CopyConflict>();
        if (day < clock.Today())
        {
            conflicts.Add(new CopyConflict(CopyConflictKind.DateInPast));
        }

        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            conflicts.Add(new CopyConflict(CopyConflictKind.Weekend));
        }

        // An event over midnight reaches into the next day.
        var (before, after) = (day.AddDays(-1), day.AddDays(1));
        var near = await db.JobEvents.VisibleTo(user).AsNoTracking()
            .Where(e => e.Id != id && e.Date >= before && e.Date <= after && e.State != JobEventState.Cancelled).OrderBy(e => e.Title).ToListAsync(ct);
        var time = Stretch.Of(day, jobEvent.StartsAt, jobEvent.EndsAt);
        var atTheTime = near.FindAll(e => Stretch.Of(e.Date, e.StartsAt, e.EndsAt).Overlaps(time));
        conflicts.AddRange(atTheTime.Where(e => form.Place.Trim().Length > 0 && Same(e.Place, form.Place) && Same(e.Town, form.Town))
            .Select(e => new CopyConflict(CopyConflictKind.PlaceTaken, form.Place.Trim(), Other: e.Id, OtherTitle: e.Title)));
        conflicts.AddRange(await PeopleAsync(db, id, atTheTime, ct));
        if (form.Parts.Contains(CopyPart.Programme))
        {
            conflicts.AddRange(await SpeakersAsync(db, id, near.FindAll(e => e.Date == day), ct));
        }

        if (form.Parts.Contains(CopyPart.Interpreters) && user.Has(Permission.ManageInterpreters))
        {
            conflicts.AddRange((await CopiedInterpreters.ReadAsync(db, user, jobEvent, day, ct)).Where(c => c.Conflict is not null).Select(c => c.Conflict!).Distinct());
        }

        return conflicts.OrderBy(c => c.Kind).ToList();
    }

    private static async Task<IEnumerable<CopyConflict>> PeopleAsync(AppDbContext db, JobEventId id, List<JobEvent> others, CancellationToken ct)
    {
        var ids = others.ConvertAll(e => e.Id);
        var here = db.Registrations.Where(r => r.JobEventId == id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn).Select(r => r.ParticipantId);
        var counts = await db.Registrations
            .Where(r => ids.Contains(r.JobEventId) && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn && here.Contains(r.ParticipantId))
            .GroupBy(r => r.JobEventId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return counts.Select(row => new CopyConflict(CopyConflictKind.PeopleDouble, "", row.Count, row.Key, others.Find(e => e.Id == row.Key)!.Title)).OrderBy(c => c.OtherTitle, StringComparer.CurrentCulture);
    }

    private static async Task<IEnumerable<CopyConflict>> SpeakersAsync(AppDbContext db, JobEventId id, List<JobEvent> others, CancellationToken ct)
    {
        var ids = others.ConvertAll(e => e.Id);
        var items = await db.ProgrammeItems.AsNoTracking().Where(i => i.JobEventId == id || ids.Contains(i.JobEventId)).Select(i => new { i.JobEventId, i.Speakers }).ToListAsync(ct);
        var here = items.Where(i => i.JobEventId == id).SelectMany(i => i.Speakers).ToHashSet(StringComparer.CurrentCultureIgnoreCase);
        return items.Where(i => i.JobEventId != id)
            .SelectMany(i => i.Speakers.Where(here.Contains).Select(name => new CopyConflict(CopyConflictKind.SpeakerDouble, name, 1, i.JobEventId, others.Find(e => e.Id == i.JobEventId)!.Title)))
            .Distinct().OrderBy(c => c.Who, StringComparer.CurrentCulture);
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
