using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Reads of the pool.</summary>
public sealed class InterpreterQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>An interpreter in the list.</summary>
    /// <param name="Id">The interpreter.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Languages">Codes of the list Languages.</param>
    /// <param name="Qualification">Qualification.</param>
    /// <param name="Municipality">Municipality.</param>
    /// <param name="PapersComplete">Whether certificate of good conduct and declaration of commitment are there.</param>
    /// <param name="Active">Whether they take assignments.</param>
    public sealed record Row(
        InterpreterId Id, string Name, IReadOnlyList<string> Languages, InterpreterQualification Qualification, string Municipality, bool PapersComplete, bool Active);

    /// <summary>A user of the own organisation who can be linked.</summary>
    /// <param name="Id">The user.</param>
    /// <param name="Name">Name.</param>
    public sealed record Colleague(UserId Id, string Name);

    /// <summary>The pool by name, those who take no assignments last.</summary>
    /// <param name="search">Part of a name; all when empty.</param>
    /// <param name="language">Only those who speak it exactly or a language that each understands; all when empty.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Row>> ListAsync(string search, string language, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A pool has tens of people: comparing here finds "luken" and "Lüken" alike on every server.
        var pool = await db.Interpreters.AsNoTracking().VisibleTo(user).ToListAsync(ct);
        var (text, wish) = (search.Trim(), new LanguageWish(language));
        return pool
            .Where(i => CultureInfo.CurrentCulture.CompareInfo.IndexOf(i.DisplayName, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)
            .Where(i => language.Length == 0 || LanguageFits.Best(wish, i.Languages.Select(spoken => spoken.Code)) >= LanguageFit.Mutual)
            .OrderByDescending(i => i.Active).ThenBy(i => i.DisplayName, StringComparer.CurrentCulture)
            .Select(i => new Row(
                i.Id, i.DisplayName, [.. i.Languages.Select(spoken => spoken.Code)], i.Qualification, i.Municipality,
                i.ConductCertificateOn is not null && i.PledgeOn is not null, i.Active))
            .ToList();
    }

    /// <summary>One interpreter as a form.</summary>
    /// <returns>NotFound for a foreign one.</returns>
    public async Task<Result<SaveInterpreter.Form>> FindAsync(InterpreterId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Interpreters.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(i => i.Id == id, ct);
        return found is null ? Errors.NotFound : InterpreterFormRules.Read(found);
    }

    /// <summary>The users of the own organisation by name, to link a record with a sign-in; nobody without the permission.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.OrganisationId;
        var users = await db.Users.Where(u => u.OrganisationId == own && u.RevokedAt == null).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return users.OrderBy(u => u.DisplayName, StringComparer.CurrentCulture).Select(u => new Colleague(new UserId(u.Id), u.DisplayName)).ToList();
    }
}
