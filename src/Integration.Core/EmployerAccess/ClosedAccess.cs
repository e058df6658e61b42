using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>What has to go once an access is closed, or a code is void.</summary>
public static class ClosedAccess
{
    /// <summary>Deletes the marks and words of companies whose access is closed, and codes that nobody can use any more.</summary>
    /// <returns>How many marks and words.</returns>
    public static async Task<int> ClearAsync(this IDbContextFactory<AppDbContext> contexts, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (open, past) = (db.OpenAdmissions(clock.Today()), clock.GetUtcNow().UtcDateTime - SignInCode.Lifetime);
        await db.SignInCodes.Where(code => code.SentAt < past).ExecuteDeleteAsync(ct);
        return await db.EmployerNotes
            .Where(note => !open.Any(admitted => admitted.JobEventId == note.JobEventId && admitted.OrganisationId == note.EmployerId))
            .ExecuteDeleteAsync(ct);
    }
}
