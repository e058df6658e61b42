using System.Collections.Concurrent;
using Integration.Common;
using Integration.Data;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>The texts of released profiles, read from the database once instead of 600 at a time for every company that scrolls. It decides nothing: who
/// may see a release is asked of the database with every request, and only what that answer names is looked up here.</summary>
public sealed class ReleasedContents
{
    private const int Most = 20_000;
    // SQL Server takes at most 2,100 parameters in a command.
    private const int Chunk = 1000;

    private readonly ConcurrentDictionary<ProfileReleaseId, (Guid Version, ProfileContent Content)> _known = new();

    /// <summary>Forgets everything, so that a deleted text does not outlive its row for long.</summary>
    public void Forget() => _known.Clear();

    /// <summary>The texts of releases that the reader may see, by the version in which the row was read.</summary>
    internal async Task<IReadOnlyDictionary<ProfileReleaseId, ProfileContent>> OfAsync(AppDbContext db, IReadOnlyCollection<(ProfileReleaseId Id, Guid Version)> shown, CancellationToken ct)
    {
        var found = new Dictionary<ProfileReleaseId, ProfileContent>(shown.Count);
        var missing = new List<ProfileReleaseId>();
        foreach (var (id, version) in shown)
        {
            if (_known.TryGetValue(id, out var known) && known.Version == version)
            {
                found[id] = known.Content;
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0 && _known.Count > Most)
        {
            _known.Clear();
        }

        foreach (var ids in missing.Chunk(Chunk))
        {
            var read = await db.ProfileReleases.AsNoTracking().Where(release => ids.Contains(release.Id)).Select(release => new { release.Id, release.Version, release.Content }).ToListAsync(ct);
            foreach (var row in read)
            {
                _known[row.Id] = (row.Version, row.Content);
                found[row.Id] = row.Content;
            }
        }

        return found;
    }
}
