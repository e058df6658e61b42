using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>An offer with what is read beside it.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Employer">Name of the company.</param>
/// <param name="TemporaryWork">Whether it is a temporary-work agency, which is always said.</param>
/// <param name="JobEvent">Title of the event it is made for; empty when for every one.</param>
/// <param name="MayEdit">Whether the reader may change it.</param>
public sealed record OfferRow(JobOffer Offer, string Employer, bool TemporaryWork, string JobEvent, bool MayEdit);

/// <summary>Reads offers.</summary>
public sealed class OfferQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>A company's offers: open ones first, then by title.</summary>
    public async Task<IReadOnlyList<OfferRow>> OfEmployerAsync(OrganisationId employer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReadAsync(db, user, db.JobOffers.Where(offer => offer.EmployerId == employer), ct);
    }

    /// <summary>The open offers that can be had at an event, of all companies expected there: by title.</summary>
    public async Task<IReadOnlyList<OfferRow>> AtEventAsync(JobEventId jobEvent, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReadAsync(db, user, db.JobOffers.AtEvent(jobEvent, db).Where(offer => offer.State == OfferState.Open), ct);
    }

    internal static async Task<List<OfferRow>> ReadAsync(AppDbContext db, ICurrentUser user, IQueryable<JobOffer> which, CancellationToken ct)
    {
        var kept = db.Organisations.EmployersKeptBy(user, db);
        var rows = await (
            from offer in which.AsNoTracking().VisibleTo(user)
            join employer in db.Organisations on offer.EmployerId equals employer.Id
            select new
            {
                Offer = offer,
                employer.Name,
                employer.Kind,
                JobEvent = db.JobEvents.Where(e => e.Id == offer.JobEventId).Select(e => e.Title).FirstOrDefault(),
                MayEdit = kept.Any(o => o.Id == offer.EmployerId),
            }).ToListAsync(ct);
        var mayEdit = user.Has(Permission.EditOffers);
        return [.. rows
            .Select(row => new OfferRow(row.Offer, row.Name, row.Kind == OrganisationKind.TemporaryWorkAgency, row.JobEvent ?? "", mayEdit && row.MayEdit))
            .OrderBy(row => row.Offer.State).ThenBy(row => row.Offer.Title, StringComparer.CurrentCulture).ThenBy(row => row.Offer.Id.Value)];
    }
}
