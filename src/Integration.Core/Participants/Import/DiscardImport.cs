using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Gives up what is left of an import: its rows are deleted. People that are in already stay.</summary>
public sealed class DiscardImport(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>Gives an import up.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Import_Closed</c> when it was given up before.</returns>
    public async Task<Result> ExecuteAsync(ImportBatchId id, CancellationToken ct)
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

        if (batch.State == ImportState.Discarded)
        {
            return ImportProblems.Closed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        batch.State = ImportState.Discarded;
        await db.SaveChangesAsync(ct);
        await db.ImportRows.Where(r => r.BatchId == id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
