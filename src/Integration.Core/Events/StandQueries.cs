using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>A stand with whose it is.</summary>
/// <param name="Stand">The stand; number plate and note are empty for those who do not lead the event.</param>
/// <param name="Owner">Name of the organisation; empty while nobody has it.</param>
/// <param name="TemporaryWork">Whether that is a temporary-work agency, which is always said.</param>
public sealed record StandRow(Stand Stand, string Owner, bool TemporaryWork);

/// <summary>The picture of a hall without its bytes.</summary>
public sealed record FloorPlanRow(FloorPlanId Id, string Name, int PixelWidth, int PixelHeight, Guid Version);

/// <summary>What all stands need together (DOMAIN §5.23).</summary>
public sealed record StandTotals(int Stands, int Power, int AreaM2, int Tables, int PinBoards, int People)
{
    /// <summary>Adds up.</summary>
    public static StandTotals Of(IReadOnlyCollection<Stand> stands) => new(
        stands.Count, stands.Count(s => s.Power), stands.Sum(s => s.AreaM2 ?? 0), stands.Sum(s => s.Tables ?? 0), stands.Sum(s => s.PinBoards ?? 0), stands.Sum(s => s.People ?? 0));
}

/// <summary>The stands of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Editable">Whether the reader can change them.</param>
/// <param name="Stands">By number.</param>
/// <param name="Plans">Halls by name.</param>
/// <param name="Owners">Who can have a stand: employers expected, hosts and organiser.</param>
/// <param name="Totals">What they need together.</param>
public sealed record EventStands(JobEvent Event, bool Editable, IReadOnlyList<StandRow> Stands, IReadOnlyList<FloorPlanRow> Plans, IReadOnlyList<EventPartner> Owners, StandTotals Totals);

/// <summary>The bytes of a plan.</summary>
public sealed record FloorPlanImage(byte[] Bytes, string MediaType, Guid Version);

/// <summary>Reads of stands and plans.</summary>
public sealed class StandQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>The stands of a visible event.</summary>
    /// <returns><c>NotFound</c> for an event that does not exist or cannot be seen.</returns>
    public async Task<Result<EventStands>> OpenAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking()
            .Include(e => e.Hosts).Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var editable = user.Has(Permission.EditEvents) && jobEvent.OrganisationId == user.OrganisationId;
        var owners = jobEvent.Employers.Select(e => e.OrganisationId).Concat(jobEvent.Hosts.Select(h => h.OrganisationId)).Append(jobEvent.OrganisationId)
            .Concat(jobEvent.Stands.Select(s => s.OrganisationId).OfType<OrganisationId>()).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => owners.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Kind }).ToDictionaryAsync(o => o.Id, ct);
        var plans = await db.FloorPlans.Where(p => p.JobEventId == id).OrderBy(p => p.Name)
            .Select(p => new FloorPlanRow(p.Id, p.Name, p.PixelWidth, p.PixelHeight, p.Version)).ToListAsync(ct);
        foreach (var stand in jobEvent.Stands.Where(_ => !editable))
        {
            (stand.VehiclePlate, stand.Note) = ("", "");
        }

        return new EventStands(
            jobEvent, editable,
            [.. jobEvent.Stands.OrderBy(s => s.Number, StringComparer.Ordinal).Select(s => new StandRow(
                s, s.OrganisationId is { } owner ? names[owner].Name : "", s.OrganisationId is { } of && names[of].Kind == OrganisationKind.TemporaryWorkAgency))],
            plans,
            [.. names.Values.Select(o => new EventPartner(o.Id, o.Name)).OrderBy(o => o.Name, StringComparer.CurrentCulture)],
            StandTotals.Of(jobEvent.Stands));
    }

    /// <summary>The picture of a hall of a visible event.</summary>
    /// <returns><c>NotFound</c> for one of another event too.</returns>
    public async Task<Result<FloorPlanImage>> ImageAsync(JobEventId id, FloorPlanId plan, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var image = await db.FloorPlans.Where(p => p.Id == plan && p.JobEventId == id).Where(p => db.JobEvents.VisibleTo(user).Any(e => e.Id == p.JobEventId))
            .Select(p => new FloorPlanImage(p.Image, p.MediaType, p.Version)).SingleOrDefaultAsync(ct);
        return image is null ? Errors.NotFound : image;
    }
}
