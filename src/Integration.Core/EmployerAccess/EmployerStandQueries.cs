using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>The profiles of an event as an employer looks through them.</summary>
public sealed class EmployerStandQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, ReleasedContents contents)
{
    /// <summary>The profiles that fit, by occupation and then by Chiffre, which is random.</summary>
    /// <param name="jobEvent">The event.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns><c>Forbidden</c>; <c>NotFound</c> for an event that is not there, not yet or no longer open, or another company's, alike.</returns>
    public async Task<Result<StandList>> ListAsync(JobEventId jobEvent, StandFilter filter, int skip, int take, CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var (today, employer) = (clock.Today(), user.OrganisationId);
        var open = await (
            from admitted in db.AdmissionsOf(user, today)
            join e in db.JobEvents on admitted.JobEventId equals e.Id
            where e.Id == jobEvent
            select new { e.Title, e.Date }).SingleOrDefaultAsync(ct);
        if (open is null)
        {
            return Errors.NotFound;
        }

        var shown = await db.ProfileReleases.AsNoTracking().ShownToEmployer(user, db, today).Where(release => release.JobEventId == jobEvent)
            .Select(release => new { release.Id, release.Version, release.Chiffre, release.Token }).ToListAsync(ct);
        var texts = await contents.OfAsync(db, [.. shown.Select(row => (row.Id, row.Version))], ct);
        var notes = await db.EmployerNotes.AsNoTracking().Where(note => note.EmployerId == employer && note.JobEventId == jobEvent).ToDictionaryAsync(note => note.ReleaseId, ct);
        var rows = shown.Where(row => texts.ContainsKey(row.Id))
            .Select(row => new ProfileRow(row.Chiffre, row.Token, texts[row.Id], notes.GetValueOrDefault(row.Id)?.Kept ?? false, notes.GetValueOrDefault(row.Id)?.Text ?? ""))
            .OrderBy(row => row.Content.OccupationGroup.Length == 0).ThenBy(row => row.Content.OccupationGroup, StringComparer.Ordinal)
            .ThenBy(row => row.Content.Occupation, StringComparer.Ordinal).ThenBy(row => row.Chiffre, StringComparer.Ordinal).ToList();
        var found = rows.FindAll(row => (row.Kept || !filter.Kept) && filter.Fits(row.Content));
        return new StandList(
            open.Title, open.Date.AddDays(AdmissionScope.DaysAfter), [.. found.Skip(skip).Take(take)], found.Count, rows.Count,
            Occurring(rows, content => [content.OccupationGroup]), Occurring(rows, content => content.Forms),
            Occurring(rows, content => content.WorkTimeCodes), Occurring(rows, content => content.LicenceClasses),
            [.. rows.Where(row => row.Kept).Select(row => row.Token)]);
    }

    /// <summary>The token of the profile under a Chiffre, however it was typed.</summary>
    /// <returns><c>NotFound</c> for everything that the reader's company does not see, whether it exists or not.</returns>
    public async Task<Result<string>> FindAsync(string chiffre, CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        // Also a number that cannot be one is looked for: the answer takes as long for every number.
        var value = Chiffre.TryParse(chiffre, out var parsed) ? parsed.Value : "";
        await using var db = await contexts.CreateDbContextAsync(ct);
        var token = await db.ProfileReleases.ShownToEmployer(user, db, clock.Today()).Where(release => release.Chiffre == value).Select(release => release.Token).SingleOrDefaultAsync(ct);
        return token is null ? Errors.NotFound : token;
    }

    /// <summary>The occupations of profiles, by token; those that the reader's company does not see are left out.</summary>
    /// <param name="jobEvent">The event.</param>
    /// <param name="tokens">Which profiles.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyDictionary<string, string>>> OccupationsAsync(JobEventId jobEvent, IReadOnlyCollection<string> tokens, CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var shown = await db.ProfileReleases.AsNoTracking().ShownToEmployer(user, db, clock.Today())
            .Where(release => release.JobEventId == jobEvent && tokens.Contains(release.Token)).Select(release => new { release.Id, release.Version, release.Token }).ToListAsync(ct);
        var texts = await contents.OfAsync(db, [.. shown.Select(row => (row.Id, row.Version))], ct);
        return shown.Where(row => texts.ContainsKey(row.Id)).ToDictionary(row => row.Token, row => texts[row.Id].Occupation, StringComparer.Ordinal);
    }

    private static List<string> Occurring(List<ProfileRow> rows, Func<ProfileContent, IEnumerable<string>> codes) =>
        [.. rows.SelectMany(row => codes(row.Content)).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
