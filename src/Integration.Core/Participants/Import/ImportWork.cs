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
            plan.Earlier!.Read.ApplyTo(person);
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

    /// <summary>Evaluates a batch anew and saves what became of its rows.</summary>
    /// <returns>Done; or <c>Conflict</c> when somebody else saved the import meanwhile.</returns>
    public static async Task<Result> EvaluateAndSaveAsync(AppDbContext db, ICurrentUser user, TimeProvider clock, ImportBatch batch, List<ImportRow> rows, CancellationToken ct)
    {
        await EvaluateAsync(db, user, clock, batch, rows, ct);
        // The batch's token makes two people who correct at the same time notice each other.
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

    private static void Compare(RowPlan plan, Participant person)
    {
        var changed = plan.Read.ApplyTo(person);
        plan.Row.ChangedFields = changed.ConvertAll(column => column.ToString());
        plan.Row.State = changed.Count == 0 ? ImportRowState.Unchanged : ImportRowState.Changed;
    }

    private static async Task<Dictionary<string, UserId>> OwnersAsync(AppDbContext db, ICurrentUser user, CancellationToken ct)
    {
        var organisation = user.OrganisationId;
        var users = await db.Users.AsNoTracking().Where(u => u.OrganisationId == organisation && u.RevokedAt == null)
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return users.GroupBy(u => NameTokens.Fold(u.DisplayName).Split(' ')[^1], StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() == 1)
            .ToDictionary(group => group.Key, group => new UserId(group.Single().Id), StringComparer.Ordinal);
    }
}
