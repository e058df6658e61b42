using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Printing;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Prints the release and recall list of the own organisation's people for one event.</summary>
public sealed class PrintReleaseList(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, IPdfEngine engine)
{
    private static readonly HashSet<ProfileState> Over = [ProfileState.Locked, ProfileState.Expired, ProfileState.Deleted];

    /// <summary>What was printed: releases on the list, sheets, a file name, the recorded run.</summary>
    public sealed record Printed(int Releases, int Sheets, string FileName, PrintRunId Run);

    /// <summary>Prints to <paramref name="output"/> in the language of <paramref name="culture"/> (the current UI culture when <see langword="null"/>).</summary>
    public async Task<Result<Printed>> ExecuteAsync(JobEventId id, Stream output, CultureInfo? culture = null, CancellationToken ct = default)
    {
        if (!user.Has(Permission.PrintProfiles) || !user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.AsNoTracking().TakenPartInBy(user).SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var reader = culture ?? CultureInfo.CurrentUICulture;
        var rows = await (
            from release in db.ProfileReleases.VisibleTo(user)
            join record in db.Participants on release.ParticipantId equals record.Id
            join person in db.Participants on record.MergedIntoId ?? record.Id equals person.Id
            where release.JobEventId == id && record.OrganisationId == person.OrganisationId
            orderby person.SortName, release.Chiffre
            select new { release.Id, Name = person.FamilyName + ", " + person.GivenName, release.Chiffre, release.State, release.LockedAt, release.ValidUntil, person = person.Id })
            .ToListAsync(ct);
        var copies = (await CopiesAsync(db, id, ct)).ToLookup(copy => copy.Release, copy => copy.Copy);
        var today = clock.Today();
        var lines = rows.Select(row => (
            Recall: (Over.Contains(row.State) || row.LockedAt is not null || row.ValidUntil < today) && copies[row.Id].Any(copy => copy.ReturnedOn is null),
            Line: new ReleaseLine(row.Name, row.Chiffre, row.State.Label(reader), row.ValidUntil, copies[row.Id].OrderBy(copy => copy.Number).ToList()))).ToList();
        var own = await db.Organisations.Where(o => o.Id == user.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var facts = new ReleaseListFacts
        {
            Organisation = own,
            EventTitle = jobEvent.Title,
            EventDate = jobEvent.Date,
            AsOf = today,
            Recall = lines.Where(line => line.Recall).Select(line => line.Line).ToList(),
            Others = lines.Where(line => !line.Recall).Select(line => line.Line).ToList(),
        };
        using var file = new MemoryStream();
        var document = new PrintDocument
        {
            Title = string.Format(reader, DocumentsTexts.ResourceManager.GetString(nameof(DocumentsTexts.Document_ReleaseList), reader)!, jobEvent.Title),
            Language = reader.TwoLetterISOLanguageName == "en" ? "en" : "de",
            CreatedAt = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sequences = [ReleaseList.Compose(facts, reader)],
        };
        var sheets = await Task.Run(() => engine.Write(document, file, ct), ct);
        var run = new PrintRun
        {
            OrganisationId = user.OrganisationId,
            Product = PrintProduct.ReleaseList,
            JobEventId = id,
            PrintedAt = clock.GetUtcNow().UtcDateTime,
            PrintedBy = user.Id,
            Sheets = sheets,
        };
        db.PrintRuns.Add(run);
        db.Note(user, clock, AuditAct.Printed, nameof(PrintRun), run.Id.Value, id, rows.Count);
        await db.SaveChangesAsync(ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new Printed(rows.Count, sheets, $"freigaben-{jobEvent.Key}.pdf", run.Id);
    }

    // Another organisation's employer service may have printed them: who took a copy matters, not who printed it.
    private async Task<List<(ProfileReleaseId Release, PrintedCopy Copy)>> CopiesAsync(AppDbContext db, JobEventId id, CancellationToken ct)
    {
        var found = await (
            from item in db.PrintRunItems.VisibleTo(user, db)
            join run in db.PrintRuns on item.PrintRunId equals run.Id
            join release in db.ProfileReleases.VisibleTo(user) on item.ReleaseId equals release.Id
            where release.JobEventId == id
            select new
            {
                Release = release.Id, item.CopyNumber, item.CopyOf, run.PrintedAt, item.HandedTo, item.ReturnedAt,
                Employer = db.Organisations.Where(o => o.Id == run.EmployerId).Select(o => o.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        return found.Select(copy => (copy.Release, new PrintedCopy(
            copy.CopyNumber, copy.CopyOf, Day(copy.PrintedAt), copy.HandedTo.Length > 0 ? copy.HandedTo : copy.Employer ?? "",
            copy.ReturnedAt is { } at ? Day(at) : null))).ToList();
    }

    private DateOnly Day(DateTime at) => clock.DayOf(at);
}
