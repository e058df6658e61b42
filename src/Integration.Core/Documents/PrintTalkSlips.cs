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

/// <summary>Prints the talk slips of some people alone: those whose times have changed since theirs were handed out. Each slip says that the old one is void.
/// For those who lead the event.</summary>
public sealed class PrintTalkSlips(
    IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine, DocumentOptions options)
{
    /// <summary>Prints to <paramref name="output"/>. People without a talk, or without a profile in force, have no slip.</summary>
    /// <param name="id">The event.</param>
    /// <param name="people">Whose slips.</param>
    /// <param name="output">Where to.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was printed; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="DocumentErrors.NoPapers"/>.</returns>
    public async Task<Result<PrintEventPapers.Printed>> ExecuteAsync(JobEventId id, IReadOnlyCollection<RegistrationId> people, Stream output, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Hosts).Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var facts = await new EventPaperReader(db, user, await codes.GetAsync(ct), clock, ticket => new Uri(options.PublicAddress, "t/" + ticket)).ReadAsync(jobEvent, ct);
        var wanted = people.ToHashSet();
        var slips = TalkSlips.Compose(facts with { Guests = [.. facts.Guests.Where(guest => wanted.Contains(guest.Registration))] }, changed: true).ToList();
        if (slips.Count == 0)
        {
            return DocumentErrors.NoPapers;
        }

        using var file = new MemoryStream();
        var document = new PrintDocument
        {
            Title = GermanTexts.Text(nameof(DocumentsTexts.Document_TalkSlips), jobEvent.Title),
            CreatedAt = facts.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sequences = slips,
        };
        var sheets = await Task.Run(() => engine.Write(document, file, ct), ct);
        // Noted before the first byte leaves.
        db.Note(user, clock, AuditAct.Printed, nameof(JobEvent), id.Value, id, slips.Count);
        await db.SaveChangesAsync(ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new PrintEventPapers.Printed(sheets, $"laufzettel-{jobEvent.Key}.pdf");
    }
}
