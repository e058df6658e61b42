using System.Globalization;
using System.Text.Json.Serialization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>A problem in an import's report.</summary>
/// <param name="Row">Row in the file.</param>
/// <param name="Column">Heading of the column; empty when the whole row is meant.</param>
/// <param name="Problem">The sentence, in German.</param>
/// <param name="Value">The offending value, invisible marks written out, at most 80 characters.</param>
public sealed record ImportReportFinding(int Row, string Column, string Problem, string Value);

/// <summary>What an import from a file did, or would do.</summary>
/// <param name="New">People not known before.</param>
/// <param name="Changed">Known people with other values.</param>
/// <param name="Unchanged">Known people with the same values.</param>
/// <param name="PossibleDuplicates">Rows that stayed out until somebody decides.</param>
/// <param name="Errors">Rows that stayed out because of an error.</param>
/// <param name="Findings">Every problem, in the order of the file; some with rows that went in all the same.</param>
public sealed record ImportReport(
    int New, int Changed, int Unchanged, int PossibleDuplicates, int Errors, IReadOnlyList<ImportReportFinding> Findings)
{
    /// <summary>Whether no row stayed out.</summary>
    [JsonIgnore]
    public bool EverythingWentIn => PossibleDuplicates == 0 && Errors == 0;
}

/// <summary>Stages and applies a file in one go, for the command line. An import of the same file that was stopped half-way is gone
/// on with. Rows that stay out can be corrected in the portal afterwards.</summary>
public sealed class ImportParticipantsFromFile(
    IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, StageImport stage, ApplyImport apply)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");

    /// <summary>Imports a file.</summary>
    /// <param name="form">The file and the event.</param>
    /// <param name="dryRun">Only says what would happen.</param>
    /// <param name="progress">Told after each transaction; <see langword="null"/> to tell nobody.</param>
    /// <param name="ct">Stops between two transactions; what is in stays in, and the next call goes on.</param>
    /// <returns>The report; or a failure of <see cref="StageImport"/> or <see cref="ApplyImport"/>; <c>Import_MissingColumns</c>
    /// when no heading stands for the family name or the date of birth.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<Result<ImportReport>> ExecuteAsync(StageImport.Form form, bool dryRun, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var prepared = await StageImport.PrepareAsync(db, user, clock, form, ct);
        if (!prepared.Done)
        {
            return prepared.Error;
        }

        var (batch, rows, table) = prepared.Value;
        if (ImportWork.MissingColumns(batch) is { } missing)
        {
            return ImportProblems.MissingColumns(missing);
        }

        var columns = UnusedColumns(batch, table);
        if (dryRun)
        {
            return Report(columns, rows);
        }

        var stopped = await db.ImportBatches.VisibleTo(user)
            .Where(b => b.FileHash == batch.FileHash && b.JobEventId == batch.JobEventId && b.State == ImportState.Applying)
            .OrderBy(b => b.Id).Select(b => (ImportBatchId?)b.Id).FirstOrDefaultAsync(ct);
        var staged = stopped is { } id ? id : await stage.ExecuteAsync(form, ct);
        if (!staged.Done)
        {
            return staged.Error;
        }

        var applied = await apply.ExecuteAsync(staged.Value, progress, ct);
        if (!applied.Done)
        {
            return applied.Error;
        }

        await ForgetEarlierAsync(db, batch, staged.Value, ct);
        return Report(columns, await db.ImportRows.AsNoTracking().Where(r => r.BatchId == staged.Value).ToListAsync(ct));
    }

    // The same file may come every night: only the rows that its last run left out are kept.
    private async Task ForgetEarlierAsync(AppDbContext db, ImportBatch file, ImportBatchId last, CancellationToken ct)
    {
        var by = user.Id;
        var earlier = await db.ImportBatches.VisibleTo(user)
            .Where(b => b.FileHash == file.FileHash && b.StagedBy == by && b.Id != last && b.State == ImportState.Applied)
            .ToListAsync(ct);
        foreach (var batch in earlier)
        {
            batch.State = ImportState.Discarded;
            await db.SaveChangesAsync(ct);
            await db.ImportRows.Where(r => r.BatchId == batch.Id).ExecuteDeleteAsync(ct);
        }
    }

    private static List<ImportReportFinding> UnusedColumns(ImportBatch batch, ImportTable table) =>
        batch.Headings
            .Select((heading, index) => (heading, index))
            .Where(column => batch.Fields[column.index].Length == 0 && table.Rows.Any(row => !string.IsNullOrWhiteSpace(row.Cells[column.index])))
            .Select(column => new ImportReportFinding(
                table.HeadingRow, column.heading, Texts.Of(new Error("Import_UnknownHeading"), German), CellText.Shown(column.heading)))
            .ToList();

    private static ImportReport Report(List<ImportReportFinding> columns, IReadOnlyCollection<ImportRow> rows)
    {
        var counts = ApplyImport.Count(rows);
        var findings = rows.OrderBy(row => row.Row).SelectMany(row => row.Findings
            .Select(finding => new ImportReportFinding(row.Row, finding.Column, finding.Text(German), finding.Value)));
        return new ImportReport(counts.New, counts.Changed, counts.Unchanged, counts.PossibleDuplicates, counts.Errors, [.. columns, .. findings]);
    }
}
