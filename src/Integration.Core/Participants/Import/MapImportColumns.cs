using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Says by hand what columns mean, remembers it for the organisation's next file, and evaluates the rows anew.</summary>
public sealed class MapImportColumns(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Maps columns.</summary>
    /// <param name="id">The import.</param>
    /// <param name="columns">What each column means, by its index; <see langword="null"/> to leave it out. Columns not named stay as they are.</param>
    /// <param name="ct">Cancels before anything is saved.</param>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c> (also for an unknown index), <c>Import_Closed</c>, <c>Import_ColumnTwice</c>, <c>Conflict</c>.</returns>
    public async Task<Result> ExecuteAsync(ImportBatchId id, IReadOnlyDictionary<int, ImportColumn?> columns, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.ImportBatches.VisibleTo(user).SingleOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null || columns.Keys.Any(index => index < 0 || index >= batch.Headings.Count))
        {
            return Errors.NotFound;
        }

        if (batch.State != ImportState.Staged)
        {
            return ImportProblems.Closed;
        }

        var fields = batch.Fields.ToList();
        foreach (var (index, column) in columns)
        {
            fields[index] = column?.ToString() ?? ImportHeadings.LeftOut;
        }

        if (fields.Where(field => field is not ("" or ImportHeadings.LeftOut)).GroupBy(field => field).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return ImportProblems.ColumnTwice(ImportHeadings.Column(twice.Key)!.Value.Label());
        }

        batch.Fields = fields;
        await RememberAsync(db, batch, columns, ct);
        return await ImportWork.SaveAsync(db, user, clock, batch, _ => Result.Ok, ct);
    }

    private async Task RememberAsync(AppDbContext db, ImportBatch batch, IReadOnlyDictionary<int, ImportColumn?> columns, CancellationToken ct)
    {
        var organisation = user.OrganisationId;
        var remembered = await db.RememberedHeadings.Where(h => h.OrganisationId == organisation).ToListAsync(ct);
        foreach (var (index, column) in columns)
        {
            var key = ImportHeadings.Key(batch.Headings[index]);
            if (key.Length == 0)
            {
                continue;
            }

            var heading = remembered.Find(h => h.Heading == key);
            if (heading is null)
            {
                heading = new RememberedHeading { OrganisationId = organisation, Heading = key };
                remembered.Add(heading);
                db.RememberedHeadings.Add(heading);
            }

            heading.Field = column?.ToString() ?? "";
        }
    }
}
