using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Changes the cells of a staged row. Every row that is not in yet is evaluated anew, since one row can be the double of another.</summary>
public sealed class CorrectImportRow(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What is corrected.</summary>
    public sealed class Form
    {
        /// <summary>The import.</summary>
        public required ImportBatchId BatchId { get; init; }

        /// <summary>The row's number in the file.</summary>
        public required int Row { get; init; }

        /// <summary>All cells of the row, column by column.</summary>
        public required IReadOnlyList<string> Cells { get; init; }
    }

    /// <summary>Corrects a row. A decision about a possible duplicate is taken back: the row is another one now.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Import_Closed</c>, <c>Import_RowSettled</c> when the row is in already, <c>Conflict</c>.</returns>
    public Task<Result> ExecuteAsync(Form form, CancellationToken ct) =>
        ImportWork.ChangeAsync(contexts, user, clock, form.BatchId, rows => Correct(rows, form), ct);

    private static Result Correct(List<ImportRow> rows, Form form)
    {
        if (rows.Find(r => r.Row == form.Row) is not { } row)
        {
            return Errors.NotFound;
        }

        if (row.Applied)
        {
            return ImportProblems.RowSettled;
        }

        if (form.Cells.Count > ImportFile.MaxColumns)
        {
            return ImportProblems.TooManyColumns;
        }

        (row.Cells, row.Decision) = ([.. form.Cells], DuplicateDecision.Open);
        return Result.Ok;
    }
}
