using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>A contact as the company sees it.</summary>
/// <param name="Chiffre">Under which it knows the person.</param>
/// <param name="Token">Token of the release.</param>
/// <param name="Wanted">Whether the company wants a talk.</param>
/// <param name="State">What became of it. A release whose consent has ended reads as taken back from that moment on.</param>
/// <param name="PersonInterested">Whether the person wants a talk.</param>
/// <param name="Person">Who it is; <see langword="null"/> unless the name was released to this very company and the consent is in force.</param>
/// <param name="HasProfile">Whether the profile under this Chiffre can be opened; not when it has been replaced since the company asked.</param>
public sealed record EmployerContact(string Chiffre, string Token, bool Wanted, ContactState State, bool PersonInterested, ReleasedPerson? Person, bool HasProfile = true)
{
    /// <summary>Whether a talk was recorded.</summary>
    public bool Talked { get; init; }

    /// <summary>Whether anybody has said anything.</summary>
    public bool Any => Wanted || PersonInterested || Talked || State != ContactState.Interest;
}

/// <summary>What a company gets to know with a release, and all of it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Phone">The telephone number.</param>
public sealed record ReleasedPerson(string Name, string Phone);

/// <summary>A company's own contacts. Each time a name is read, the trail of the person's organisation says by whom.</summary>
public sealed class EmployerContactQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The gate through which a name leaves. Only the test that shows what happens without it sets another.</summary>
    internal Func<IQueryable<Contact>, AppDbContext, DateOnly, IQueryable<Contact>> Gate { get; init; } = ContactScope.NameReleased;

    /// <summary>All contacts of the company at an event in which anybody has said anything, by Chiffre. A request outlives the text it was made under: when
    /// the profile is released anew, the contact stays, under the Chiffre that the company knows.</summary>
    /// <returns><c>Forbidden</c> without the permission; nothing where the access is not open.</returns>
    public async Task<Result<IReadOnlyList<EmployerContact>>> ListAsync(JobEventId jobEvent, CancellationToken ct)
    {
        if (!user.Has(Permission.AskForContact))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReadAsync(db, contacts => contacts.Where(contact => contact.JobEventId == jobEvent), ct);
    }

    /// <summary>The contact with one release; one in which nobody has said anything yet is answered too.</summary>
    /// <returns><c>Forbidden</c>; <c>NotFound</c> for whatever the company may not see.</returns>
    public async Task<Result<EmployerContact>> OfAsync(string token, CancellationToken ct)
    {
        if (!user.Has(Permission.AskForContact))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var shown = await db.ProfileReleases.AsNoTracking().ShownToEmployer(user, db, clock.Today()).Where(release => release.Token == token)
            .Select(release => new { release.Id, release.Chiffre, release.Token }).SingleOrDefaultAsync(ct);
        if (shown is null)
        {
            return Errors.NotFound;
        }

        var id = shown.Id;
        return await ReadAsync(db, contacts => contacts.Where(contact => contact.ReleaseId == id), ct) is [var one]
            ? one : new EmployerContact(shown.Chiffre, shown.Token, false, ContactState.Interest, false, null);
    }

    private async Task<List<EmployerContact>> ReadAsync(AppDbContext db, Func<IQueryable<Contact>, IQueryable<Contact>> which, CancellationToken ct)
    {
        var today = clock.Today();
        var own = which(db.Contacts.AsNoTracking().OfEmployer(user, db, today));
        var shown = db.ProfileReleases.ShownToEmployer(user, db, today);
        var rows = await (
            from contact in own
            join release in db.ProfileReleases on contact.ReleaseId equals release.Id
            where contact.EmployerInterestAt != null || contact.PersonInterestAt != null || contact.TalkedAt != null || contact.State != ContactState.Interest
            orderby release.Chiffre
            select new
            {
                contact.Id, release.Chiffre, release.Token, contact.State, Wanted = contact.EmployerInterestAt != null, Interested = contact.PersonInterestAt != null,
                Talked = contact.TalkedAt != null, HasProfile = shown.Any(known => known.Id == release.Id),
            })
            .ToListAsync(ct);
        var named = await db.ReadNamesAsync(Gate(own, db, today), user, clock, ct);
        return rows.ConvertAll(row => new EmployerContact(
            row.Chiffre, row.Token, row.Wanted, ReleasedNames.StateOf(row.State, named.ContainsKey(row.Id)), row.Interested, named.GetValueOrDefault(row.Id), row.HasProfile) { Talked = row.Talked });
    }
}
