using System.Globalization;
using CsvHelper;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>Writes the requests to report of an event for the job centre's own letter (DOMAIN §7.4, 1): the portal sends no request and instructs nobody
/// about legal consequences. Only the case manager in charge gets their own people. CSV in UTF-8 with mark, separated by semicolons; a spreadsheet
/// that opens it computes nothing.</summary>
public sealed class ExportRequestsToReport(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    private sealed record Row(string Number, string Family, string Given, string Street, string PostalCode, string Town, ReportingPurpose? Purpose);

    /// <summary>Writes the file: one line a person who is expected, by name.</summary>
    /// <returns>The file's bytes; or <c>Forbidden</c>; or <c>NotFound</c> when there is no such event, or no request of the user's own.</returns>
    public async Task<Result<byte[]>> ExecuteAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        var self = user.Id;
        var rows = await db.Registrations.VisibleTo(user).AsNoTracking()
            .Where(r => r.JobEventId == id && r.Invitation == InvitationKind.RequestToReport).HoldingAPlace()
            .Join(db.Participants.Where(p => p.MergedIntoId == null && p.OwnerId == self), r => r.ParticipantId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(row => row.p.SortName)
            .Select(row => new Row(row.p.CustomerNumber, row.p.FamilyName, row.p.GivenName, row.p.Street, row.p.PostalCode, row.p.Town, row.r.Purpose))
            .ToListAsync(ct);
        if (jobEvent is null || rows.Count == 0)
        {
            return Errors.NotFound;
        }

        var file = Write(jobEvent, rows);
        db.Note(user, clock, AuditAct.Exported, nameof(Registration), null, id, rows.Count);
        await db.SaveChangesAsync(ct);
        return file;
    }

    private static byte[] Write(JobEvent jobEvent, List<Row> rows)
    {
        using var stream = new MemoryStream();
        var options = CsvWriterOptions.Default with { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape };
        using (var csv = CsvWriter.Create(stream, options, leaveOpen: true))
        {
            Line(csv, [
                RequestFileTexts.Number, RequestFileTexts.FamilyName, RequestFileTexts.GivenName, RequestFileTexts.Street, RequestFileTexts.PostalCode, RequestFileTexts.Town,
                RequestFileTexts.Purpose, RequestFileTexts.Date, RequestFileTexts.Time, RequestFileTexts.Place, RequestFileTexts.Event,
            ]);
            var culture = CultureInfo.CurrentCulture;
            foreach (var row in rows)
            {
                Line(csv, [
                    row.Number, row.Family, row.Given, row.Street, row.PostalCode, row.Town, row.Purpose?.Label() ?? "",
                    jobEvent.Date.ToString("d", culture), jobEvent.StartsAt.ToString("t", culture), jobEvent.PlaceLine(), jobEvent.Title,
                ]);
            }
        }

        return stream.ToArray();
    }

    private static void Line(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }
}
