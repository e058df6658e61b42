using CsvHelper;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Writes the rows in error as a file that imports again once they are mended: CSV in UTF-8 with mark, separated by semicolons,
/// with the original headings and one more column that says what is wrong. A spreadsheet that opens it computes nothing.</summary>
public sealed class ExportImportErrors(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Writes the file.</summary>
    /// <returns>The file's bytes; or <c>Forbidden</c>, <c>NotFound</c>, <c>Import_NoRows</c> when no row is in error.</returns>
    public async Task<Result<byte[]>> ExecuteAsync(ImportBatchId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.ImportBatches.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null)
        {
            return Errors.NotFound;
        }

        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && r.State == ImportRowState.Error).OrderBy(r => r.Row).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return ImportProblems.NoRows;
        }

        var file = Write(batch, rows);
        db.Note(user, clock, AuditAct.Exported, nameof(ImportBatch), id.Value, batch.JobEventId, rows.Count);
        await db.SaveChangesAsync(ct);
        return file;
    }

    private static byte[] Write(ImportBatch batch, List<ImportRow> rows)
    {
        using var stream = new MemoryStream();
        // What a spreadsheet would compute gets the apostrophe that the reader of the file takes away again.
        var options = CsvWriterOptions.Default with { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape };
        using (var csv = CsvWriter.Create(stream, options, leaveOpen: true))
        {
            // A row may be longer than the headings; its surplus cells keep their place before the problems.
            var width = Math.Max(batch.Headings.Count, rows.Max(row => row.Cells.Count));
            Line(csv, batch.Headings, width, ImportHeadings.ErrorColumn());
            foreach (var row in rows)
            {
                var problems = row.Findings.Where(finding => finding.Blocks)
                    .Select(finding => finding.Column.Length == 0 ? finding.Text() : finding.Column + ": " + finding.Text());
                Line(csv, row.Cells, width, string.Join(' ', problems));
            }
        }

        return stream.ToArray();
    }

    private static void Line(CsvWriter csv, List<string> cells, int width, string last)
    {
        for (var i = 0; i < width; i++)
        {
            csv.WriteField(i < cells.Count ? cells[i] : "");
        }

        csv.WriteField(last);
        csv.EndRecord();
    }
}
