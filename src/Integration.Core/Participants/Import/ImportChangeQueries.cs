using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>What a row would change in a known record, in the reader's language.</summary>
/// <param name="Column">The column.</param>
/// <param name="Before">What the record holds; empty for nothing.</param>
/// <param name="After">What it would hold.</param>
public sealed record ImportChange(ImportColumn Column, string Before, string After);

/// <summary>Compares staged rows with the records they would change: old value beside new value.</summary>
public sealed class ImportChangeQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The changes of some rows of an import, by the row's number. Rows without a known person, and rows that are in, have none.</summary>
    /// <param name="id">The import.</param>
    /// <param name="numbers">Numbers of the rows, as many as a page shows.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>The changes; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<IReadOnlyDictionary<int, IReadOnlyList<ImportChange>>>> OfAsync(
        ImportBatchId id, IReadOnlyCollection<int> numbers, CancellationToken ct)
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

        var rows = await db.ImportRows.AsNoTracking()
            .Where(r => r.BatchId == id && numbers.Contains(r.Row) && !r.Applied && r.ParticipantId != null).ToListAsync(ct);
        var ids = rows.Select(row => row.ParticipantId!.Value).Distinct().ToList();
        var people = await db.Participants.AsNoTracking().VisibleTo(user).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var today = clock.Today();
        var reader = new RowReader(batch.Headings, batch.Fields, new ReadingContext(today, await ImportWork.OwnersAsync(db, user, ct)));
        var organisation = user.OrganisationId;
        var owners = await db.Users.AsNoTracking().Where(u => u.OrganisationId == organisation).ToDictionaryAsync(u => new UserId(u.Id), u => u.DisplayName, ct);
        var words = new RecordWords(await codes.GetAsync(ct), today, owners);
        // What is stored of these people is shown beside what the file says.
        foreach (var person in people)
        {
            db.Note(user, clock, AuditAct.Viewed, nameof(Participant), person.Id.Value);
        }

        await db.SaveChangesAsync(ct);
        return rows.Where(row => people.Exists(person => person.Id == row.ParticipantId))
            .ToDictionary(row => row.Row, row => Changes(reader.Read(row.Cells), people.Find(person => person.Id == row.ParticipantId)!, words));
    }

    private static IReadOnlyList<ImportChange> Changes(ReadRow read, Participant person, RecordWords words)
    {
        var before = read.Values.Select(value => value.Field.Column).Distinct().ToDictionary(column => column, column => words.Of(person, column));
        return read.ApplyTo(person).Distinct().Select(column => new ImportChange(column, before[column], words.Of(person, column))).ToList();
    }
}
