using Integration.Data;
using Integration.Events;
using Integration.Web.Shared;

namespace Integration.Web.Events;

/// <summary>What the form of an event reads.</summary>
public sealed record EventFormReads(EventQueries Events, EventPartnerQueries Partners, EventSeriesQueries Series, CodeCatalogSource Codes, TimeProvider Clock)
{
    /// <summary>The code lists of today.</summary>
    public async Task<CodePicks> CodesAsync() =>
        new(await Codes.GetAsync(CancellationToken.None), DateOnly.FromDateTime(Clock.GetLocalNow().DateTime));
}
