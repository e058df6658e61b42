using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>What staging, correcting and applying have in common: reading rows against the people known at this moment.</summary>
internal static class ImportWork
{
    private const int PeopleAtOnce = 500;

    /// <summary>Headings that somebody of the organisation mapped by hand, by their key.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RememberedAsync(AppDbContext db, ICurrentUser user, CancellationToken ct)
    {
        var organisation = user.OrganisationId;
        return await db.RememberedHeadings.AsNoTracking().Where(h => h.OrganisationId == organisation)
            .ToDictionaryAsync(h => h.Heading, h => h.Field, StringComparer.Ordinal, ct);
    }

    /// <summary>Evaluates the rows of a batch in memory, in order, those that are in included.</summary>
    public static async Task<List<RowPlan>> EvaluateAsync(
        AppDbContext db, ICurrentUser user, TimeProvider clock, ImportBatch batch, IReadOnlyCollection<ImportRow> rows, CancellationToken ct)
    {
        var context = new ReadingContext(DateOnly.FromDateTime(clock.GetLocalNow().DateTime), await OwnersAsync(db, user, ct));
        var known = await KnownPeople.LoadAsync(db, user, ct);
        var plans = new RowEvaluation(known, new RowReader(batch.Headings, batch.Fields, context)).Evaluate(rows);
        foreach (var plan in plans.Where(plan => plan is { GoesIn: true, Target: null, Earlier: not null }))
        {
            var person = new Participant();
            plan.Earlier!.Read.Fill(person);
            Compare(plan, person);
        }

        foreach (var chunk in plans.Where(plan => plan is { GoesIn: true, Target: not null }).Chunk(PeopleAtOnce))
        {
            var ids = chunk.Select(plan => plan.Target!.Value).Distinct().ToList();
            var people = await db.Participants.AsNoTracking().VisibleTo(user).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
            foreach (var plan in chunk)
            {
                Compare(plan, people[plan.Target!.Value]);
            }
        }

        return plans;
    }

    /// <summary>Reads the rows of a batch, changes them, evaluates them anew, and marks those that became something else for saving.</summary>
    /// <param name="db">The context that saves.</param>
    /// <param name="user">Whose people they are.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="change">Changes rows before they are evaluated; a failure ends it.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<Result<List<RowPlan>>> ReevaluateAsync(
        AppDbContext db, ICurrentUser user, TimeProvider clock, ImportBatch batch, Func<List<ImportRow>, Result> change, CancellationToken ct)
    {
        // Not tracked: comparing the lists of ten thousand rows costs more than reading them.
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id).ToListAsync(ct);
        var before = rows.ToDictionary(row => row.Row, Fingerprint);
        var done = change(rows);
        if (!done.Done)
        {
            return done.Error;
        }

        var plans = await EvaluateAsync(db, user, clock, batch, rows, ct);
        db.ImportRows.UpdateRange(rows.Where(row => !row.Applied && Fingerprint(row) != before[row.Row]));
        return plans;
    }

    /// <summary>Lets somebody change rows of an import that is not being applied, evaluates it anew, and saves.</summary>
    /// <returns>Done; or what <paramref name="change"/> says; or <c>Forbidden</c>, <c>NotFound</c>, <c>Import_Closed</c>,
    /// <c>Conflict</c> when somebody else saved the import meanwhile.</returns>
    public static async Task<Result> ChangeAsync(
        IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, ImportBatchId id, Func<List<ImportRow>, Result> change, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.ImportBatches.VisibleTo(user).SingleOrDefaultAsync(b => b.Id == id, ct);
        return batch is null ? Errors.NotFound
            : batch.State is ImportState.Staged or ImportState.Applied ? await SaveAsync(db, user, clock, batch, change, ct)
            : ImportProblems.Closed;
    }

    /// <summary>Evaluates a batch anew and saves it; two people who change the same import notice each other.</summary>
    public static async Task<Result> SaveAsync(
        AppDbContext db, ICurrentUser user, TimeProvider clock, ImportBatch batch, Func<List<ImportRow>, Result> change, CancellationToken ct)
    {
        var plans = await ReevaluateAsync(db, user, clock, batch, change, ct);
        if (!plans.Done)
        {
            return plans.Error;
        }

        db.Entry(batch).State = EntityState.Modified;
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }
    }

    /// <summary>Names of required columns that no heading stands for; <see langword="null"/> when there are none.</summary>
    public static string? MissingColumns(ImportBatch batch)
    {
        var missing = new[] { ImportColumn.FamilyName, ImportColumn.BornOn }
            .Where(column => !batch.Fields.Contains(column.ToString(), StringComparer.Ordinal))
            .Select(column => column.Label())
            .ToList();
        return missing.Count == 0 ? null : string.Join(", ", missing);
    }

    private static string Fingerprint(ImportRow row) =>
        $"{row.State}|{row.Decision}|{row.ParticipantId}|{JsonColumn.Write(row.Findings)}|{JsonColumn.Write(row.ChangedFields)}|{JsonColumn.Write(row.Cells)}";

    private static void Compare(RowPlan plan, Participant person)
    {
        var changed = plan.Read.ApplyTo(person);
        plan.Row.ChangedFields = changed.ConvertAll(column => column.ToString());
        plan.Row.State = changed.Count == 0 ? ImportRowState.Unchanged : ImportRowState.Changed;
    }

    /// <summary>The users of the organisation by the folded last word of their name, where it is unique.</summary>
    public static async Task<Dictionary<string, UserId>> OwnersAsync(AppDbContext db, ICurrentUser user, CancellationToken ct)
    {
        var organisation = user.OrganisationId;
        var users = await db.Users.AsNoTracking().Where(u => u.OrganisationId == organisation && u.RevokedAt == null)
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return users.GroupBy(u => NameTokens.Fold(u.DisplayName).Split(' ')[^1], StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() == 1)
            .ToDictionary(group => group.Key, group => new UserId(group.Single().Id), StringComparer.Ordinal);
    }
}
