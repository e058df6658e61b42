using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Organisations;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>A company for which the employer service can act at an event.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="TemporaryWork">Whether it is a temporary-work agency, which is always said.</param>
public sealed record ServedEmployer(OrganisationId Id, string Name, bool TemporaryWork);

/// <summary>How it stands between a company and one profile, for whoever acts for the company. It carries no name, released or not.</summary>
/// <param name="JobEventId">The event.</param>
/// <param name="Token">Token of the release.</param>
/// <param name="State">What became of it.</param>
/// <param name="Wanted">Whether the company wants a talk.</param>
/// <param name="PersonInterested">Whether the person wants one.</param>
/// <param name="Talked">Whether one was recorded.</param>
public sealed record ServedProfile(JobEventId JobEventId, string Token, ContactState State, bool Wanted, bool PersonInterested, bool Talked);

/// <summary>What the employer service reads when it acts for a company: at the stand, or on the telephone. Reading it is no view by the company.</summary>
public sealed class ServiceContactQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The companies with open access to an event in which the service's organisation takes part, by name.</summary>
    /// <returns><c>Forbidden</c> for everybody but the employer service.</returns>
    public async Task<Result<IReadOnlyList<ServedEmployer>>> EmployersAsync(JobEventId jobEvent, CancellationToken ct)
    {
        if (!MayServe)
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.OrganisationId;
        var rows = await (
            from admitted in db.OpenAdmissions(clock.Today())
            join employer in db.Organisations on admitted.OrganisationId equals employer.Id
            where admitted.JobEventId == jobEvent
                && db.JobEvents.Any(e => e.Id == jobEvent && (e.OrganisationId == own || e.Hosts.Any(host => host.OrganisationId == own)))
            select new { employer.Id, employer.Name, employer.Kind }).ToListAsync(ct);
        return rows.OrderBy(row => row.Name, StringComparer.CurrentCulture)
            .Select(row => new ServedEmployer(row.Id, row.Name, row.Kind == OrganisationKind.TemporaryWorkAgency)).ToList();
    }

    /// <summary>The profiles about which the service can act for a company today: in force, at events to which the company's access is open.</summary>
    /// <returns><c>Forbidden</c> for everybody but the employer service.</returns>
    public async Task<Result<IReadOnlyList<ServedProfile>>> ProfilesAsync(OrganisationId employer, CancellationToken ct)
    {
        if (!MayServe)
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var open = db.OpenAdmissions(today).Where(admitted => admitted.OrganisationId == employer);
        var named = db.Contacts.NameReleased(db, today);
        var rows = await (
            from release in db.ProfileReleases.AsNoTracking().ShownTo(user, db).InForce(db.Consents, today)
            where open.Any(admitted => admitted.JobEventId == release.JobEventId)
            join contact in db.Contacts.Where(contact => contact.EmployerId == employer) on release.Id equals contact.ReleaseId into contacts
            from contact in contacts.DefaultIfEmpty()
            select new { release.JobEventId, release.Token, Contact = contact, Named = contact != null && named.Any(other => other.Id == contact.Id) }).ToListAsync(ct);
        return rows.ConvertAll(row => new ServedProfile(
            row.JobEventId, row.Token, ReleasedNames.StateOf(row.Contact?.State ?? ContactState.Interest, row.Named),
            row.Contact?.EmployerInterestAt is not null, row.Contact?.PersonInterestAt is not null, row.Contact?.TalkedAt is not null));
    }

    /// <summary>The token of the profile in force under a Chiffre at an event, however it was typed.</summary>
    /// <returns>The token; <c>Forbidden</c>, <c>Required</c>, or <see cref="ContactErrors.UnknownChiffre"/> for all that the service does not see, whether it exists or not.</returns>
    public async Task<Result<string>> FindAsync(JobEventId jobEvent, string chiffre, CancellationToken ct)
    {
        if (!MayServe)
        {
            return Errors.Forbidden;
        }

        if (string.IsNullOrWhiteSpace(chiffre))
        {
            return Errors.Required(nameof(ProfileRelease.Chiffre));
        }

        var value = Chiffre.TryParse(chiffre, out var parsed) ? parsed.Value : "";
        await using var db = await contexts.CreateDbContextAsync(ct);
        var token = await db.ProfileReleases.ShownTo(user, db).InForce(db.Consents, clock.Today())
            .Where(release => release.JobEventId == jobEvent && release.Chiffre == value).Select(release => release.Token).SingleOrDefaultAsync(ct);
        return token is null ? ContactErrors.UnknownChiffre : token;
    }

    private bool MayServe => user.Has(Permission.AskForContact) && user.Roles.Contains(Role.EmployerService);
}
