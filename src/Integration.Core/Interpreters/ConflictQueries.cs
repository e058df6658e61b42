using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Somebody of the own pool, and whether they must not interpret for a person.</summary>
/// <param name="Id">The interpreter.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Why not; <see langword="null"/> when nothing speaks against it.</param>
public sealed record ConflictChoice(InterpreterId Id, string Name, ConflictKind? Kind);

/// <summary>Reads who of the own pool must not interpret for a person (R1, R2).</summary>
public sealed class ConflictQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>The own organisation's interpreters by name; those who left stay on the list while something is noted.</summary>
    /// <returns>The list; or Forbidden, NotFound for a foreign person.</returns>
    public async Task<Result<IReadOnlyList<ConflictChoice>>> OfAsync(ParticipantId person, CancellationToken ct)
    {
        if (!user.Has(Permission.EditParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Participants.VisibleTo(user).AnyAsync(p => p.Id == person, ct))
        {
            return Errors.NotFound;
        }

        var own = user.OrganisationId;
        // Names alone leave the query: a case manager does not keep the pool.
        var rows = await db.Interpreters.Where(i => i.OrganisationId == own)
            .Select(i => new
            {
                i.Id, i.DisplayName, i.Active,
                Kind = db.InterpreterConflicts.Where(c => c.InterpreterId == i.Id && c.ParticipantId == person).Select(c => (ConflictKind?)c.Kind).FirstOrDefault(),
            })
            .Where(row => row.Active || row.Kind != null).ToListAsync(ct);
        return rows.OrderBy(row => row.DisplayName, StringComparer.CurrentCulture).Select(row => new ConflictChoice(row.Id, row.DisplayName, row.Kind)).ToList();
    }
}
