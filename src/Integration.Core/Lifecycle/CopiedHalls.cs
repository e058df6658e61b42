using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>Plans of halls and stands of the edition before. A stand keeps its place and equipment; whose it is, only where they come along.</summary>
internal static class CopiedHalls
{
    /// <summary>Adds them; hosts and employers of the copy are known by now.</summary>
    public static async Task AddAsync(AppDbContext db, JobEventId old, JobEvent copy, CancellationToken ct)
    {
        var plans = new Dictionary<FloorPlanId, FloorPlanId>();
        foreach (var plan in await db.FloorPlans.AsNoTracking().Where(p => p.JobEventId == old).ToListAsync(ct))
        {
            plans[plan.Id] = db.Add(new FloorPlan
            {
                JobEventId = copy.Id, Name = plan.Name, Image = plan.Image, MediaType = plan.MediaType, PixelWidth = plan.PixelWidth, PixelHeight = plan.PixelHeight,
            }).Entity.Id;
        }

        var coming = copy.Hosts.Select(host => host.OrganisationId).Concat(copy.Employers.Select(employer => employer.OrganisationId)).Append(copy.OrganisationId).ToHashSet();
        foreach (var stand in await db.Stands.AsNoTracking().Where(s => s.JobEventId == old).ToListAsync(ct))
        {
            var whose = stand.OrganisationId is { } organisation && coming.Contains(organisation) ? stand.OrganisationId : null;
            db.Add(new Stand
            {
                JobEventId = copy.Id, Number = stand.Number, FloorPlanId = stand.FloorPlanId is { } plan ? plans[plan] : null,
                X = stand.X, Y = stand.Y, Width = stand.Width, Height = stand.Height,
                Power = stand.Power, AreaM2 = stand.AreaM2, Tables = stand.Tables, PinBoards = stand.PinBoards,
                OrganisationId = whose, Languages = whose is null ? [] : [.. stand.Languages], GermanFrom = whose is null ? null : stand.GermanFrom,
            });
        }
    }
}
