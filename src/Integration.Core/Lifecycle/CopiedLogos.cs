using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>Logos of the edition before. Those of co-hosts come along with the hosts alone.</summary>
internal static class CopiedLogos
{
    public static async Task AddAsync(AppDbContext db, JobEventId old, JobEvent copy, bool hosts, CancellationToken ct)
    {
        var logos = await db.EventLogos.AsNoTracking().Where(logo => logo.JobEventId == old && (hosts || logo.Kind != LogoKind.CoHost)).ToListAsync(ct);
        db.AddRange(logos.Select(logo => new EventLogo
        {
            JobEventId = copy.Id, Kind = logo.Kind, Number = logo.Number, AlternativeText = logo.AlternativeText,
            Image = logo.Image, MediaType = logo.MediaType, PixelWidth = logo.PixelWidth, PixelHeight = logo.PixelHeight,
        }));
    }
}
