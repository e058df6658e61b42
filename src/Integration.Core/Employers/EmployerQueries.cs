using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>What narrows the list of companies.</summary>
public sealed record EmployerFilter
{
    /// <summary>Part of the name or of a town.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only those where people without a qualification are welcome.</summary>
    public bool Beginners { get; init; }

    /// <summary>Only those where this level of German is known to suffice.</summary>
    public LanguageLevel? German { get; init; }

    /// <summary>Only this section, code of the list Industries.</summary>
    public string Industry { get; init; } = "";

    /// <summary>Only those with open offers.</summary>
    public bool WithOffers { get; init; }
}

/// <summary>A line of the list of companies.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="TemporaryWork">Whether it is a temporary-work agency, which is always said.</param>
/// <param name="Towns">Towns of its sites.</param>
/// <param name="Industry">Section of the classification.</param>
/// <param name="Beginners">Whether people without a qualification are welcome.</param>
/// <param name="LeastGerman">Least German; <see langword="null"/> while nobody asked.</param>
/// <param name="Offers">Number of open offers.</param>
/// <param name="Places">Places of the open offers.</param>
public sealed record EmployerRow(
    OrganisationId Id, string Name, bool TemporaryWork, IReadOnlyList<string> Towns, string Industry, bool Beginners, LanguageLevel? LeastGerman, int Offers, int Places);

/// <summary>A company with all that is known of it.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="TemporaryWork">Whether it is a temporary-work agency.</param>
/// <param name="Sites">Its sites.</param>
/// <param name="File">Its file; <see langword="null"/> while there is none.</param>
/// <param name="Keeper">Name of the organisation that looks after it; empty while none does.</param>
/// <param name="MayEdit">Whether the reader may change file and offers.</param>
/// <param name="Offers">Its offers.</param>
/// <param name="Events">The events at which it is or was expected, the next one first, then backwards.</param>
public sealed record EmployerView(
    OrganisationId Id, string Name, bool TemporaryWork, IReadOnlyList<Site> Sites, EmployerFile? File, string Keeper, bool MayEdit, IReadOnlyList<OfferRow> Offers,
    IReadOnlyList<EmployerEvent> Events);

/// <summary>An event at which a company is expected.</summary>
/// <param name="Id">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its day.</param>
/// <param name="TakesOffers">Whether offers can still be made for it.</param>
/// <param name="Vouched">Whether somebody vouches for the company there.</param>
/// <param name="Offers">Offers of the company made for it.</param>
public sealed record EmployerEvent(JobEventId Id, string Title, DateOnly Date, bool TakesOffers, bool Vouched, int Offers);

/// <summary>Reads companies.</summary>
public sealed class EmployerQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>The companies in use that the user can see, by name.</summary>
    public async Task<IReadOnlyList<EmployerRow>> ListAsync(EmployerFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (
            from employer in db.Organisations.AsNoTracking().EmployersShownTo(user)
            where employer.Active
            join file in db.EmployerFiles on employer.Id equals file.OrganisationId into files
            from file in files.DefaultIfEmpty()
            select new
            {
                employer.Id,
                employer.Name,
                employer.Kind,
                Towns = employer.Sites.Select(site => site.Town).ToList(),
                Industry = file == null ? "" : file.Industry,
                Beginners = file != null && file.OpenForBeginners,
                LeastGerman = file == null ? null : file.LeastGerman,
                Offers = db.JobOffers.Count(offer => offer.EmployerId == employer.Id && offer.State == OfferState.Open),
                Places = db.JobOffers.Where(offer => offer.EmployerId == employer.Id && offer.State == OfferState.Open).Sum(offer => offer.Places),
            }).ToListAsync(ct);
        // A region has hundreds of companies: comparing here finds "bäcker" for "Bäckerei" on every server alike, and levels by their order.
        var term = filter.Text.Trim();
        return
        [
            .. rows.Where(row => Has(row.Name, term) || row.Towns.Exists(town => Has(town, term)))
                .Where(row => (!filter.Beginners || row.Beginners) && (!filter.WithOffers || row.Offers > 0) && (filter.Industry.Length == 0 || row.Industry == filter.Industry))
                .Where(row => filter.German is not { } level || row.LeastGerman <= level)
                .OrderBy(row => row.Name, StringComparer.CurrentCulture)
                .Select(row => new EmployerRow(
                    row.Id, row.Name, row.Kind == OrganisationKind.TemporaryWorkAgency, [.. row.Towns.Where(town => town.Length > 0).Distinct().Order(StringComparer.CurrentCulture)],
                    row.Industry, row.Beginners, row.LeastGerman, row.Offers, row.Places)),
        ];
    }

    /// <summary>One company.</summary>
    /// <returns><c>NotFound</c> when there is none that the user can see.</returns>
    public async Task<Result<EmployerView>> OpenAsync(OrganisationId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var employer = await db.Organisations.AsNoTracking().EmployersShownTo(user).Include(o => o.Sites).SingleOrDefaultAsync(o => o.Id == id, ct);
        if (employer is null)
        {
            return Errors.NotFound;
        }

        var file = await db.EmployerFiles.AsNoTracking().SingleOrDefaultAsync(f => f.OrganisationId == id, ct);
        var keeper = file?.KeeperId is { } keeperId ? await db.Organisations.Where(o => o.Id == keeperId).Select(o => o.Name).SingleAsync(ct) : "";
        var mayEdit = user.Has(Permission.EditOffers) && await db.Organisations.EmployersKeptBy(user, db).AnyAsync(o => o.Id == id, ct);
        var taking = db.JobEvents.TakingOffers(id);
        var events = await db.JobEvents.AsNoTracking().Where(e => e.State != JobEventState.Cancelled && e.State != JobEventState.Idea && e.Employers.Any(x => x.OrganisationId == id))
            .Select(e => new EmployerEvent(
                e.Id, e.Title, e.Date, taking.Any(open => open.Id == e.Id), e.Employers.Any(x => x.OrganisationId == id && x.VouchedAt != null),
                db.JobOffers.Count(offer => offer.JobEventId == e.Id && offer.EmployerId == id)))
            .ToListAsync(ct);
        return new EmployerView(
            id, employer.Name, employer.Kind == OrganisationKind.TemporaryWorkAgency, employer.Sites, file, keeper, mayEdit,
            await OfferQueries.ReadAsync(db, user, db.JobOffers.Where(offer => offer.EmployerId == id), ct),
            [.. events.Where(e => e.TakesOffers).OrderBy(e => e.Date), .. events.Where(e => !e.TakesOffers).OrderByDescending(e => e.Date)]);
    }

    private static bool Has(string text, string term) => text.Contains(term, StringComparison.CurrentCultureIgnoreCase);
}
