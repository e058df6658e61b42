using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Printing;
using Integration.Privacy;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Prints the leaflet of a series of events. It says nothing about any person but the patron; who can see the series can print it.</summary>
public sealed class PrintSeriesLeaflet(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine)
{
    /// <summary>Prints to <paramref name="output"/>. Ideas are left out: nobody has decided on them yet.</summary>
    /// <returns>What was printed; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="DocumentErrors.SeriesEmpty"/>.</returns>
    public async Task<Result<PrintEventPapers.Printed>> ExecuteAsync(EventSeriesId id, Stream output, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var series = await db.EventSeries.VisibleTo(user).AsNoTracking().Include(s => s.Members).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (series is null)
        {
            return Errors.NotFound;
        }

        var events = await db.JobEvents.VisibleTo(user).AsNoTracking().Where(e => e.SeriesId == id && e.State != JobEventState.Idea).OrderBy(e => e.Date).ThenBy(e => e.StartsAt).ToListAsync(ct);
        if (events.Count == 0)
        {
            return DocumentErrors.SeriesEmpty;
        }

        var facts = await FactsAsync(db, series, events, ct);
        using var file = new MemoryStream();
        var document = new PrintDocument
        {
            Title = GermanTexts.Text(nameof(DocumentsTexts.Document_SeriesLeaflet), series.Title),
            CreatedAt = facts.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sequences = [SeriesLeaflet.Compose(facts)],
        };
        var sheets = await Task.Run(() => engine.Write(document, file, ct), ct);
        // Noted before the first byte leaves.
        db.Note(user, clock, AuditAct.Printed, nameof(EventSeries), id.Value);
        await db.SaveChangesAsync(ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new PrintEventPapers.Printed(sheets, $"reihe-{series.Key}.pdf");
    }

    private async Task<SeriesLeafletFacts> FactsAsync(AppDbContext db, EventSeries series, List<JobEvent> events, CancellationToken ct)
    {
        var catalog = await codes.GetAsync(ct);
        var today = clock.Today();
        var ids = series.Members.Select(member => member.OrganisationId).Append(series.OrganisationId).ToList();
        var partners = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var organiser = partners[series.OrganisationId];
        return new SeriesLeafletFacts
        {
            Title = series.Title,
            Description = series.Description,
            Organiser = organiser.Name,
            Contact = string.Join(", ", new[] { organiser.ContactTeam, organiser.ContactPhone }.Where(part => part.Length > 0)),
            Patron = series.Patron,
            WorkingGroup = series.WorkingGroup,
            Members = [.. series.Members.Select(member => (partners[member.OrganisationId].Name, Chair: member.Role == WorkingGroupRole.Chair))
                .OrderByDescending(member => member.Chair).ThenBy(member => member.Name, StringComparer.Create(GermanTexts.Culture, ignoreCase: true))],
            Events = events.ConvertAll(e => new LeafletEvent(
                e.Date, e.StartsAt, e.EndsAt, e.Title, catalog.German("EventKinds", e.Kind, today), string.Join(", ", e.Audiences.Select(audience => audience.Label(GermanTexts.Culture))), e.PlaceLine(),
                e.State == JobEventState.Cancelled)),
            FundingNotes = [.. events.Where(e => e.State != JobEventState.Cancelled).Select(e => e.FundingNote).Where(note => note.Length > 0).Distinct(StringComparer.Ordinal)],
            Logos = await db.LogosOfAsync(events.ConvertAll(e => e.Id), ct),
            AsOf = today,
        };
    }
}
