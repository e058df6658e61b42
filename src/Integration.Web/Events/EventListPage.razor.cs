using Integration.Access;
using Integration.Data;
using Integration.Events;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The events: those to come first, past ones below.</summary>
public sealed partial class EventListPage
{
    private IReadOnlyList<JobEventRow>? _rows;
    private CodePicks? _codes;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required EventQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    private List<JobEventRow> Coming => _rows!.Where(row => row.Date >= Today).ToList();

    private List<JobEventRow> Past => _rows!.Where(row => row.Date < Today).ToList();

    // Only who works with people has people of an own organisation to count.
    private bool CountsOwn => CurrentUser.Has(Permission.ViewParticipants);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _codes = new CodePicks(await Codes.GetAsync(CancellationToken.None), Today);
        _rows = await Queries.ListAsync(CancellationToken.None);
    }
}
