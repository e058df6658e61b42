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
    public Task<Result> ExecuteAsync(ImportBatchId id, int number, DuplicateDecision decision, CancellationToken ct) =>
        ImportWork.ChangeAsync(contexts, user, clock, id, rows => Decide(rows, number, decision), ct);

    private static Result Decide(List<ImportRow> rows, int number, DuplicateDecision decision)
    {
        if (rows.Find(r => r.Row == number) is not { } row)
        {
            return Errors.NotFound;
        }

        if (row.Applied || (row.State != ImportRowState.PossibleDuplicate && row.Decision == DuplicateDecision.Open))
        {
            return ImportProblems.RowSettled;
        }

        row.Decision = decision;
        return Result.Ok;
    }
}
