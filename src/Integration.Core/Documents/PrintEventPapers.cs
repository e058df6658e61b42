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

/// <summary>Prints the papers of an event's day, one kind or all of them as one pack. For those who lead the event: display names, no family name,
/// no profile, no reason for coming.</summary>
public sealed class PrintEventPapers(
    IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine, DocumentOptions options)
{
    /// <summary>What was printed: sheets and a file name.</summary>
    public sealed record Printed(int Sheets, string FileName);

    /// <summary>The pack of the day before, in the order in which the day needs it: what the team carries, the way there, the door, the hall, and what is
    /// handed out and collected. What says that somebody was there is printed when somebody was.</summary>
    public static IReadOnlyList<EventPaper> Pack { get; } =
    [
        EventPaper.RunSheet, EventPaper.InterpreterPlan, EventPaper.InterpreterTalks, EventPaper.DeploymentRecords, EventPaper.BusLists, EventPaper.TourSheets,
        EventPaper.ArrivalList, EventPaper.SignInSlips, EventPaper.Badges, EventPaper.Tickets, EventPaper.TalkSlips,
        EventPaper.FloorPlan, EventPaper.StandSigns, EventPaper.TalkLists, EventPaper.Programme, EventPaper.FeedbackGuests, EventPaper.FeedbackEmployers,
    ];

    /// <summary>Prints to <paramref name="output"/>, in the order given; a paper with nothing on it is left out.</summary>
    /// <returns>What was printed; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="DocumentErrors.NoPapers"/>.</returns>
    public async Task<Result<Printed>> ExecuteAsync(JobEventId id, IReadOnlyList<EventPaper> papers, Stream output, CancellationToken ct)
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
        var sequences = papers.SelectMany(paper => Compose(paper, facts)).ToList();
        if (sequences.Count == 0)
        {
            return DocumentErrors.NoPapers;
        }

        using var file = new MemoryStream();
        var document = new PrintDocument
        {
            Title = GermanTexts.Text(nameof(DocumentsTexts.Document_EventPapers), jobEvent.Title),
            CreatedAt = facts.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sequences = sequences,
        };
        var sheets = await Task.Run(() => engine.Write(document, file, ct), ct);
        // Noted before the first byte leaves.
        db.Note(user, clock, AuditAct.Printed, nameof(JobEvent), id.Value, id, facts.Guests.Count);
        await db.SaveChangesAsync(ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new Printed(sheets, $"unterlagen-{jobEvent.Key}.pdf");
    }

    private static IEnumerable<PageSequence> Compose(EventPaper paper, EventPaperFacts facts)
    {
        var there = facts.Guests.Where(guest => guest.InAt is not null);
        return paper switch
        {
            EventPaper.Tickets => facts.Guests.Count == 0 ? [] : [Tickets.Compose(facts)],
            EventPaper.TalkSlips => TalkSlips.Compose(facts),
            EventPaper.TalkLists => TalkLists.Employers(facts),
            EventPaper.InterpreterTalks => TalkLists.Interpreters(facts),
            EventPaper.Badges => facts.Guests.Count == 0 ? [] : [Badges.Compose(facts)],
            EventPaper.SignInSlips => facts.Guests.Select((guest, i) => DoorPapers.Slip(facts, guest, i == 0)),
            EventPaper.ArrivalList => facts.Guests.Count == 0 ? [] : [DoorPapers.ArrivalList(facts)],
            EventPaper.BusLists => BusPapers.Compose(facts),
            EventPaper.RunSheet => facts.Items.Count == 0 && facts.Buses.Count == 0 ? [] : [ProgrammePapers.RunSheet(facts)],
            EventPaper.Programme => facts.Items.Count == 0 ? [] : [ProgrammePapers.Leaflet(facts)],
            EventPaper.StandSigns => ProgrammePapers.StandSigns(facts),
            EventPaper.FloorPlan => HallPapers.FloorPlans(facts),
            EventPaper.TourSheets => TourPapers.Compose(facts),
            EventPaper.InterpreterPlan => facts.Interpreters.Count == 0 ? [] : [InterpreterPapers.Plan(facts)],
            EventPaper.DeploymentRecords => DeploymentPapers.Compose(facts),
            EventPaper.FeedbackGuests => FeedbackPapers.Guests(facts),
            EventPaper.FeedbackEmployers => FeedbackPapers.Employers(facts),
            EventPaper.Certificates => there.Select((guest, i) => AttendancePapers.Certificate(facts, guest, i == 0)),
            EventPaper.TravelConfirmations => there.Select((guest, i) => AttendancePapers.Travel(facts, guest, i == 0)),
            _ => throw new ArgumentOutOfRangeException(nameof(paper)),
        };
    }
}
