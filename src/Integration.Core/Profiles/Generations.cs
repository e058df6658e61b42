using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Numbers for releases that end: the unique index over person, event and generation leaves room for one that holds (0)
/// and any number that are over.</summary>
internal sealed class Generations
{
    private readonly Dictionary<(ParticipantId, JobEventId), int> _highest = [];

    /// <summary>The next free number for the release's person and event.</summary>
    public int Next(ProfileRelease release)
    {
        var key = (release.ParticipantId, release.JobEventId);
        return _highest[key] = _highest.GetValueOrDefault(key) + 1;
    }

    /// <summary>Reads how far the numbers of these people have come.</summary>
    public static async Task<Generations> HighestAsync(AppDbContext db, IEnumerable<ParticipantId> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        var generations = new Generations();
        var rows = await db.ProfileReleases.Where(release => ids.Contains(release.ParticipantId))
            .GroupBy(release => new { release.ParticipantId, release.JobEventId })
            .Select(group => new { group.Key.ParticipantId, group.Key.JobEventId, Highest = group.Max(release => release.Generation) })
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            generations._highest[(row.ParticipantId, row.JobEventId)] = row.Highest;
        }

        return generations;
    }
}
