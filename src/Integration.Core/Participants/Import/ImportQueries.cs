using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>An import in the list.</summary>
/// <param name="Id">The import.</param>
/// <param name="State">Its state.</param>
/// <param name="StagedAt">When it was staged (UTC).</param>
/// <param name="StagedBy">By whom: the display name; empty for the portal itself.</param>
/// <param name="JobEventId">The event the people are noted for.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Waiting">How many of them are not in yet.</param>
public sealed record ImportListItem(
    ImportBatchId Id, ImportState State, DateTime StagedAt, string StagedBy, JobEventId? JobEventId, int Rows, int Waiting);

/// <summary>A column of an import.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">The heading as the file wrote it.</param>
/// <param name="Column">What it means; <see langword="null"/> when it is unknown or left out.</param>
/// <param name="LeftOut">Whether somebody decided to leave it out.</param>
/// <param name="Sample">Up to three different texts of it, to know what it is about.</param>
public sealed record ImportColumnItem(int Index, string Heading, ImportColumn? Column, bool LeftOut, IReadOnlyList<string> Sample);

/// <summary>An import with what the wizard shows above the rows.</summary>
/// <param name="Id">The import.</param>
/// <param name="State">Its state.</param>
/// <param name="JobEventId">The event the people are noted for.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Counts">How many rows are what, those that are in included.</param>
/// <param name="Applied">How many rows are in.</param>
/// <param name="MissingColumns">Labels of required columns that no heading stands for; empty when there are none.</param>
public sealed record ImportDetails(
    ImportBatchId Id, ImportState State, JobEventId? JobEventId, IReadOnlyList<ImportColumnItem> Columns, ImportCounts Counts, int Applied, string MissingColumns);

/// <summary>A problem in the reader's language.</summary>
/// <param name="Column">Heading of the column; empty when the whole row is meant.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Value">The offending value, invisible marks written out, at most 80 characters.</param>
/// <param name="Blocks">Whether the row cannot go in because of it.</param>
public sealed record ImportFindingItem(string Column, string Text, string Value, bool Blocks);

/// <summary>A staged row on the screen.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="State">What it would do, or has done.</param>
/// <param name="Applied">Whether it is in.</param>
/// <param name="Decision">The decision about a possible duplicate.</param>
/// <param name="ParticipantId">The known or new person.</param>
/// <param name="Cells">The cells; empty once the row is in.</param>
/// <param name="Changed">The columns whose values would change.</param>
/// <param name="Findings">The problems.</param>
public sealed record ImportRowItem(
    int Row, ImportRowState State, bool Applied, DuplicateDecision Decision, ParticipantId? ParticipantId,
    IReadOnlyList<string> Cells, IReadOnlyList<ImportColumn> Changed, IReadOnlyList<ImportFindingItem> Findings);

/// <summary>Rows of one page.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many there are without paging.</param>
public sealed record ImportRowPage(IReadOnlyList<ImportRowItem> Rows, int Total);

/// <summary>What the import wizard reads.</summary>
public sealed class ImportQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    private const int Samples = 3;
    private const int SampledRows = 50;

    /// <summary>The organisation's imports that were not given up, newest first; none without the permission.</summary>
    /// <param name="take">At most so many.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<ImportListItem>> ListAsync(int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batches = await db.ImportBatches.AsNoTracking().VisibleTo(user)
            .Where(b => b.State != ImportState.Discarded)
            .OrderByDescending(b => b.StagedAt).ThenBy(b => b.Id)
            .Take(take)
            .Select(b => new
            {
                b.Id,
                b.State,
                b.StagedAt,
                b.StagedBy,
                b.JobEventId,
                Rows = db.ImportRows.Count(r => r.BatchId == b.Id),
                Waiting = db.ImportRows.Count(r => r.BatchId == b.Id && !r.Applied),
            })
            .ToListAsync(ct);
        var users = batches.Select(b => b.StagedBy.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return batches.ConvertAll(b => new ImportListItem(
            b.Id, b.State, b.StagedAt, names.GetValueOrDefault(b.StagedBy.Value, ""), b.JobEventId, b.Rows, b.Waiting));
    }

    /// <summary>An import.</summary>
    /// <returns>The import; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<ImportDetails>> FindAsync(ImportBatchId id, CancellationToken ct)
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

        var groups = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == id)
            .GroupBy(r => new { r.State, Skipped = r.Decision == DuplicateDecision.Skip, r.Applied })
            .Select(g => new { g.Key.State, g.Key.Skipped, g.Key.Applied, Count = g.Count() })
            .ToListAsync(ct);
        int Of(ImportRowState state, bool skipped = false) => groups
            .Where(g => g.State == state && (state != ImportRowState.PossibleDuplicate || g.Skipped == skipped)).Sum(g => g.Count);
        var counts = new ImportCounts(
            Of(ImportRowState.New), Of(ImportRowState.Changed), Of(ImportRowState.Unchanged),
            Of(ImportRowState.PossibleDuplicate), Of(ImportRowState.Error), Of(ImportRowState.PossibleDuplicate, skipped: true));
        var sampled = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && !r.Applied).OrderBy(r => r.Row).Take(SampledRows).Select(r => r.Cells).ToListAsync(ct);
        var columns = batch.Headings.Select((heading, index) => new ImportColumnItem(
            index, heading, ImportHeadings.Column(batch.Fields[index]), batch.Fields[index] == ImportHeadings.LeftOut,
            sampled.Select(cells => index < cells.Count ? CellText.Shown(cells[index]) : "").Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(Samples).ToList()));
        return new ImportDetails(
            id, batch.State, batch.JobEventId, columns.ToList(), counts,
            groups.Where(g => g.Applied).Sum(g => g.Count), ImportWork.MissingColumns(batch) ?? "");
    }

    /// <summary>Rows of an import in the order of the file.</summary>
    /// <param name="id">The import.</param>
    /// <param name="state">Rows of one state; <see langword="null"/> for all.</param>
    /// <param name="skip">So many rows before the page.</param>
    /// <param name="take">So many rows on the page.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>The rows; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<ImportRowPage>> RowsAsync(ImportBatchId id, ImportRowState? state, int skip, int take, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.ImportBatches.VisibleTo(user).AnyAsync(b => b.Id == id, ct))
        {
            return Errors.NotFound;
        }

        var query = db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && (state == null || r.State == state));
        var total = await query.CountAsync(ct);
        var rows = await query.OrderBy(r => r.Row).Skip(skip).Take(take).ToListAsync(ct);
        return new ImportRowPage(rows.ConvertAll(Item), total);
    }

    private static ImportRowItem Item(ImportRow row) => new(
        row.Row, row.State, row.Applied, row.Decision, row.ParticipantId, row.Cells,
        row.ChangedFields.Select(ImportHeadings.Column).OfType<ImportColumn>().ToList(),
        row.Findings.ConvertAll(finding => new ImportFindingItem(finding.Column, finding.Text(), finding.Value, finding.Blocks)));
}
