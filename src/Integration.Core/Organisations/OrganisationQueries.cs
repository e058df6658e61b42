using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Organisations;

/// <summary>Reads organisations.</summary>
public sealed class OrganisationQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>A line of the list.</summary>
    /// <param name="Id">The organisation.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Key">Short name.</param>
    /// <param name="Kind">Type.</param>
    /// <param name="Towns">Towns of its sites.</param>
    /// <param name="Active">Whether it is in use.</param>
    /// <param name="Own">Whether it is the reader's.</param>
    public sealed record Row(OrganisationId Id, string Name, string Key, OrganisationKind Kind, IReadOnlyList<string> Towns, bool Active, bool Own);

    /// <summary>A record.</summary>
    /// <param name="Form">Its values, ready to be edited.</param>
    /// <param name="MayEdit">Whether the reader may change it.</param>
    /// <param name="HasUsers">Whether somebody of it signs in.</param>
    public sealed record Record(SaveOrganisation.Form Form, bool MayEdit, bool HasUsers);

    /// <summary>All organisations that the user can see, by name, those in use first.</summary>
    /// <param name="search">Part of name or short name; all when empty.</param>
    /// <param name="kind">Only this type.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Row>> ListAsync(string search, OrganisationKind? kind, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = db.Organisations.AsNoTracking().VisibleTo(user);
        if (kind is { } wanted)
        {
            query = query.Where(o => o.Kind == wanted);
        }

        // A network has tens of organisations: comparing here finds "jobcenter" for "Jobcenter" on every server alike.
        var all = await query.Include(o => o.Sites).ToListAsync(ct);
        var term = search.Trim();
        return all
            .Where(o => o.Name.Contains(term, StringComparison.CurrentCultureIgnoreCase) || o.Key.Contains(term, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(o => o.Active).ThenBy(o => o.Name, StringComparer.CurrentCulture)
            .Select(o => new Row(o.Id, o.Name, o.Key, o.Kind, o.Sites.Select(s => s.Town).Where(town => town.Length > 0).Distinct().Order(StringComparer.CurrentCulture).ToList(), o.Active, o.Id == user.OrganisationId))
            .ToList();
    }

    /// <summary>One organisation.</summary>
    /// <returns>NotFound when there is none that the user can see.</returns>
    public async Task<Result<Record>> FindAsync(OrganisationId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = await db.Organisations.AsNoTracking().VisibleTo(user).Include(o => o.Sites).SingleOrDefaultAsync(o => o.Id == id, ct);
        if (organisation is null)
        {
            return Errors.NotFound;
        }

        var form = new SaveOrganisation.Form
        {
            Id = organisation.Id,
            Version = organisation.Version,
            Key = organisation.Key,
            Name = organisation.Name,
            Kind = organisation.Kind,
            RegionKey = organisation.RegionKey,
            ContactTeam = organisation.ContactTeam,
            ContactPhone = organisation.ContactPhone,
            ContactEmail = organisation.ContactEmail,
            CaseManagerLabel = organisation.CaseManagerLabel,
            RequiresSecondCheck = organisation.RequiresSecondCheck,
            Active = organisation.Active,
            Sites = [.. organisation.Sites.OrderBy(s => s.Name, StringComparer.CurrentCulture)
                .Select(s => new SaveOrganisation.SiteForm { Id = s.Id, Name = s.Name, Street = s.Street, PostalCode = s.PostalCode, Town = s.Town })],
        };
        return new Record(
            form, await db.Organisations.EditableBy(user, db).AnyAsync(o => o.Id == id, ct), await db.Users.AnyAsync(u => u.OrganisationId == id, ct));
    }
}
