using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Web.Documents;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>A series: its working group and its events in the order of the calendar.</summary>
public sealed partial class SeriesPage
{
    private EventSeriesView? _view;
    private CodePicks? _codes;
    private bool _missing;

    /// <summary>Id of the series.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EventSeriesQueries Queries { get; init; }

    [Inject] public required PaperDesk Desk { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Series.Id.Value != Id)
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            var opened = await Queries.OpenAsync(new EventSeriesId(Id), CancellationToken.None);
            (_view, _missing) = (opened.Value, !opened.Done);
        }
    }
}
