using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Rows of plans.</summary>
internal static class TalkRows
{
    public static async Task<List<TalkScheduleRow>> ReadRowsAsync(this AppDbContext db, IQueryable<TalkSchedule> schedules, CancellationToken ct)
    {
        var rows = await schedules.AsNoTracking().Select(s => new
        {
            s.Id, s.Number, s.Name, s.State, s.Status, s.Value, s.Bound, s.Seconds, s.Seed, s.MadeAt, s.PublishedAt, s.MadeFromId,
            Talks = s.Talks.Count, People = s.Talks.Select(t => t.RegistrationId).Distinct().Count(), Steps = s.Steps.Count, Pinned = s.Talks.Count(t => t.Pinned),
        }).ToListAsync(ct);
        return rows.ConvertAll(s => new TalkScheduleRow(
            s.Id, s.Number, s.Name, s.State, s.Status, s.Value, s.Bound, s.Seconds, s.Seed, s.MadeAt, s.PublishedAt, s.Talks, s.People, s.Steps, s.MadeFromId, s.Pinned));
    }
}
