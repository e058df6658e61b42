using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Says of a possible duplicate whether it is the same person, another one, or to be left out.</summary>
public sealed class DecideDuplicate(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Decides, or takes a decision back with <see cref="DuplicateDecision.Open"/>.</summary>
    /// <param name="id">The import.</param>
    /// <param name="number">The row's number in the file.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="ct">Cancels before anything is saved.</param>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Import_Closed</c>, <c>Import_RowSettled</c> when the row is in already or
    /// is no possible duplicate, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(ImportBatchId id, int number, DuplicateDecision decision, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.ImportBatches.VisibleTo(user).SingleOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null)
        {
            return Errors.NotFound;
        }

        if (batch.State is not (ImportState.Staged or ImportState.Applied))
        {
            return ImportProblems.Closed;
        }

        var rows = await db.ImportRows.Where(r => r.BatchId == batch.Id).ToListAsync(ct);
        if (rows.Find(r => r.Row == number) is not { } row)
        {
            return Errors.NotFound;
        }

        if (row.Applied || (row.State != ImportRowState.PossibleDuplicate && row.Decision == DuplicateDecision.Open))
        {
            return ImportProblems.RowSettled;
        }

        row.Decision = decision;
        return await ImportWork.EvaluateAndSaveAsync(db, user, clock, batch, rows, ct);
    }
}
