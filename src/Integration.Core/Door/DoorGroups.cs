using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>What people who come together have in common.</summary>
public enum DoorGroupKind
{
    /// <summary>Their bus.</summary>
    Bus,

    /// <summary>The organisation that registered them.</summary>
    Organisation,
}

/// <summary>People who come together.</summary>
/// <param name="Kind">What they have in common.</param>
/// <param name="Id">The bus line or the organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Came">Who has come.</param>
/// <param name="Missing">Who has a place and has not come yet.</param>
public sealed record DoorGroup(DoorGroupKind Kind, Guid Id, string Name, IReadOnlyList<RegistrationId> Came, IReadOnlyList<RegistrationId> Missing);

/// <summary>Reads the groups in which people arrive at a door.</summary>
public sealed class DoorGroupQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Buses, then organisations, by name. Only people who are let in stand in them.</summary>
    /// <returns>NotFound as for <see cref="CheckIn"/>.</returns>
    public async Task<Result<IReadOnlyList<DoorGroup>>> ListAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.OpenAsync(user, clock, id, reports: false, ct) is null)
        {
            return Errors.NotFound;
        }

        var people = await db.Registrations
            .Where(r => r.JobEventId == id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn && r.State != RegistrationState.Waiting)
            .Select(r => new
            {
                r.Id, r.OrganisationId,
                Came = db.Attendances.Any(a => a.RegistrationId == r.Id && a.InAt != null),
                Bus = db.BusSeats.Where(s => s.RegistrationId == r.Id).Select(s => (BusLineId?)s.LineId).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var lines = await db.BusLines.Where(l => l.JobEventId == id).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, ct);
        var ids = people.Select(row => row.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);

        return people.Where(row => row.Bus is { } bus && lines.ContainsKey(bus))
            .Select(row => (Kind: DoorGroupKind.Bus, Key: row.Bus!.Value.Value, Name: lines[row.Bus.Value], row.Id, row.Came))
            .Concat(people.Select(row => (Kind: DoorGroupKind.Organisation, Key: row.OrganisationId.Value, Name: organisations[row.OrganisationId], row.Id, row.Came)))
            .GroupBy(row => (row.Kind, row.Key, row.Name))
            .Select(group => new DoorGroup(
                group.Key.Kind, group.Key.Key, group.Key.Name, [.. group.Where(row => row.Came).Select(row => row.Id)], [.. group.Where(row => !row.Came).Select(row => row.Id)]))
            .OrderBy(group => group.Kind).ThenBy(group => group.Name, StringComparer.CurrentCulture).ToList();
    }
}
