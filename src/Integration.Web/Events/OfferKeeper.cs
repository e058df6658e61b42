using Integration.Data;
using Integration.Events;
using Integration.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Events;

/// <summary>Passes on the offered places that nobody took in time.</summary>
public sealed class OfferKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, ILogger<OfferKeeper> log) : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override Task RunOnceAsync(CancellationToken ct) => new PlaceOffers(contexts, Clock).PassOnAsync(ct);
}
