using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>The profiles for an offer.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Facts">What of it was looked at.</param>
/// <param name="Profiles">The profiles in force, best first; ties by Chiffre, which is random.</param>
public sealed record OfferFit(OfferRow Offer, FitOffer Facts, IReadOnlyList<RankedProfile> Profiles);

/// <summary>An offer with its fit to a person.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Facts">What of it was looked at.</param>
/// <param name="Fit">The score with its reasons.</param>
public sealed record RankedOffer(OfferRow Offer, FitOffer Facts, FitResult Fit);

/// <summary>The offers for a person.</summary>
/// <param name="FullName">The person.</param>
/// <param name="Facts">What was looked at.</param>
/// <param name="FromProfile">Whether that is the short profile; else it is the record, because there is no profile yet.</param>
/// <param name="Offers">The open offers of the region, best first.</param>
public sealed record PersonFit(string FullName, FitProfile Facts, bool FromProfile, IReadOnlyList<RankedOffer> Offers);

/// <summary>Ranks profiles for an offer, and offers for a person.</summary>
public sealed class FitQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The consented profiles in force at the events at which the company is expected, or at the one the offer is made for.</summary>
    /// <returns>The ranking; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<OfferFit>> ForOfferAsync(JobOfferId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferQueries.ReadAsync(db, user, db.JobOffers.Where(offer => offer.Id == id), ct) is not [var row])
        {
            return Errors.NotFound;
        }

        var (employer, at) = (row.Offer.EmployerId, row.Offer.JobEventId);
        var file = await db.EmployerFiles.AsNoTracking().SingleOrDefaultAsync(f => f.OrganisationId == employer, ct);
        var rows = await (
            from release in db.ProfileReleases.AsNoTracking().ShownTo(user, db).InForce(db.Consents, clock.Today())
            where (at == null || release.JobEventId == at)
                && db.JobEvents.Any(e => e.Id == release.JobEventId && e.State != JobEventState.Cancelled && e.Employers.Any(expected => expected.OrganisationId == employer))
            join owner in db.Organisations on release.OrganisationId equals owner.Id
            select new { release.Chiffre, release.Token, release.ReleasedAt, release.ValidUntil, release.Content, owner.ContactTeam, owner.ContactPhone, owner.ContactEmail })
            .ToListAsync(ct);
        var facts = FitOffer.Of(row.Offer, file);
        var profiles = rows.ConvertAll(r => new EmployerProfile(
            r.Chiffre, r.Token, clock.DayOf(r.ReleasedAt), r.ValidUntil, r.Content, new ContactPoint(r.ContactTeam, r.ContactPhone, r.ContactEmail)));
        return new OfferFit(row, facts, FitRanking.Of(profiles, facts));
    }

    /// <summary>The open offers of the companies that the own organisation meets or looks after, for one of its people. Opening it is noted.</summary>
    /// <returns>The ranking; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<PersonFit>> ForPersonAsync(ParticipantId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct);
        if (person is null)
        {
            return Errors.NotFound;
        }

        var content = (await db.ShortProfiles.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(profile => profile.ParticipantId == id, ct))?.Content;
        var (catalog, today, own) = (await codes.GetAsync(ct), clock.Today(), user.OrganisationId);
        var facts = FitProfile.Of(content ?? ProfilePrefill.From(
            person, (list, code) => catalog.Find(list, code, today) is { Visibility: "A" } entry ? entry.German : null, today));
        var offers = await OfferQueries.ReadAsync(db, user, db.JobOffers.Where(offer => offer.State == OfferState.Open
            && db.Organisations.Any(employer => employer.Id == offer.EmployerId && employer.Active)
            && (offer.JobEventId == null || db.JobEvents.Any(e => e.Id == offer.JobEventId && e.State != JobEventState.Closed && e.State != JobEventState.Cancelled))
            && (db.EmployerFiles.Any(file => file.OrganisationId == offer.EmployerId && file.KeeperId == own)
                || db.JobEvents.Any(e => e.Employers.Any(expected => expected.OrganisationId == offer.EmployerId)
                    && (e.OrganisationId == own || e.Hosts.Any(host => host.OrganisationId == own))))), ct);
        var companies = offers.Select(row => row.Offer.EmployerId).Distinct().ToList();
        var files = await db.EmployerFiles.AsNoTracking().Where(file => companies.Contains(file.OrganisationId)).ToDictionaryAsync(file => file.OrganisationId, ct);
        db.Note(user, clock, AuditAct.Viewed, nameof(Participant), id.Value);
        await db.SaveChangesAsync(ct);
        return new PersonFit(person.FullName, facts, content is not null, Rank(facts, offers.Select(row => (row, FitOffer.Of(row.Offer, files.GetValueOrDefault(row.Offer.EmployerId))))));
    }

    private static IReadOnlyList<RankedOffer> Rank(FitProfile facts, IEnumerable<(OfferRow Row, FitOffer Facts)> offers) =>
    [
        .. offers.Where(pair => Fit.MayBeProposed(facts, pair.Facts)).Select(pair => new RankedOffer(pair.Row, pair.Facts, Fit.Score(facts, pair.Facts)))
            .OrderByDescending(ranked => ranked.Fit.Points).ThenBy(ranked => ranked.Offer.Employer, StringComparer.CurrentCulture)
            .ThenBy(ranked => ranked.Offer.Offer.Title, StringComparer.CurrentCulture).ThenBy(ranked => ranked.Offer.Offer.Id.Value),
    ];
}
