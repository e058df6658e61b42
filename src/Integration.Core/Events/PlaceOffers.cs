using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>Takes back the offered places that nobody took in time and offers what is free to the next who wait. The portal does this by itself;
/// whoever registers, changes a registration or the event's places does it for that event in passing.</summary>
public sealed class PlaceOffers(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Passes on, over all organisations.</summary>
    /// <returns>At how many events somebody waited or an offer had ended.</returns>
    public async Task<int> PassOnAsync(CancellationToken ct)
    {
        await using var read = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        // A day back: an event may go on over midnight.
        var since = clock.Today().AddDays(-1);
        var events = await read.Registrations
            .Where(r => (r.State == RegistrationState.Invited && r.OfferedUntil <= now)
                || (r.State == RegistrationState.Waiting && read.JobEvents.Any(e => e.Id == r.JobEventId && e.Date >= since)))
            .Select(r => r.JobEventId).Distinct().ToListAsync(ct);
        foreach (var jobEvent in events)
        {
            await Persistently.RunAsync(async () =>
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                await using var places = await EventPlaces.LockAsync(db, clock, jobEvent, ct);
                await places.CommitAsync(ct);
                return true;
            });
        }

        return events.Count;
    }
}
