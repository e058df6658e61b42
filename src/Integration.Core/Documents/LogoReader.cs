using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Reads the logos for the foot of a paper.</summary>
internal static class LogoReader
{
    /// <summary>The logos of events in the order of the bar; one that several events show, once.</summary>
    public static async Task<List<PaperLogo>> LogosOfAsync(this AppDbContext db, List<JobEventId> events, CancellationToken ct)
    {
        var logos = await db.EventLogos.AsNoTracking().Where(logo => events.Contains(logo.JobEventId)).ToListAsync(ct);
        return [.. logos.OrderBy(logo => events.IndexOf(logo.JobEventId)).ThenBy(logo => logo.Kind).ThenBy(logo => logo.Number).ThenBy(logo => logo.Id.Value)
            .DistinctBy(logo => Convert.ToBase64String(logo.Image))
            .OrderBy(logo => logo.Kind)
            .Select(logo => new PaperLogo(logo.Kind, logo.AlternativeText, logo.Image, logo.PixelWidth, logo.PixelHeight))];
    }
}
