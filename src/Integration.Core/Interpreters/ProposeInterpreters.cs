using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>An interpreter proposed for a task, or left out with the reason.</summary>
/// <param name="Id">The interpreter.</param>
/// <param name="Name">Name.</param>
/// <param name="Languages">Languages, codes of the list Languages.</param>
/// <param name="Municipality">Municipality.</param>
/// <param name="MaxKm">Farthest way in kilometres.</param>
/// <param name="Judgement">What the rules say; each obstacle, reason and warning has a label.</param>
public sealed record InterpreterProposal(
    InterpreterId Id, string Name, IReadOnlyList<string> Languages, string Municipality, int? MaxKm, Judgement Judgement);

/// <summary>Proposes interpreters of the own pool for a task: possible ones first, the best on top; those whom a rule excludes follow,
/// with the reason, so that nobody wonders where somebody has gone.</summary>
public sealed class ProposeInterpreters(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Proposes.</summary>
    /// <returns>Forbidden, NotFound for a foreign event or person, what is wrong with the form, EventOver or TimeOver.</returns>
    public async Task<Result<IReadOnlyList<InterpreterProposal>>> ExecuteAsync(AssignmentForm form, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return Errors.Forbidden;
        }

        if (form.Problem(await codes.GetAsync(ct)) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var ground = await AssignmentGround.ReadAsync(db, user, clock, form, ct);
        if (!ground.Done)
        {
            return ground.Error;
        }

        var pool = await db.Interpreters.AsNoTracking().VisibleTo(user).Where(i => i.Active).ToListAsync(ct);
        return pool
            .Select(i => new InterpreterProposal(i.Id, i.DisplayName, [.. i.Languages.Select(language => language.Code)], i.Municipality, i.MaxKm, ground.Value.Judge(i)))
            // Most of a pool speaks other languages; saying so of each would bury the others.
            .Where(proposal => proposal.Judgement.Fit != LanguageFit.None)
            .OrderByDescending(proposal => proposal.Judgement.Possible)
            .ThenByDescending(proposal => proposal.Judgement.Rank)
            .ThenBy(proposal => proposal.Name, StringComparer.CurrentCulture)
            .ToList();
    }
}
