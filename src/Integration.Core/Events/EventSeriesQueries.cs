using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>A series in a list.</summary>
public sealed record EventSeriesRow(EventSeriesId Id, string Title, string WorkingGroup, string Organiser, int Events, DateOnly? Next);

/// <summary>A series with its working group and its events in the order of the calendar.</summary>
public sealed record EventSeriesView(EventSeries Series, string Organiser, bool Editable, IReadOnlyList<SeriesPartner> Members, IReadOnlyList<JobEvent> Events);

/// <summary>An organisation in the working group.</summary>
public sealed record SeriesPartner(OrganisationId Id, string Name, WorkingGroupRole Role);

/// <summary>A series that an event can be put into.</summary>
public sealed record SeriesChoice(EventSeriesId Id, string Title);

/// <summary>Reads of series.</summary>
public sealed class EventSeriesQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>All series, by title; with the day of their next event.</summary>
    public async Task<IReadOnlyList<EventSeriesRow>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var events = db.JobEvents.VisibleTo(user);
        return await db.EventSeries.VisibleTo(user).AsNoTracking().OrderBy(s => s.Title)
            .Select(s => new EventSeriesRow(
                s.Id, s.Title, s.WorkingGroup,
                db.Organisations.Where(o => o.Id == s.OrganisationId).Select(o => o.Name).First(),
                events.Count(e => e.SeriesId == s.Id),
                events.Where(e => e.SeriesId == s.Id && e.Date >= today && e.State != JobEventState.Cancelled).Min(e => (DateOnly?)e.Date)))
            .ToListAsync(ct);
    }

    /// <summary>One series.</summary>
    /// <returns>It; or <c>NotFound</c>.</returns>
    public async Task<Result<EventSeriesView>> OpenAsync(EventSeriesId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var series = await db.EventSeries.VisibleTo(user).AsNoTracking().Include(s => s.Members).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (series is null)
        {
            return Errors.NotFound;
        }

        var ids = series.Members.Select(member => member.OrganisationId).Append(series.OrganisationId).ToList();
        var names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var events = await db.JobEvents.VisibleTo(user).AsNoTracking().Where(e => e.SeriesId == id).OrderBy(e => e.Date).ThenBy(e => e.StartsAt).ToListAsync(ct);
        return new EventSeriesView(
            series, names[series.OrganisationId], user.Has(Permission.EditEvents) && series.OrganisationId == user.OrganisationId,
            [.. series.Members.Select(m => new SeriesPartner(m.OrganisationId, names[m.OrganisationId], m.Role))
                .OrderByDescending(m => m.Role).ThenBy(m => m.Name, StringComparer.CurrentCulture)],
            events);
    }

    /// <summary>The series that the caller can put an event into, by title, and the one it is in.</summary>
    public async Task<IReadOnlyList<SeriesChoice>> ChoicesAsync(EventSeriesId? inUse, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.EventSeries.OpenTo(user).Select(s => s.Id);
        return await db.EventSeries.VisibleTo(user).AsNoTracking().Where(s => s.Id == inUse || open.Contains(s.Id)).OrderBy(s => s.Title)
            .Select(s => new SeriesChoice(s.Id, s.Title)).ToListAsync(ct);
    }

    /// <summary>The title of the series of an event; <see langword="null"/> when it is in none.</summary>
    public async Task<string?> TitleAsync(EventSeriesId? id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return id is null ? null : await db.EventSeries.VisibleTo(user).Where(s => s.Id == id).Select(s => s.Title).SingleOrDefaultAsync(ct);
    }
}
