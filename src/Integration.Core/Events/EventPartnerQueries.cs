using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>An organisation that can take part in an event.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Employer">Whether it comes as an employer; else it can be a host.</param>
/// <param name="TemporaryWork">Whether it is a temporary-work agency, which is always said.</param>
public sealed record EventPartnerChoice(OrganisationId Id, string Name, bool Employer, bool TemporaryWork);

/// <summary>Reads whom an event can be planned with.</summary>
public sealed class EventPartnerQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>Hosts and employers by name: the active organisations beside the own one, and those in <paramref name="inUse"/>.</summary>
    public async Task<IReadOnlyList<EventPartnerChoice>> ListAsync(IReadOnlyCollection<OrganisationId> inUse, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.OrganisationId;
        return await db.Organisations.VisibleTo(user).AsNoTracking()
            .Where(o => o.Id != own && (o.Active || inUse.Contains(o.Id)))
            .OrderBy(o => o.Name)
            .Select(o => new EventPartnerChoice(
                o.Id, o.Name,
                o.Kind == OrganisationKind.Employer || o.Kind == OrganisationKind.TemporaryWorkAgency,
                o.Kind == OrganisationKind.TemporaryWorkAgency))
            .ToListAsync(ct);
    }
}
