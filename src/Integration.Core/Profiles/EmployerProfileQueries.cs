using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Released profiles as employers see them, for those who act for employers and for the pages of employers themselves.</summary>
public sealed class EmployerProfileQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The profiles of an event that are in force today, by occupation and then by Chiffre, which is random.</summary>
    public async Task<Result<IReadOnlyList<EmployerProfile>>> ForEventAsync(JobEventId jobEvent, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewProfiles))
        {
            return Errors.Forbidden;
        }

        var profiles = await ReadAsync(releases => releases.Where(release => release.JobEventId == jobEvent), ct);
        return profiles.OrderBy(profile => profile.Content.OccupationGroup, StringComparer.Ordinal)
            .ThenBy(profile => profile.Chiffre, StringComparer.Ordinal).ToList();
    }

    /// <summary>The profile under a Chiffre, however it was typed.</summary>
    public async Task<Result<EmployerProfile>> FindAsync(string chiffre, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewProfiles))
        {
            return Errors.Forbidden;
        }

        if (!Chiffre.TryParse(chiffre, out var parsed))
        {
            return Errors.NotFound;
        }

        var value = parsed.Value;
        return await ReadAsync(releases => releases.Where(release => release.Chiffre == value), ct) is [var one] ? one : Errors.NotFound;
    }

    private async Task<List<EmployerProfile>> ReadAsync(Func<IQueryable<ProfileRelease>, IQueryable<ProfileRelease>> which, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (
            from release in which(db.ProfileReleases.AsNoTracking().ShownTo(user, db).InForce(db.Consents, clock.Today()))
            join organisation in db.Organisations on release.OrganisationId equals organisation.Id
            select new
            {
                release.Chiffre,
                release.Token,
                release.ReleasedAt,
                release.ValidUntil,
                release.Content,
                organisation.ContactTeam,
                organisation.ContactPhone,
                organisation.ContactEmail,
            }).ToListAsync(ct);
        return rows.ConvertAll(row => new EmployerProfile(
            row.Chiffre, row.Token, clock.DayOf(row.ReleasedAt), row.ValidUntil, row.Content,
            new ContactPoint(row.ContactTeam, row.ContactPhone, row.ContactEmail)));
    }
}
