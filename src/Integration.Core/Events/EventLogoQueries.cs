using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>A logo in a list, without its picture.</summary>
public sealed record EventLogoRow(EventLogoId Id, LogoKind Kind, int Number, string AlternativeText, Guid Version);

/// <summary>The picture of a logo.</summary>
public sealed record EventLogoImage(byte[] Bytes, string MediaType);

/// <summary>Reads of logos.</summary>
public sealed class EventLogoQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>The logos of an event that the caller's organisation leads, in the order of the bar; none of another event.</summary>
    public async Task<IReadOnlyList<EventLogoRow>> ListAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.EventLogos.Where(l => l.JobEventId == id).Where(l => db.JobEvents.EditableBy(user).Any(e => e.Id == l.JobEventId))
            .Select(l => new EventLogoRow(l.Id, l.Kind, l.Number, l.AlternativeText, l.Version)).ToListAsync(ct);
        return [.. rows.OrderBy(l => l.Kind).ThenBy(l => l.Number).ThenBy(l => l.Id.Value)];
    }

    /// <summary>The picture of a logo of a visible event.</summary>
    /// <returns><c>NotFound</c> for one of another event too.</returns>
    public async Task<Result<EventLogoImage>> ImageAsync(JobEventId id, EventLogoId logo, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var image = await db.EventLogos.Where(l => l.Id == logo && l.JobEventId == id).Where(l => db.JobEvents.VisibleTo(user).Any(e => e.Id == l.JobEventId))
            .Select(l => new EventLogoImage(l.Image, l.MediaType)).SingleOrDefaultAsync(ct);
        return image is null ? Errors.NotFound : image;
    }
}
