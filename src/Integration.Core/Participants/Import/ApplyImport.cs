using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>How far an import is.</summary>
/// <param name="Done">Rows that are in.</param>
/// <param name="Total">Rows that go in.</param>
public sealed record ImportProgress(int Done, int Total);

/// <summary>How many rows of an import are what.</summary>
/// <param name="New">People not known before.</param>
/// <param name="Changed">Known people with other values.</param>
/// <param name="Unchanged">Known people with the same values.</param>
/// <param name="PossibleDuplicates">Rows that wait for a decision.</param>
/// <param name="Errors">Rows that cannot go in as they are.</param>
/// <param name="LeftOut">Rows that somebody decided to leave out.</param>
public sealed record ImportCounts(int New, int Changed, int Unchanged, int PossibleDuplicates, int Errors, int LeftOut);

/// <summary>Lets the rows of an import in, some hundred in each transaction. A row is marked in the same transaction that makes its person,
/// so that after a stop at any moment a second call goes on and comes to the same end. Rows in error and undecided
/// duplicates stay staged. No consent is ever set and no sentence about starting work.</summary>
public sealed class ApplyImport(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Rows in one transaction.</summary>
    public const int RowsPerTransaction = 200;

    private const int Attempts = 5;

    /// <summary>Applies an import, or goes on with one that was stopped.</summary>
    /// <param name="id">The import.</param>
    /// <param name="progress">Told after each transaction; <see langword="null"/> to tell nobody.</param>
    /// <param name="ct">Stops between two transactions; what is in stays in.</param>
    /// <returns>The counts; or <c>Forbidden</c>, <c>NotFound</c>, <c>Import_Closed</c>, <c>Import_MissingColumns</c>,
    /// <c>Event_Over</c> or <c>Event_NotTakingPart</c> when nobody can be registered for the event any more,
    /// <c>Conflict</c> when others kept changing the same people.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<Result<ImportCounts>> ExecuteAsync(ImportBatchId id, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants))
        {
            return Errors.Forbidden;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var begun = await BeginAsync(id, ct);
            if (!begun.Done)
            {
                return begun.Error;
            }

            var (jobEvent, plans) = begun.Value;
            if (await ApplyAllAsync(id, jobEvent, plans, progress, ct))
            {
                return await EndAsync(id, plans, ct);
            }
        }

        return Errors.Conflict;
    }

    /// <summary>The counts of rows.</summary>
    internal static ImportCounts Count(IReadOnlyCollection<ImportRow> rows) => new(
        rows.Count(row => row.State == ImportRowState.New),
        rows.Count(row => row.State == ImportRowState.Changed),
        rows.Count(row => row.State == ImportRowState.Unchanged),
        rows.Count(row => row is { State: ImportRowState.PossibleDuplicate, Decision: not DuplicateDecision.Skip }),
        rows.Count(row => row.State == ImportRowState.Error),
        rows.Count(row => row is { State: ImportRowState.PossibleDuplicate, Decision: DuplicateDecision.Skip }));

    // People may have been registered since the file was staged: what each row does is found out anew.
    private async Task<Result<(JobEventId? JobEvent, List<RowPlan> Plans)>> BeginAsync(ImportBatchId id, CancellationToken ct)
    {
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

        if (batch.JobEventId is not null && !user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        if (batch.JobEventId is { } jobEvent && await db.JobEvents.WhyNobodyCanBeRegisteredAsync(jobEvent, user, ct) is { } refused)
        {
            return refused;
        }

        if (ImportWork.MissingColumns(batch) is { } missing)
        {
            return ImportProblems.MissingColumns(missing);
        }

        var plans = await ImportWork.ReevaluateAsync(db, user, clock, batch, _ => Result.Ok, ct);
        if (!plans.Done)
        {
            return plans.Error;
        }

        batch.State = ImportState.Applying;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return (batch.JobEventId, plans.Value);
    }

    private async Task<bool> ApplyAllAsync(ImportBatchId id, JobEventId? jobEvent, List<RowPlan> plans, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var done = plans.Count(plan => plan.Row.Applied);
        var waiting = plans.Where(plan => plan.GoesIn).ToList();
        var total = done + waiting.Count;
        progress?.Report(new ImportProgress(done, total));
        foreach (var chunk in waiting.Chunk(RowsPerTransaction))
        {
            ct.ThrowIfCancellationRequested();
            await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
            if (!await new ImportChunk(db, user, clock, id, jobEvent).ApplyAsync(chunk))
            {
                return false;
            }

            done += chunk.Length;
            progress?.Report(new ImportProgress(done, total));
        }

        return true;
    }

    private async Task<Result<ImportCounts>> EndAsync(ImportBatchId id, List<RowPlan> plans, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.ImportBatches.Where(b => b.Id == id && b.State == ImportState.Applying)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, ImportState.Applied), ct);
        await QueryStatistics.RefreshAsync(db, ct);
        return Count(plans.ConvertAll(plan => plan.Row));
    }
}
